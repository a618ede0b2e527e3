package org.infostate;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assessment of the last round of the sample data by the capacity index. Tests that share a
 * server have rounds and assessments of their own beside it, which hold next to nothing.
 */
final class SampleAssessment {

  private static final int PATIENCE_SECONDS = 120;

  private SampleAssessment() {}

  /** Code of the last round, which is named after the last year. */
  static String round() {
    return String.valueOf(Year.now(ZoneOffset.UTC).getValue() - 1);
  }

  /** Number of the assessment, once it is done. */
  static String number(Caller planner) {
    Pattern done =
        Pattern.compile(
            "\"id\":(\\d+),\"index\":\"capacity\"[^}]*\"round\":\"%s\"[^}]*\"state\":\"done\""
                .formatted(round()));
    String all = "";
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      all = planner.get("/api/v1/assessments").body();
      Matcher found = done.matcher(all);
      if (found.find()) {
        return found.group(1);
      }
      pause();
    }
    throw new AssertionError("The sample data have no assessment of the last round: " + all);
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
