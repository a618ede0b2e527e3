package org.infostate.profile;

import java.util.List;
import org.infostate.analysis.UncertainCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Explanation;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.Score;
import org.infostate.country.Country;
import org.infostate.diagnostics.Profile;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.planning.Priority;
import org.infostate.planning.PriorityIntervals;
import org.infostate.planning.PriorityList;

/**
 * One country in an assessment, as it stands on its profile. Numbers are not rounded.
 *
 * @param year null in a run over a round
 * @param own its line of the league table
 * @param ranked how many countries have a rank
 * @param members how many countries its info-state has in the assessment; 0 where it has none
 * @param interval how sure score and rank are; null until somebody has asked
 * @param explanation its score taken apart; null where it has no scores
 * @param strengths indicators in which it stands above the median of all, the best first
 * @param gaps indicators in which it stands below it, the worst first
 * @param rows the whole, then its pillars in the order of the index
 * @param last what it is compared with; null where there is nothing
 * @param priorities the list that its priority is from; null where the index allows none
 * @param priority null where the country is not ranked by need
 * @param needInterval how sure that is; null until somebody has asked how sure the scores are
 * @param plan the newest agreed plan that has something for it, else the newest draft; may be null
 * @param actions those of the plan that are for this country
 */
public record CountryProfile(
    Assessment assessment,
    AssessmentNames names,
    Country country,
    Integer year,
    LeagueTable.Line own,
    int ranked,
    int members,
    UncertainCase interval,
    Explanation explanation,
    List<Profile.Standing> strengths,
    List<Profile.Standing> gaps,
    List<Row> rows,
    LastRound last,
    PriorityList priorities,
    Priority priority,
    PriorityIntervals.Interval needInterval,
    Plan plan,
    List<PlanAction> actions) {

  private static final int SHOWN_OF_HASH = 12;

  /**
   * The whole or a pillar.
   *
   * @param score of now; null where the country has no scores at all
   * @param groupMedian median score of its info-state, itself included; null where there is none
   * @param median of all countries of the assessment; null where there is none
   * @param before score in the last round; null where there is none
   */
  public record Row(String element, Score score, Double groupMedian, Double median, Double before) {

    /** The score of now; null where there is none. */
    public Double now() {
      return score == null ? null : score.score();
    }

    /** By how much the score changed; null where one of the two is not known. */
    public Double change() {
      return now() == null || before == null ? null : now() - before;
    }
  }

  /** The rows of the pillars. */
  public List<Row> pillars() {
    String whole = assessment.index().index().root().code();
    return rows.stream().filter(row -> !row.element().equals(whole)).toList();
  }

  /** The index with its version, and how its definition begins to be told from others. */
  public String method() {
    return assessment.indexCode()
        + " "
        + assessment.indexVersion()
        + " (SHA-256 "
        + assessment.definitionSha256().substring(0, SHOWN_OF_HASH)
        + ")";
  }

  /** What the scores of now are called beside those of the last round. */
  public String nowName() {
    return year == null ? assessment.round().title() : String.valueOf(year);
  }

  /** The address of its page, with the year where it has one. */
  public String path() {
    return assessment.path()
        + "/countries/"
        + country.iso3()
        + "/profile"
        + (year == null ? "" : "?year=" + year);
  }
}
