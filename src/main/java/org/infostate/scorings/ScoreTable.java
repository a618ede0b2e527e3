package org.infostate.scorings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.infostate.assessment.SelfExpressions;
import org.infostate.assessment.Sha256;
import org.infostate.cluster.Groups;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;

/** Scores a table that somebody sent, for the page and for the API alike. Stores nothing. */
@ApplicationScoped
public class ScoreTable {

  private final Semaphore places = new Semaphore(Limits.MOST_RUNS);

  @Inject private Clock clock;

  /**
   * Reads what was sent and takes the steps of the index.
   *
   * @throws org.infostate.problem.ProblemException with everything that is wrong in the definition
   *     and the data; or because too many run at the same time, or it takes too long
   */
  Scored run(ScoringOrder order) {
    if (!places.tryAcquire()) {
      throw ProblemKind.SCORING_BUSY.exception(Limits.MOST_RUNS);
    }
    try {
      return score(order, new TimeLimit(clock));
    } finally {
      places.release();
    }
  }

  /**
   * The same without a place to wait for.
   *
   * @param pulse run again and again; may throw to stop
   */
  static Scored score(ScoringOrder order, Runnable pulse) {
    Findings findings = new Findings();
    Definition definition = Definition.read(order, findings);
    String part = ScoringOrder.DATA;
    CsvPart csv = CsvPart.read(part, order.part(part), Limits.MOST_CASES, findings);
    DataTable data = null;
    if (csv != null && definition != null) {
      data = DataTable.read(csv, definition, findings, pulse);
    } else if (csv != null) {
      DataTable.check(csv, findings);
    }
    findings.refuse();
    Result result = Scoring.run(definition.index(), data.table(), new SelfExpressions(), pulse);
    Map<Integer, Groups> groups =
        definition.grouping() == null ? Map.of() : definition.grouping().of(result.scores());
    Map<String, String> hashes = new TreeMap<>();
    order.parts().forEach((name, content) -> hashes.put(name, Sha256.of(content)));
    return new Scored(result, definition.grouping(), groups, data.names(), data.unused(), hashes);
  }
}
