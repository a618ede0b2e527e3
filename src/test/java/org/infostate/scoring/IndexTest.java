package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexTest {

  private static final Step MEAN = Aggregation.of(Aggregation.Mean.ARITHMETIC);
  private static final Element TOP = Element.aggregate("top", null, 1);
  private static final Element X = Element.indicator("x", "top", 1, 1);

  @Test
  void whatIsNoTreeIsRefused() {
    assertFault("root-missing", List.of(X));
    assertFault("root-repeated", List.of(TOP, X, Element.aggregate("other", null, 1)));
    assertFault("code-repeated", List.of(TOP, X, X));
    assertFault("parent-unknown", List.of(TOP, X, Element.indicator("y", "nothing", 1, 1)));
    assertFault(
        "parent-cycle",
        List.of(TOP, X, Element.aggregate("a", "b", 1), Element.aggregate("b", "a", 1)));
    assertFault("source-missing", List.of(TOP, X, Element.aggregate("empty", "top", 1)));
    assertFault("source-of-aggregate", List.of(TOP, X, Element.indicator("y", "x", 1, 1)));
    assertFault("denominator-unknown", List.of(TOP, X.dividedBy("people")));
  }

  @Test
  void aggregationStandsOnceAndNothingButRanksFollows() {
    List<Element> elements = List.of(TOP, X);
    assertTrue(faults(elements, List.of()).contains("aggregation-once"));
    assertTrue(faults(elements, List.of(MEAN, MEAN)).contains("aggregation-once"));
    assertTrue(faults(elements, List.of(Ranking.DEFAULT, MEAN)).contains("step-order"));
    assertTrue(faults(elements, List.of(MEAN, Treatment.DEFAULT)).contains("step-order"));
    assertEquals(List.of(), faults(elements, List.of(Treatment.DEFAULT, MEAN, Ranking.DEFAULT)));
  }

  @Test
  void aScaleNeedsItsLimitsAndItsWeights() {
    Step mean = Aggregation.of(Aggregation.Mean.ARITHMETIC);
    List<Element> elements =
        List.of(Element.aggregate("t", null, 1), Element.indicator("x", "t", 1, 1));
    Step open = Normalisation.of(new Scale.Goalposts(Double.NaN, Double.NaN, 1, true));
    Step weighed =
        Normalisation.of(
            new Scale.Relative(Scale.Relative.Reference.WEIGHTED_MEAN, "population", 100));
    assertEquals(
        List.of("limits-missing"),
        Index.faults(elements, Map.of(), List.of(open, mean)).stream()
            .map(Index.Fault::code)
            .toList());
    assertEquals(
        List.of("denominator-unknown"),
        Index.faults(elements, Map.of(), List.of(weighed, mean)).stream()
            .map(Index.Fault::code)
            .toList());
    Element closed = elements.get(1).with(Normalisation.of(new Scale.Goalposts(0, 1, 1, true)));
    assertEquals(
        List.of(), Index.faults(List.of(elements.get(0), closed), Map.of(), List.of(open, mean)));
  }

  @Test
  void anIndexWithFaultsIsNone() {
    assertThrows(IllegalArgumentException.class, () -> Index.of("none", List.of(X), List.of(MEAN)));
  }

  @Test
  void directionsAndWeightsThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Element.indicator("x", "top", 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Element.indicator("x", "top", 1, -1));
    assertThrows(
        IllegalArgumentException.class, () -> Element.indicator("x", "top", 1, Double.NaN));
  }

  @Test
  void aTableRefusesWhatIsNoNumberAndWhatStandsTwice() {
    List<Case> one = List.of(Case.of("XAA"));
    List<String> x = List.of("x");
    Table.Builder table = Table.builder(one, x);
    assertThrows(IllegalArgumentException.class, () -> table.set(0, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> table.set(0, 0, Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> table.missing(0, 0, State.PRESENT));
    assertThrows(IllegalArgumentException.class, () -> table.set("XBB", null, "x", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Table.builder(List.of(Case.of("XAA"), Case.of("XAA")), x));
    assertThrows(IllegalArgumentException.class, () -> Table.builder(one, List.of("x", "x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Table.builder(List.of(Case.of("XAA"), Case.of("XBB", 2001)), x));
  }

  @Test
  void aTableGivesBackWhatWasSet() {
    Table table =
        Table.builder(List.of(Case.of("XAA", 2001), Case.of("XAA", 2002)), List.of("x", "y"))
            .set("XAA", 2002, "y", 3, Mark.PROVISIONAL)
            .missing("XAA", 2001, "x", State.NOT_AVAILABLE)
            .build();
    assertEquals(3, table.value("XAA", 2002, "y"));
    assertEquals(java.util.Set.of(Mark.PROVISIONAL), table.marks(1, 1));
    assertEquals(State.NOT_AVAILABLE, table.state(0, 0));
    assertEquals(State.UNANSWERED, table.state(0, 1));
    assertTrue(Double.isNaN(table.value(0, 0)));
    assertEquals(List.of(2001, 2002), table.years());
  }

  private static void assertFault(String code, List<Element> elements) {
    List<String> found = faults(elements, List.of(MEAN));
    assertTrue(found.contains(code), code + " in " + found);
  }

  private static List<String> faults(List<Element> elements, List<Step> steps) {
    return Index.faults(elements, Map.of(), steps).stream().map(Index.Fault::code).toList();
  }
}
