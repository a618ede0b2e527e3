package org.infostate.scoring;

import java.util.Map;
import java.util.Set;

/**
 * What is different in one replication of a run.
 *
 * @param steps other steps by their position in the index, each of the same kind as the one there
 * @param weights factors by which weights are multiplied, by code of the element, not negative;
 *     others stay
 * @param leftOut elements that take no part, with all that stands below them
 * @param table other values of the same cases and columns; null for those of the run
 */
public record Variation(
    Map<Integer, Step> steps, Map<String, Double> weights, Set<String> leftOut, Table table) {

  public static final Variation NONE = new Variation(Map.of(), Map.of(), Set.of(), null);

  public Variation {
    steps = Map.copyOf(steps);
    weights = Map.copyOf(weights);
    leftOut = Set.copyOf(leftOut);
  }
}
