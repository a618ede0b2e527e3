package org.infostate.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentShown;

/** Puts intervals beside the ranks of a league table, once somebody has asked how sure they are. */
@ApplicationScoped
public class LeagueIntervals {

  @Inject private UncertaintyRuns runs;
  @Inject private UncertaintyTables tables;

  /**
   * The newest finished run over the whole of the year that is shown.
   *
   * @param cases by country
   */
  public record Intervals(UncertaintyRun run, Map<String, UncertainCase> cases) {}

  void add(@Observes AssessmentShown shown) {
    of(shown.assessment(), shown.year())
        .ifPresent(intervals -> shown.parts().put("intervals", intervals));
  }

  /**
   * The intervals of a year of an assessment; empty until somebody has asked for them.
   *
   * @param year null in an assessment over a round
   */
  public Optional<Intervals> of(Assessment assessment, Integer year) {
    String whole = assessment.index().index().root().code();
    return runs.of(assessment).stream()
        .filter(run -> run.state() == UncertaintyRun.State.DONE)
        .filter(run -> run.element().equals(whole) && Objects.equals(run.year(), year))
        .findFirst()
        .map(run -> new Intervals(run, cases(run)));
  }

  private Map<String, UncertainCase> cases(UncertaintyRun run) {
    return tables.cases(run.id()).stream()
        .collect(Collectors.toMap(UncertainCase::iso3, Function.identity()));
  }
}
