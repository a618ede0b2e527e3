package org.infostate.analysis;

import java.util.List;

/**
 * What a planner asks to be varied, and how often. Everything may be null.
 *
 * @param year whose ranks are looked at; the last if null
 * @param element whose ranks; the whole if null
 * @param replications {@value #REPLICATIONS} if null
 * @param seed of all chance; that of the assessment if null
 * @param top how many of the first count as the top; {@value #TOP} if null
 * @param factors names, as in {@link org.infostate.assessment.Doubts#NAMES}; if null all that the
 *     index declares, or all that are usual but for leaving out
 * @param weights share by which weights vary; if null as declared or usual
 * @param unverified share of their range by which answers that nobody has confirmed vary; likewise
 * @param sensitivity points of the design that tells what matters, {@value #SENSITIVITY} if null; 0
 *     for none
 */
public record UncertaintyOrder(
    Integer year,
    String element,
    Integer replications,
    Long seed,
    Integer top,
    List<String> factors,
    Double weights,
    Double unverified,
    Integer sensitivity) {

  public static final int REPLICATIONS = 2000;
  public static final int TOP = 10;
  public static final int SENSITIVITY = 256;
}
