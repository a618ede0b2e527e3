package org.infostate.scoring;

/**
 * Settles what the children of one parent count for each other. Without this step it is the weights
 * of the index.
 *
 * @param method see there
 */
public record Weighting(Method method) implements Step {

  /** Where weights come from. */
  public enum Method {
    /** From the index. */
    GIVEN,
    /** All the same. */
    EQUAL
  }

  @Override
  public String name() {
    return "weigh";
  }

  @Override
  public Table take(Work work) {
    for (int i = 0; i < work.weights.length; i++) {
      work.weights[i] = method == Method.EQUAL ? 1 : work.tree.elements[i].weight();
    }
    return work.table;
  }
}
