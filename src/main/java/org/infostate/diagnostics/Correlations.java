package org.infostate.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Table;

/**
 * The correlations between several columns.
 *
 * @param pairs each pair once, in the order of the columns
 */
public record Correlations(List<Pair> pairs) {

  /** An indicator says little that its neighbour does not say above this. */
  public static final double REDUNDANT = 0.9;

  /** Between an indicator and what it is divided by, this is much. */
  public static final double DENOMINATOR = 0.6;

  /** Below this a probability is called small. */
  public static final double SMALL = 0.05;

  /**
   * Two columns.
   *
   * @param adjusted the probability with the number of pairs taken into account: the false
   *     discovery rate at which the pair would be found (Y. Benjamini and Y. Hochberg, 1995)
   */
  public record Pair(String a, String b, Correlation correlation, double adjusted) {}

  /** What should make the author of an index look twice. */
  public enum Flag {
    /** Above {@link #REDUNDANT}. */
    REDUNDANT,
    /** Negative with a small adjusted probability: the two cancel each other in a mean. */
    OPPOSED,
    /**
     * An adjusted probability that is not small: the two may have nothing to do with each other.
     */
    UNRELATED,
    /** Above {@link #DENOMINATOR} with the denominator of one of them. */
    DENOMINATOR
  }

  /** A pair with what there is to say about it. */
  public record Flagged(Pair pair, Set<Flag> flags) {}

  /**
   * @throws IllegalArgumentException if the table lacks a column
   */
  public static Correlations of(Table table, List<String> columns, Correlation.Kind kind) {
    List<Pair> raw = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      double[] a = table.values(columns.get(i));
      for (int j = i + 1; j < columns.size(); j++) {
        Correlation found = Correlation.of(a, table.values(columns.get(j)), kind);
        raw.add(new Pair(columns.get(i), columns.get(j), found, Double.NaN));
      }
    }
    return new Correlations(adjusted(raw));
  }

  private static List<Pair> adjusted(List<Pair> raw) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      if (!Double.isNaN(raw.get(i).correlation().probability())) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingDouble(i -> raw.get(i).correlation().probability()));
    List<Pair> pairs = new ArrayList<>(raw);
    double least = 1;
    for (int rank = order.size(); rank >= 1; rank--) {
      Pair pair = raw.get(order.get(rank - 1));
      least = Math.min(least, pair.correlation().probability() * order.size() / rank);
      pairs.set(order.get(rank - 1), new Pair(pair.a(), pair.b(), pair.correlation(), least));
    }
    return List.copyOf(pairs);
  }

  /** The pairs of elements with the same parent about which there is something to say. */
  public List<Flagged> flagged(Index index) {
    List<Flagged> flagged = new ArrayList<>();
    for (Pair pair : pairs) {
      Set<Flag> flags = flags(index, pair);
      if (!flags.isEmpty()) {
        flagged.add(new Flagged(pair, flags));
      }
    }
    return flagged;
  }

  private static Set<Flag> flags(Index index, Pair pair) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    double r = pair.correlation().coefficient();
    Element a = index.element(pair.a()).orElse(null);
    Element b = index.element(pair.b()).orElse(null);
    if (a != null && b != null && a.parent() != null && a.parent().equals(b.parent())) {
      if (r > REDUNDANT) {
        flags.add(Flag.REDUNDANT);
      }
      if (r < 0 && pair.adjusted() < SMALL) {
        flags.add(Flag.OPPOSED);
      }
      if (pair.adjusted() >= SMALL) {
        flags.add(Flag.UNRELATED);
      }
    }
    boolean ofA = a != null && pair.b().equals(a.denominator());
    boolean ofB = b != null && pair.a().equals(b.denominator());
    if ((ofA || ofB) && Math.abs(r) > DENOMINATOR) {
      flags.add(Flag.DENOMINATOR);
    }
    return flags;
  }
}
