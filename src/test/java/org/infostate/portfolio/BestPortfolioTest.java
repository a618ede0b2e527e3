package org.infostate.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The best choice.
 *
 * <ol>
 *   <li>Small tasks, plain and with everything, gain what trying every choice finds.
 *   <li>The plain task is solved exactly, and as the mixed-integer programme solves it.
 *   <li>Big tasks stay below the bound that offers in part would reach.
 *   <li>A big task with every term gains no less than what can be had by hand, and its bound is as
 *       much; without time nothing is chosen, and the bound is counted and says so.
 *   <li>A search ends when it is ended from outside.
 *   <li>More money never gains less; a need is met; a gap is not closed twice.
 * </ol>
 */
class BestPortfolioTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double CLOSE = 1e-6;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void smallTasksGainWhatTryingEveryChoiceFinds(long seed) {
    Menu menu = RandomMenu.full(seed);
    Terms terms = RandomMenu.full(seed, menu);

    Portfolio portfolio = BestPortfolio.of(menu, terms, PATIENCE);

    double best = BruteForce.best(menu, terms);
    assertEquals(best, portfolio.gain(), CLOSE);
    assertTrue(portfolio.bound() >= best - CLOSE, portfolio.bound() + " of " + best);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void plainTasksAreSolvedExactly(long seed) {
    Menu menu = RandomMenu.plain(seed, 4, 3);
    for (Integer most : new Integer[] {null, 0, 1, 2}) {
      Terms terms = new Terms(List.of(500L), most, Map.of(), List.of(), 0);

      Portfolio portfolio = BestPortfolio.of(menu, terms, PATIENCE);

      assertEquals(Portfolio.Method.EXACT, portfolio.method());
      assertEquals(BruteForce.best(menu, terms), portfolio.gain(), CLOSE);
      assertEquals(
          portfolio.gain(), MixedInteger.solve(menu, terms, PATIENCE, new Ending()).gain(), CLOSE);
    }
  }

  @Test
  void aBigPlainTaskIsBestWithinOneOfferOfTheFractionalBound() {
    Menu menu = RandomMenu.plain(42, 195, 6);
    long budget = 20_000;

    Portfolio portfolio = BestPortfolio.of(menu, Terms.of(budget), PATIENCE);

    double bound = fractional(menu, budget);
    assertEquals(Portfolio.Method.EXACT, portfolio.method());
    assertTrue(portfolio.gain() <= bound, portfolio.gain() + " of " + bound);
    assertTrue(portfolio.gain() >= bound - 100, portfolio.gain() + " of " + bound);
    assertTrue(portfolio.cost() <= budget);
  }

  /** Dantzig's bound: offers by gain for their cost, the last one in part. */
  private static double fractional(Menu menu, long budget) {
    double bound = 0;
    double left = budget;
    List<Seat> byReturn =
        menu.offers().stream()
            .map(offer -> offer.seats().get(0))
            .sorted(Comparator.comparingDouble(seat -> -gain(seat) / seat.cost()))
            .toList();
    for (Seat seat : byReturn) {
      double part = Math.min(1, left / seat.cost());
      bound += part * gain(seat);
      left -= part * seat.cost();
    }
    return bound;
  }

