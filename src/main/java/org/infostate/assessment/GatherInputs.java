package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.review.Verdict;
import org.infostate.review.Verification;
import org.infostate.review.Verifications;
import org.infostate.round.Round;
import org.infostate.round.RoundCountry;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Source;
import org.infostate.statistics.FigureTable;
import org.infostate.statistics.Statistics;

/** Fetches what a run reads: published figures, and the responses of its round. */
@ApplicationScoped
public class GatherInputs {

  /** How old a figure may be that stands beside the answers of a round. */
  private static final int OLDEST_YEARS = 10;

  @Inject private Countries countries;
  @Inject private Statistics statistics;
  @Inject private Questionnaires questionnaires;
  @Inject private Responses responses;
  @Inject private Verifications verifications;

  /** Whether a run would find anything to read. */
  boolean anything(RunPlan plan, Index index) {
    Map<String, Country> population = population(plan.population());
    return plan.round() == null
        ? figures(new Measurements(index), plan.firstYear(), plan.lastYear()).countries().stream()
            .anyMatch(population::containsKey)
        : readable(plan.round(), plan.submittedToo()).stream()
            .anyMatch(response -> population.containsKey(response.iso3()));
  }

  /** Everything that the run of this assessment reads. */
  Inputs of(Assessment assessment) {
    Index index = assessment.index().index();
    return assessment.round() == null
        ? ofStatistics(assessment, index)
        : ofRound(assessment, index);
  }

  private Inputs ofStatistics(Assessment assessment, Index index) {
    Measurements measurements = new Measurements(index);
    FigureTable figures = figures(measurements, assessment.firstYear(), assessment.lastYear());
    Map<String, Country> population = population(assessment.population());
    List<AssessedCase> cases = new ArrayList<>();
    for (String iso3 : figures.countries()) {
      Country country = population.get(iso3);
      for (int year = assessment.firstYear();
          country != null && year <= assessment.lastYear();
          year++) {
        measurements.addFigures(new Case(iso3, year, groups(country)), figures);
        cases.add(new AssessedCase(iso3, year, AssessedCase.Basis.STATISTICS, null, null, null));
      }
    }
    return new Inputs(measurements.table(), cases);
  }

  private FigureTable figures(Measurements measurements, int firstYear, int lastYear) {
    return statistics.table(measurements.names(Source.Kind.STATISTICS), firstYear, lastYear);
  }

  private Map<String, Country> population(Population population) {
    Map<String, Country> found = new TreeMap<>();
    countries.all().stream()
        .filter(country -> Population.of(country) == population)
        .forEach(country -> found.put(country.iso3(), country));
    return found;
  }

  /** The groups of a country that imputation and peers may ask for. */
  static Map<String, String> groups(Country country) {
    return Map.of("region", country.region(), "sub-region", country.subRegion());
  }

  private Inputs ofRound(Assessment assessment, Index index) {
    Round round = assessment.round();
    Measurements measurements = new Measurements(index);
    int year = LocalDate.ofInstant(round.deadline(), ZoneOffset.UTC).getYear();
    FigureTable figures = figures(measurements, year - OLDEST_YEARS, year);
    Map<String, Country> population = population(assessment.population());
    Map<String, Response> readable = new TreeMap<>();
    readable(round, assessment.submittedToo()).forEach(r -> readable.put(r.iso3(), r));
    List<AssessedCase> cases = new ArrayList<>();
    for (RoundCountry asked : round.countries()) {
      Country country = population.get(asked.iso3());
      Response response = readable.get(asked.iso3());
      if (country != null && response != null) {
        boolean accepted = response.state() == Response.State.ACCEPTED;
        measurements.addAnswers(
            new Case(country.iso3(), null, groups(country)),
            answers(response, accepted, assessment.values()),
            figures,
            year);
        cases.add(assessed(response, accepted));
      } else if (country != null) {
        cases.add(
            new AssessedCase(country.iso3(), null, AssessedCase.Basis.NONE, null, null, null));
      }
    }
    return new Inputs(measurements.table(), cases);
  }

  private static AssessedCase assessed(Response response, boolean accepted) {
    return new AssessedCase(
        response.iso3(),
        null,
        accepted ? AssessedCase.Basis.ACCEPTED : AssessedCase.Basis.SUBMITTED,
        response.id(),
        null,
        null);
  }

  /** The responses of a round that a run may read. */
  private List<Response> readable(Round round, boolean submittedToo) {
    Set<Response.State> states = EnumSet.of(Response.State.ACCEPTED);
    if (submittedToo) {
      states.add(Response.State.SUBMITTED);
    }
    return responses.of(round, states);
  }

  /** The forms as they were answered; today is the day on which the response came to its state. */
  private AnswerSource answers(Response response, boolean accepted, AnswerValues values) {
    Map<AnswerKey, Held> held = responses.held(response);
    List<Verification> verdicts =
        verifications.of(response).values().stream()
            .filter(verdict -> verdict.about(held.get(verdict.key())))
            .toList();
    Map<AnswerKey, Given> instead = values == AnswerValues.VERIFIED ? instead(verdicts) : Map.of();
    Map<String, List<Integer>> rows = responses.rows(response);
    LocalDate day = LocalDate.ofInstant(response.stateSince(), ZoneOffset.UTC);
    List<FilledForm> forms =
        response.round().versions().stream()
            .map(QuestionnaireVersion::id)
            .map(questionnaires::form)
            .map(form -> new FilledForm(form, held, rows, day).with(instead, Map.of()))
            .toList();
    return new AnswerSource(forms, accepted, judged(verdicts, instead.keySet()));
  }

  /**
   * Whether each judged answer is confirmed as it is read: an answer that a reviewer confirmed, or
   * the value that the reviewer found instead.
   *
   * @param instead the answers that are read with the value that the reviewer found
   */
  static Map<AnswerKey, Boolean> judged(List<Verification> verdicts, Set<AnswerKey> instead) {
    Map<AnswerKey, Boolean> judged = new HashMap<>();
    for (Verification verdict : verdicts) {
      if (verdict.verdict() != Verdict.WITHDRAWN) {
        judged.put(
            verdict.key(),
            verdict.verdict() == Verdict.CONFIRMED || instead.contains(verdict.key()));
      }
    }
    return judged;
  }

  /** What reviewers found instead of the answers. */
  private static Map<AnswerKey, Given> instead(List<Verification> verdicts) {
    Map<AnswerKey, Given> instead = new HashMap<>();
    for (Verification verdict : verdicts) {
      if (verdict.value() != null) {
        instead.put(
            verdict.key(), new Given(verdict.value(), AnswerStatus.ANSWERED, null, null, null));
      }
    }
    return instead;
  }
}
