package org.infostate.planning;

/**
 * What the parts of the formula count. They are conventions, not findings, and can be changed on
 * the page.
 *
 * @param unknown share of what is not known that counts as missing, 0 to 1
 * @param lowEnd what the lowest info-state adds to exposure, 0 to {@value #MOST}
 * @param closing what the fastest-closing divide adds to exposure, 0 to {@value #MOST}
 */
public record PriorityWeights(double unknown, double lowEnd, double closing) {

  public static final PriorityWeights USUAL = new PriorityWeights(0.5, 0.5, 0.25);

  static final int MOST = 5;

  /**
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public PriorityWeights {
    if (!(unknown >= 0 && unknown <= 1)
        || !(lowEnd >= 0 && lowEnd <= MOST)
        || !(closing >= 0 && closing <= MOST)) {
      throw new IllegalArgumentException(
          "weights out of bounds: " + unknown + ", " + lowEnd + ", " + closing);
    }
  }
}
