package org.infostate.portfolio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * The whole task as a mixed-integer linear programme; the only place that touches ojAlgo. With x(s,
 * t) = 1 where seat s is taken in year t, y(o, t) = 1 where offer o takes place in year t, and z(g)
 * what is closed of gap g:
 *
 * <pre>
 * maximise    sum of z(g)
 * z(g)     <= gap(g),  z(g) <= sum of effect(s, g) (1 - loss)^(t - 1) x(s, t)
 * budget(t)>= sum of cost(s) x(s, t) + sum of fixed(o) y(o, t)
 * x(s, t)  <= y(o, t),  least(o) y(o, t) <= sum over its seats of x(s, t) <= most(o) y(o, t)
 * 1        >= sum over t of y(o, t);  1 >= seats of one country and kind
 * x(s, t)  <= sum over each need and the years up to t of x(s', t')
 * 0        <= spent on a group - share * spent, for each floor
 * </pre>
 *
 * <p>The gap of the solver is set to 10^-9 of the value: by its own default it says "optimal" of
 * choices that are not. Of 500 small tasks that were also solved by trying every choice, version
 * 57.1.0 lost the best in some 30; with its Gomory cuts off in 3; with its presolvers off, too, in
 * 1. So both are off, what it calls optimal is not believed, and the bound is that of the relaxed
 * task, in which offers may be given in part; where that is not solved in time it is counted. It
 * works on one thread, so that equal tasks have equal answers.
 */
final class MixedInteger {

  private static final NumberContext GAP = NumberContext.of(12, 9);

  /** No fraction is as far from whole numbers as this asks. */
  private static final IntegerStrategy.GMICutConfiguration NO_CUTS =
      new IntegerStrategy.GMICutConfiguration().withFractionality(0.9);

  static {
    ExpressionsBasedModel.clearPresolvers();
  }

  private final Menu menu;
  private final Terms terms;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<String, Variable[]> seats = new LinkedHashMap<>();
  private final Map<String, Variable[]> offers = new HashMap<>();

  private MixedInteger(Menu menu, Terms terms, Duration patience) {
    this.menu = menu;
    this.terms = terms;
    model.options.integer(
        IntegerStrategy.newConfigurable()
            .withGapTolerance(GAP)
            .withGMICutConfiguration(NO_CUTS)
            .withParallelism(() -> 1));
    model.options.time_abort = patience.toMillis();
    model.options.time_suffice = patience.toMillis();
    variables();
    budgets();
    limits();
    needs();
    floors();
    gains();
  }

  /**
   * @param patience after which the best choice so far is taken
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  static Portfolio solve(Menu menu, Terms terms, Duration patience, Ending ending) {
    MixedInteger task = new MixedInteger(menu, terms, patience);
    Runnable stop = task::stop;
    ending.watch(stop);
    try {
      return task.portfolio(ending);
    } finally {
      ending.leave(stop);
    }
  }

  /** What no choice can exceed, without a search for one. */
  static Bound bound(Menu menu, Terms terms, Duration patience) {
    return new MixedInteger(menu, terms, patience).relaxed();
  }

  /** The solver asks at each iteration, of the linear programmes of its branches, too. */
  private void stop() {
    model.options.time_abort = 0;
    model.options.time_suffice = 0;
  }

