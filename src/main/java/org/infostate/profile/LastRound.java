package org.infostate.profile;

import java.util.Comparator;
import java.util.List;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.LeagueTable;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * What a country is compared with: the same index in the last round before that it was part of, or,
 * in a run over years, the year before in the same run.
 *
 * @param year null in a run over a round
 * @param line the country in it
 * @param sameMethod whether definition and kind of answers are the same, so that no change comes
 *     from them
 */
public record LastRound(
    Assessment assessment, Integer year, LeagueTable.Line line, boolean sameMethod) {

  /** What it is called: the title of the round, or the year. */
  public String name() {
    return year == null ? assessment.round().title() : String.valueOf(year);
  }

  /** The score of an element then; null where there is none. */
  Double score(Index index, Element element) {
    if (element.code().equals(index.root().code())) {
      return line.score();
    }
    return line.pillars().containsKey(element.code())
        ? line.pillars().get(element.code()).score()
        : null;
  }

  /**
   * The assessments that one can be compared with, the best first: of the rounds opened before, the
   * last; of its assessments by the same index, one by the same method rather than another, then
   * the newest.
   *
   * @param done the assessments that have results
   */
  static List<Assessment> before(Assessment assessment, List<Assessment> done) {
    if (assessment.round() == null || assessment.round().openedAt() == null) {
      return List.of();
    }
    return done.stream()
        .filter(one -> one.indexCode().equals(assessment.indexCode()))
        .filter(one -> one.round() != null && one.round().openedAt() != null)
        .filter(one -> one.round().openedAt().isBefore(assessment.round().openedAt()))
        .sorted(
            Comparator.comparing((Assessment one) -> one.round().openedAt())
                .thenComparing(one -> one.round().id())
                .thenComparing(one -> one.sameMethodAs(assessment))
                .thenComparing(Assessment::id)
                .reversed())
        .toList();
  }
}
