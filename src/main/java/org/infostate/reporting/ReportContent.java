package org.infostate.reporting;

import java.util.List;
import org.infostate.report.Filling;
import org.infostate.text.Language;

/** One of the reports: what it is about, and what its template is filled with. */
public interface ReportContent {

  /** What a report can be about. */
  enum Subject {
    ROUND,
    ASSESSMENT,
    PLAN;

    /** As it stands in addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The name of its template in {@code reports/}, which is also its code. */
  String template();

  Subject subject();

  /** Whether it is about one country of the subject. */
  default boolean ofOneCountry() {
    return false;
  }

  /** What a template may ask for: every value and every column, without rows. */
  Filling vocabulary();

  /**
   * @param order complete
   * @throws org.infostate.problem.ProblemException {@code NOT_FOUND} if its subject does not exist
   */
  Filling filling(ReportOrder order, Language language);

  /**
   * Refuses what it cannot be about.
   *
   * @throws org.infostate.problem.ProblemException if the subject does not exist or has no data
   */
  void check(ReportOrder order);

  /** The tables of a template, in the order of its sheets. */
  default List<String> tables() {
    return vocabulary().datasets().stream().map(org.infostate.report.Dataset::name).toList();
  }
}
