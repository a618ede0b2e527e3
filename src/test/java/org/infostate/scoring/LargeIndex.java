package org.infostate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * 200 invented units by 150 indicators: 15 pillars of ten in three sub-indices, a third of which
 * less is better, every eighth divided by a denominator, 4 % missing, every fifth skewed.
 */
public final class LargeIndex {

  private static final int UNITS = 200;
  private static final int INDICATORS = 150;

  private LargeIndex() {}

  /** Every step there is in a usual index. */
  public static Index index() {
    return index(
        new Denomination(),
        Imputation.byGroup(Imputation.Method.GROUP_MEDIAN, "region"),
        Treatment.DEFAULT,
        Normalisation.of(new Scale.MinMax(1, 100)),
        Aggregation.of(Aggregation.Mean.ARITHMETIC),
        Ranking.DEFAULT);
  }

  public static Index index(Step... steps) {
    List<Element> elements = new ArrayList<>();
    elements.add(Element.aggregate("index", null, 1));
    for (int s = 0; s < 3; s++) {
      elements.add(Element.aggregate("s" + s, "index", 1 + s));
      for (int p = 0; p < 5; p++) {
        elements.add(Element.aggregate("p" + s + p, "s" + s, 1 + p % 2));
      }
    }
    for (int i = 0; i < INDICATORS; i++) {
      Element indicator =
          Element.indicator(
              "i" + i, "p" + i / 50 + i / 10 % 5, i % 3 == 0 ? -1 : 1, 1 + i % 4 / 2.0);
      elements.add(i % 8 == 0 ? indicator.dividedBy("population") : indicator);
    }
    return Index.of("large", elements, List.of(steps));
  }

  public static Table table() {
    Random random = new Random(7);
    List<Case> cases = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      cases.add(new Case("U" + u, null, Map.of("region", "r" + u % 6)));
    }
    List<String> columns = new ArrayList<>(List.of("population"));
    for (int i = 0; i < INDICATORS; i++) {
      columns.add("i" + i);
    }
    Table.Builder table = Table.builder(cases, columns);
    for (int u = 0; u < UNITS; u++) {
      table.set(u, 0, 1 + 50 * random.nextDouble());
      for (int i = 1; i <= INDICATORS; i++) {
        double x = random.nextGaussian();
        if (random.nextDouble() >= 0.04) {
          table.set(u, i, i % 5 == 0 ? Math.exp(2 * x) : 50 + 10 * x);
        }
      }
    }
    return table.build();
  }
}
