package org.infostate.chart;

import java.util.Arrays;
import java.util.Locale;
import org.infostate.problem.ProblemKind;

/** What can be drawn of an assessment. */
public enum ChartKind {
  RANKING,
  RADAR,
  MAP,
  HEAT,
  DISTRIBUTION,
  TRAJECTORIES,
  DIVIDE,
  DISTANCES,
  RANKS,
  SENSITIVITY;

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this code, or {@code CHART_UNKNOWN}. */
  static ChartKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemKind.CHART_UNKNOWN.exception(code));
  }
}