  private void variables() {
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seats.put(seat.id(), years("x " + seat.id()));
      }
      offers.put(
          offer.id(), offer.single() ? seats.get(offer.seats().get(0).id()) : takesPlace(offer));
    }
  }

  private Variable[] years(String name) {
    Variable[] years = new Variable[terms.years()];
    for (int t = 0; t < years.length; t++) {
      years[t] = model.newVariable(name + " " + (t + 1)).binary();
    }
    return years;
  }

  private Variable[] takesPlace(Offer offer) {
    Variable[] takes = years("y " + offer.id());
    for (int t = 0; t < takes.length; t++) {
      Expression least = model.newExpression("least " + offer.id() + " " + t).lower(0);
      Expression most = model.newExpression("most " + offer.id() + " " + t).upper(0);
      least.set(takes[t], -offer.least());
      most.set(takes[t], -offer.most());
      for (Seat seat : offer.seats()) {
        Variable taken = seats.get(seat.id())[t];
        least.set(taken, 1);
        most.set(taken, 1);
        model
            .newExpression("takes place " + seat.id() + " " + t)
            .upper(0)
            .set(taken, 1)
            .set(takes[t], -1);
      }
    }
    Expression once = model.newExpression("once " + offer.id()).upper(1);
    for (Variable each : takes) {
      once.set(each, 1);
    }
    return takes;
  }

  private void budgets() {
    for (int t = 0; t < terms.years(); t++) {
      Expression spent = model.newExpression("budget " + t).upper(terms.budgets().get(t));
      for (Offer offer : menu.offers()) {
        add(spent, offers.get(offer.id())[t], offer.fixedCost());
        for (Seat seat : offer.seats()) {
          add(spent, seats.get(seat.id())[t], seat.cost());
        }
      }
    }
  }

  private static void add(Expression to, Variable variable, double factor) {
    if (factor != 0) {
      to.add(variable, factor);
    }
  }

  private void limits() {
    Map<List<String>, Expression> once = new LinkedHashMap<>();
    Map<String, Expression> ofCountry = new LinkedHashMap<>();
    Map<String, Expression> ofKind = new LinkedHashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        List<Expression> counted = new ArrayList<>();
        counted.add(
            once.computeIfAbsent(
                List.of(seat.country(), offer.kind()),
                both -> model.newExpression("once " + both).upper(1)));
        if (terms.mostPerCountry() != null) {
          counted.add(
              ofCountry.computeIfAbsent(
                  seat.country(),
                  c -> model.newExpression("country " + c).upper(terms.mostPerCountry())));
        }
        Integer most = terms.mostPerKind().get(offer.kind());
        if (most != null) {
          counted.add(
              ofKind.computeIfAbsent(
                  offer.kind(), kind -> model.newExpression("kind " + kind).upper(most)));
        }
        for (Variable taken : seats.get(seat.id())) {
          counted.forEach(expression -> expression.set(taken, 1));
        }
      }
    }
  }

  private void needs() {
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        for (int n = 0; n < seat.needs().size(); n++) {
          for (int t = 0; t < terms.years(); t++) {
            need(seat, seat.needs().get(n), n, t);
          }
        }
      }
    }
  }

  private void need(Seat seat, Set<String> oneOf, int number, int year) {
    Expression met = model.newExpression("need " + seat.id() + " " + number + " " + year).lower(0);
    met.set(seats.get(seat.id())[year], -1);
    for (String other : oneOf) {
      for (int t = 0; t <= year; t++) {
        met.add(seats.get(other)[t], 1);
      }
    }
  }

  private void floors() {
    for (Terms.Floor floor : terms.floors()) {
      Expression kept = model.newExpression("floor " + floor.name()).lower(0);
      for (Offer offer : menu.offers()) {
        double fixed = floor.ofFixedCost(offer) - floor.share() * offer.fixedCost();
        for (Variable takes : offers.get(offer.id())) {
          add(kept, takes, fixed);
        }
        for (Seat seat : offer.seats()) {
          double inside = floor.countries().contains(seat.country()) ? 1 : 0;
          for (Variable taken : seats.get(seat.id())) {
            add(kept, taken, (inside - floor.share()) * seat.cost());
          }
        }
      }
    }
  }

  /** Gaps that cannot be closed twice need no variable of their own. */
  private void gains() {
    Map<String, Double> most = new HashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seat.effects().forEach((key, effect) -> most.merge(key, effect, Double::sum));
      }
    }
    Expression gain = model.newExpression("gain").weight(1);
    Map<String, Expression> closed = new LinkedHashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seat.effects().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(
                effect -> {
                  String key = effect.getKey();
                  Expression into =
                      most.get(key) <= menu.gaps().get(key)
                          ? gain
                          : closed.computeIfAbsent(key, k -> closedOf(k, gain));
                  for (int t = 0; t < terms.years(); t++) {
                    into.add(seats.get(seat.id())[t], effect.getValue() * terms.left(t + 1));
                  }
                });
      }
    }
  }

  /** What is closed of a gap: a variable, and the sum that it may not exceed. */
  private Expression closedOf(String key, Expression gain) {
    Variable closed = model.newVariable("z " + key).lower(0).upper(menu.gaps().get(key));
    gain.set(closed, 1);
    return model.newExpression("closed " + key).lower(0).set(closed, -1);
  }

  private Portfolio portfolio(Ending ending) {
    Bound bound = relaxed();
    ending.check();
    Optimisation.Result result = model.maximise();
    ending.check();
    return Verification.portfolio(
        menu,
        terms,
        result.getState().isFeasible() ? choices(result) : List.of(),
        bound,
        result.getState().isOptimal() ? Portfolio.Method.SEARCHED : Portfolio.Method.TIME_OUT);
  }

  private List<Portfolio.Choice> choices(Optimisation.Result result) {
    List<Portfolio.Choice> choices = new ArrayList<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        Variable[] taken = seats.get(seat.id());
        for (int t = 0; t < taken.length; t++) {
          if (result.doubleValue(model.indexOf(taken[t])) > 0.5) {
            choices.add(new Portfolio.Choice(offer, seat, t + 1));
          }
        }
      }
    }
    return choices;
  }

  /** What could be gained if offers could be given in part; counted where that is not solved. */
  private Bound relaxed() {
    ExpressionsBasedModel relaxed = model.copy(true);
    relaxed.relax();
    Optimisation.Result result = relaxed.maximise();
    return result.getState().isOptimal()
        ? new Bound(result.getValue(), Portfolio.Basis.RELAXED)
        : Verification.counted(menu, terms);
  }
}
