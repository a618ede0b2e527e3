package org.infostate.reporting;

import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/**
 * What somebody asks for.
 *
 * @param template code of the report
 * @param subject code of the round, or number of the assessment or plan
 * @param country ISO code, where the report is about one country; else null
 * @param year of an assessment over years; null for the last, and where there are none
 * @param language tag; that of the reader if null
 */
public record ReportOrder(
    String template, String subject, String country, Integer year, String language) {

  /**
   * The number of the assessment or plan.
   *
   * @throws org.infostate.problem.ProblemException {@code REPORT_SUBJECT}
   */
  long number() {
    if (subject == null || !subject.matches("\\d{1,15}")) {
      throw ProblemKind.REPORT_SUBJECT
          .at(Place.question("subject"), String.valueOf(subject))
          .exception();
    }
    return Long.parseLong(subject);
  }
}
