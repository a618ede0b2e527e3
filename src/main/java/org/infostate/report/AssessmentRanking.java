package org.infostate.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.Score;
import org.infostate.chart.AssessmentFigures;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.planning.Need;
import org.infostate.planning.Priority;
import org.infostate.planning.PriorityWeights;
import org.infostate.planning.RankPriorities;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Puts what an assessment has kept, and the priorities that follow, into its workbook. */
@ApplicationScoped
public class AssessmentRanking {

  private static final int SHOWN_OF_HASH = 12;

  /** Scores of an index without goalposts go beyond. */
  private static final double HIGHEST_OF_CLOSED = 100;

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private RankPriorities rankPriorities;
  @Inject private Countries countries;

  /** The workbook of one year; of the last where none is given. */
  public RankingReport report(Assessment assessment, Integer year, Language language) {
    LeagueTable league = figures.league(assessment, year);
    AssessmentNames names = assessments.names(assessment);
    Map<String, Priority> priorities = priorities(assessment);
    return new RankingReport(
        stamp(assessment, league, language),
        names.element(assessment.index().index().root().code(), language),
        league.pillars().stream()
            .map(code -> new RankingReport.Pillar(code, names.element(code, language)))
            .toList(),
        league.lines().stream()
            .map(line -> standing(line, league, priorities.get(line.iso3()), names, language))
            .toList());
  }

  /** Empty for an index that no priorities can be drawn from. */
  private Map<String, Priority> priorities(Assessment assessment) {
    Map<String, Priority> byCountry = new HashMap<>();
    boolean possible =
        rankPriorities.possible().stream().anyMatch(one -> one.id().equals(assessment.id()));
    if (possible) {
      rankPriorities
          .of(assessment.id(), PriorityWeights.USUAL)
          .priorities()
          .forEach(priority -> byCountry.put(priority.iso3(), priority));
    }
    return byCountry;
  }

  private static Stamp stamp(Assessment assessment, LeagueTable league, Language language) {
    Texts texts = Texts.in(language);
    boolean open =
        league.lines().stream()
            .anyMatch(line -> line.score() != null && line.score() > HIGHEST_OF_CLOSED);
    return new Stamp(
        texts.text("reporting.report." + RankingReport.TEMPLATE),
        assessment.title(texts),
        assessment.indexCode()
            + " "
            + assessment.indexVersion()
            + " (SHA-256 "
            + assessment.definitionSha256().substring(0, SHOWN_OF_HASH)
            + ")"
            + (assessment.round() == null
                ? ""
                : ", " + texts.text("explanation.values." + assessment.values().code())),
        texts.text("reporting.sources.assessment", String.valueOf(assessment.id())),
        LocalDate.ofInstant(assessment.finishedAt(), ZoneOffset.UTC),
        league.lines().stream()
            .filter(line -> line.completeness() != null)
            .mapToDouble(LeagueTable.Line::completeness)
            .average()
            .orElse(Double.NaN),
        0,
        texts.text(open ? "report.ranking.reading.open" : "report.ranking.reading"));
  }

  private RankingReport.Standing standing(
      LeagueTable.Line line,
      LeagueTable league,
      Priority priority,
      AssessmentNames names,
      Language language) {
    Country country = countries.find(line.iso3()).orElseThrow();
    String weakest =
        priority == null
            ? ""
            : priority
                .gaps()
                .largestGap()
                .map(Need.Gap::element)
                .map(code -> names.element(code, language))
                .orElse("");
    return new RankingReport.Standing(
        line.iso3(),
        country.name(language),
        Texts.in(language).text("country.region." + country.region()),
        names.infoState(line.assessed().group(), language),
        line.rank() == null ? null : (int) Math.round(line.rank()),
        orMissing(line.score()),
        league.pillars().stream().map(code -> score(line.pillars().get(code))).toList(),
        orMissing(line.completeness()),
        priority == null ? null : priority.rank(),
        priority == null ? Double.NaN : priority.need(),
        weakest,
        priority == null ? "" : reason(priority, weakest, language));
  }

  private static String reason(Priority priority, String weakest, Language language) {
    Texts texts = Texts.in(language);
    Need gaps = priority.gaps();
    return texts.text(
        weakest.isEmpty() ? "report.reason" : "report.reason.weakest",
        texts.fixed(gaps.missing(), 1),
        texts.fixed(gaps.unknown(), 1),
        texts.fixed(priority.factor(), 2),
        weakest);
  }

  private static double score(Score score) {
    return score == null ? Double.NaN : orMissing(score.score());
  }

  private static double orMissing(Double number) {
    return number == null ? Double.NaN : number;
  }
}
