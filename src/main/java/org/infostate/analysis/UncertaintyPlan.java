package org.infostate.analysis;

import java.util.List;
import org.infostate.assessment.Assessment;

/**
 * What an uncertainty run is going to do, checked and complete.
 *
 * @param year null in an assessment without years
 * @param factors names of what varies, in order
 * @param weights share by which weights vary; null as declared or usual
 * @param unverified share by which answers vary; null as declared or usual
 * @param design points of the design of the sensitivity; 0 for none
 */
record UncertaintyPlan(
    Assessment assessment,
    Integer year,
    String element,
    int replications,
    long seed,
    int top,
    List<String> factors,
    Double weights,
    Double unverified,
    int design) {}
