package org.infostate.assessment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fired when the league table of an assessment is about to be drawn, so that capabilities that know
 * more about it can add what they want to be shown.
 *
 * @param year null in a run over a round
 * @param parts what the template is given to show it, by name
 */
public record AssessmentShown(Assessment assessment, Integer year, Map<String, Object> parts) {

  static AssessmentShown of(Assessment assessment, Integer year) {
    return new AssessmentShown(assessment, year, new LinkedHashMap<>());
  }
}