  private static double gain(Seat seat) {
    return seat.effects().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void theBoundOfABigTaskLiesBetweenWhatCanBeHadAndWhatTheBudgetBuys() {
    Menu menu = RandomMenu.plain(7, 60, 6);
    Terms terms = everyTerm();

    Portfolio portfolio = BestPortfolio.of(menu, terms, PATIENCE);

    double byHand = gainOneByOne(menu, terms);
    double fractional = fractional(menu, 5_000);
    assertEquals(Portfolio.Basis.RELAXED, portfolio.basis());
    assertEquals(Portfolio.Method.SEARCHED, portfolio.method());
    assertTrue(portfolio.gain() >= byHand, portfolio.gain() + " of " + byHand);
    assertTrue(portfolio.bound() <= fractional + CLOSE, portfolio.bound() + " of " + fractional);
    assertTrue(portfolio.gap() < 1e-6, "misses " + portfolio.gap());
  }

  private static Terms everyTerm() {
    return new Terms(
        List.of(2_000L, 3_000L),
        3,
        Map.of("kind1", 20),
        List.of(new Terms.Floor("poor", Set.of("c1", "c2", "c3"), 0.3)),
        0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void withoutAnyTimeTheBoundIsCountedAndSaysSo(long seed) {
    Menu menu = RandomMenu.full(seed);
    Terms terms = RandomMenu.full(seed, menu);

    Portfolio none = MixedInteger.solve(menu, terms, Duration.ZERO, new Ending());

    double best = BruteForce.best(menu, terms);
    double all = menu.gaps().values().stream().mapToDouble(gap -> gap).sum();
    assertEquals(Portfolio.Method.TIME_OUT, none.method());
    assertEquals(List.of(), none.choices());
    assertEquals(Portfolio.Basis.COUNTED, none.basis());
    assertTrue(none.bound() >= best - CLOSE, none.bound() + " of " + best);
    assertTrue(none.bound() <= all, none.bound() + " of " + all);
  }

  @Test
  void aBoundBelowWhatWasChosenIsNotBelieved() {
    Menu menu = RandomMenu.plain(1, 2, 2);
    List<Portfolio.Choice> all =
        menu.offers().stream().map(o -> new Portfolio.Choice(o, o.seats().get(0), 1)).toList();

    Portfolio portfolio =
        Verification.portfolio(
            menu,
            Terms.of(100_000),
            all,
            new Bound(1, Portfolio.Basis.RELAXED),
            Portfolio.Method.SEARCHED);

    assertEquals(Portfolio.Basis.COUNTED, portfolio.basis());
    assertEquals(portfolio.gain(), portfolio.bound(), CLOSE);
  }

  /** The task takes some twenty seconds; only ending it ends the test sooner. */
  @Test
  void aSearchEndsWhenItIsEnded() throws InterruptedException {
    Menu menu = RandomMenu.plain(7, 195, 12);
    Terms terms =
        new Terms(
            List.of(2_000L, 2_000L, 2_000L, 2_000L, 2_000L),
            3,
            Map.of("kind1", 20),
            everyTerm().floors(),
            0.05);
    Ending ending = new Ending();
    CompletableFuture<Portfolio> search =
        CompletableFuture.supplyAsync(
            () -> BestPortfolio.of(menu, terms, Duration.ofHours(1), ending));
    Thread.sleep(1_000);
    assertFalse(search.isDone());

    ending.end();

    CompletionException ended = assertThrows(CompletionException.class, search::join);
    assertEquals(CancellationException.class, ended.getCause().getClass());
    assertThrows(
        CancellationException.class,
        () -> BestPortfolio.of(menu, terms, Duration.ofHours(1), ending));
    assertThrows(
        CancellationException.class,
        () -> BestPortfolio.of(RandomMenu.plain(1, 2, 2), Terms.of(50), PATIENCE, ending));
  }

  /**
   * What is gained by taking offers by gain for their cost as long as every term is kept, and those
   * of the poor first.
   */
  private static double gainOneByOne(Menu menu, Terms terms) {
    List<Offer> byReturn =
        menu.offers().stream()
            .sorted(
                Comparator.comparingDouble(
                    offer -> -gain(offer.seats().get(0)) / offer.seats().get(0).cost()))
            .toList();
    List<Portfolio.Choice> taken = new ArrayList<>();
    double gain = 0;
    for (int round = 0; round < 2; round++) {
      for (Offer offer : byReturn) {
        Seat seat = offer.seats().get(0);
        if (round == 0 && !terms.floors().get(0).countries().contains(seat.country())) {
          continue;
        }
        for (int year = 1; year <= terms.years(); year++) {
          Portfolio.Choice choice = new Portfolio.Choice(offer, seat, year);
          taken.add(choice);
          if (Verification.broken(menu, terms, taken).isEmpty()) {
            gain += gain(seat) * terms.left(year);
            break;
          }
          taken.remove(taken.size() - 1);
        }
      }
    }
    return gain;
  }

  @Test
  void moreMoneyNeverGainsLess() {
    Menu menu = RandomMenu.full(3);
    double last = -1;
    for (long budget = 0; budget <= 60; budget += 5) {
      double gain = BestPortfolio.of(menu, Terms.of(budget), PATIENCE).gain();
      assertTrue(gain >= last - CLOSE, budget + " gains " + gain + " after " + last);
      last = gain;
    }
    assertEquals(0, BestPortfolio.of(menu, Terms.of(0), PATIENCE).cost());
  }

  @Test
  void aNeedIsMetInTheSameYearOrBefore() {
    Seat law = new Seat("law", "XAA", 10, Map.of("law", 1.0), List.of());
    Seat unit = new Seat("unit", "XAA", 10, Map.of("unit", 50.0), List.of(Set.of("law")));
    Menu menu =
        new Menu(
            List.of(Offer.of("drafting", law), Offer.of("unit", unit)),
            Map.of("law", 1.0, "unit", 50.0));

    assertEquals(0, BestPortfolio.of(menu, Terms.of(19), PATIENCE).choices().size() - 1);
    assertFalse(BestPortfolio.of(menu, Terms.of(19), PATIENCE).takes("unit"));
    assertTrue(BestPortfolio.of(menu, Terms.of(20), PATIENCE).takes("unit"));
    Terms years = new Terms(List.of(10L, 10L), null, Map.of(), List.of(), 0);
    Portfolio overYears = BestPortfolio.of(menu, years, PATIENCE);
    assertEquals(List.of(1, 2), overYears.choices().stream().map(Portfolio.Choice::year).toList());
  }

  @Test
  void aGapIsNotClosedTwice() {
    Seat course = new Seat("course", "XAA", 10, Map.of("skill", 8.0), List.of());
    Seat mentor = new Seat("mentor", "XAA", 10, Map.of("skill", 7.0), List.of());
    Menu menu =
        new Menu(
            List.of(Offer.of("course", course), Offer.of("mentor", mentor)), Map.of("skill", 10.0));

    Portfolio portfolio = BestPortfolio.of(menu, Terms.of(100), PATIENCE);

    assertEquals(10, portfolio.gain(), CLOSE);
    assertEquals(Map.of("XAA", 10.0), portfolio.gains());
  }

  @Test
  void countriesShareTheCostOfARegionalCourse() {
    List<Seat> seats =
        List.of(
            new Seat("s-XAA", "XAA", 1, Map.of("XAA", 5.0), List.of()),
            new Seat("s-XBB", "XBB", 1, Map.of("XBB", 5.0), List.of()),
            new Seat("s-XCC", "XCC", 1, Map.of("XCC", 1.0), List.of()));
    Menu menu =
        new Menu(
            List.of(new Offer("course", "course", 10, 2, 2, seats)),
            Map.of("XAA", 5.0, "XBB", 5.0, "XCC", 5.0));

    assertEquals(0, BestPortfolio.of(menu, Terms.of(11), PATIENCE).gain());
    Portfolio portfolio = BestPortfolio.of(menu, Terms.of(13), PATIENCE);
    assertEquals(12, portfolio.cost());
    assertEquals(Map.of("XAA", 5.0, "XBB", 5.0), portfolio.gains());
  }

  @Test
  void aGroupHasItsShareOfTheSpending() {
    Seat rich = new Seat("rich", "XAA", 60, Map.of("a", 100.0), List.of());
    Seat poor = new Seat("poor", "XBB", 40, Map.of("b", 1.0), List.of());
    Menu menu =
        new Menu(List.of(Offer.of("k", rich), Offer.of("k", poor)), Map.of("a", 100.0, "b", 1.0));
    Terms terms =
        new Terms(
            List.of(100L), null, Map.of(), List.of(new Terms.Floor("LDC", Set.of("XBB"), 0.4)), 0);

    assertEquals(101, BestPortfolio.of(menu, terms, PATIENCE).gain(), CLOSE);
    Terms more =
        new Terms(
            List.of(100L), null, Map.of(), List.of(new Terms.Floor("LDC", Set.of("XBB"), 0.5)), 0);
    assertEquals(1, BestPortfolio.of(menu, more, PATIENCE).gain(), CLOSE);
  }

  @Test
  void whatIsChosenAgainstTheTermsIsNotReturned() {
    Menu menu = RandomMenu.plain(1, 2, 2);
    List<Portfolio.Choice> all =
        menu.offers().stream().map(o -> new Portfolio.Choice(o, o.seats().get(0), 1)).toList();

    assertThrows(
        IllegalStateException.class,
        () ->
            Verification.portfolio(
                menu,
                Terms.of(1),
                all,
                new Bound(0, Portfolio.Basis.RELAXED),
                Portfolio.Method.SEARCHED));
  }

  @Test
  void whatMoreMoneyWouldBuyIsTheDifference() {
    Menu menu = RandomMenu.plain(5, 4, 2);
    Portfolio now = BestPortfolio.of(menu, Terms.of(500), PATIENCE);
    Portfolio more = BestPortfolio.of(menu, Terms.of(500).with(300), PATIENCE);

    Difference next = Difference.between(now, more);

    assertEquals(more.cost() - now.cost(), next.cost());
    assertEquals(more.gain() - now.gain(), next.gain(), CLOSE);
    assertEquals(
        more.choices().size() - now.choices().size(), next.only().size() - next.dropped().size());
  }

  @Test
  void whatIsAlwaysChosenIsRobust() {
    List<Menu> menus = List.of(three(10, 9), three(5, 9), three(8, 9), three(10, 1));
    List<Integer> told = new ArrayList<>();

    Robustness robustness =
        Robustness.of(Terms.of(20), menus.size(), menus::get, PATIENCE, new Ending(), told::add);

    assertEquals(
        Map.of(
            new Robustness.Given("XAA", "k"), 1.0,
            new Robustness.Given("XBB", "k"), 0.5,
            new Robustness.Given("XCC", "k"), 0.5),
        robustness.chosen());
    assertEquals(4, robustness.tasks());
    assertEquals(0, robustness.timeOuts());
    assertEquals(List.of(1, 2, 3, 4), told);
  }

  private static Menu three(double doubtful, double other) {
    return new Menu(
        List.of(
            Offer.of("k", new Seat("sure", "XAA", 10, Map.of("a", 10.5), List.of())),
            Offer.of("k", new Seat("doubtful", "XBB", 10, Map.of("b", doubtful), List.of())),
            Offer.of("k", new Seat("other", "XCC", 10, Map.of("c", other), List.of()))),
        Map.of("a", 20.0, "b", 20.0, "c", 20.0));
  }
}
