package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Country;
import org.infostate.problem.Problem;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Given;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.response.SaveAnswers;
import org.infostate.response.Via;
import org.infostate.round.PlanRound;
import org.infostate.text.Language;

/** Rounds of the sample data with the answers of the invented countries. */
@ApplicationScoped
public class SampleRounds {

  /** Questions open others: after so many passes all that are asked have been seen. */
  private static final int PASSES = 6;

  /** The country whose people the sample accounts are. */
  private static final String TOGETHER = "XAA";

  private static final Actor REVIEWER =
      new Actor(null, "reviewer", "Rafael Reviewer", Role.REVIEWER, null);

  @Inject private PlanRound planRound;
  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private Questionnaires questionnaires;
  @Inject private SampleTeamwork teamwork;

  /** A round that the countries answered in April of the year; closed by the end of June. */
  @Transactional
  void past(int year, List<Country> countries, Map<String, Double> levels, Random chance) {
    Instant opened = day(year, 3, 1);
    String code = open(year, day(year, 6, 30), opened, false, countries);
    int place = 0;
    for (Country country : countries) {
      Actor focalPoint = focalPoint(country);
      Response response = responses.require(code, country.iso3(), focalPoint);
      Instant answered = day(year, 4, 1).plus(Duration.ofDays(chance.nextInt(60)));
      fill(response, country, levels.get(country.iso3()), chance, answered, Integer.MAX_VALUE);
      finish(response, focalPoint, answered.plus(Duration.ofDays(5)), place++);
    }
    planRound.close(code, day(year, 7, 1));
  }

  /** Most are accepted; one in eight never submits, one in eight waits for the reviewer. */
  private void finish(Response response, Actor focalPoint, Instant submitted, int place) {
    if (place % 8 == 7) {
      return;
    }
    mend(response, focalPoint, submitted);
    moveResponse.submit(response, focalPoint, submitted);
    if (place % 8 == 5) {
      return;
    }
    Instant reviewed = submitted.plus(Duration.ofDays(9));
    if (place % 8 == 3) {
      moveResponse.giveBack(
          response, "Please check the figures on training once more.", REVIEWER, reviewed);
      moveResponse.submit(response, focalPoint, reviewed.plus(Duration.ofDays(2)));
    }
    moveResponse.accept(response, null, REVIEWER, reviewed.plus(Duration.ofDays(4)));
  }

  /**
   * The round that is open now: it began with the accepted answers of the last, and some countries
   * have looked through them.
   */
  @Transactional
  void current(List<Country> countries, Map<String, Double> levels, Random chance, Instant now) {
    int year = now.atZone(ZoneOffset.UTC).getYear();
    Instant opened = now.minus(Duration.ofDays(20));
    String code = open(year, now.plus(Duration.ofDays(60)), opened, true, countries);
    for (Country country : countries) {
      Response response = responses.require(code, country.iso3(), focalPoint(country));
      if (chance.nextInt(3) > 0 || country.iso3().equals(TOGETHER)) {
        Instant when = now.minus(Duration.ofDays(chance.nextInt(15) + 1L));
        int sections = country.iso3().equals(TOGETHER) ? 2 : 1 + chance.nextInt(8);
        fill(response, country, levels.get(country.iso3()), chance, when, sections);
        teamwork.lookThrough(response, sections, chance, focalPoint(country), when);
      }
      if (country.iso3().equals(TOGETHER)) {
        List<String> handed = List.of("unit_contact_point", "unit_special");
        teamwork.handOver(response, handed, focalPoint(country), opened.plus(Duration.ofDays(5)));
      }
    }
  }

  private String open(
      int year, Instant deadline, Instant opened, boolean carryForward, List<Country> countries) {
    String code = Integer.toString(year);
    List<String> versions =
        questionnaires.all().stream()
            .filter(version -> SampleData.ASKED.contains(version.code()))
            .filter(version -> version.state() == QuestionnaireVersion.State.PUBLISHED)
            .map(version -> version.code() + "/" + version.version())
            .toList();
    planRound.plan(
        code,
        "Capacity survey " + year,
        deadline,
        versions,
        countries.stream().map(Country::iso3).toList(),
        opened);
    planRound.open(code, carryForward, opened);
    return code;
  }

  private void fill(
      Response response,
      Country country,
      double level,
      Random chance,
      Instant when,
      int mostSections) {
    Actor focalPoint = focalPoint(country);
    int year = when.atZone(ZoneOffset.UTC).getYear();
    SampleAnswers invented = new SampleAnswers(chance, level, country.name(Language.EN), year - 1);
    boolean rowsAdded = false;
    for (int pass = 0; pass < PASSES; pass++) {
      Map<AnswerKey, Given> given = new HashMap<>();
      int left = mostSections;
      for (FilledForm form : filledForms.of(response)) {
        List<Section> sections = form.form().sections();
        List<Section> reached = sections.subList(0, Math.min(left, sections.size()));
        left -= reached.size();
        if (pass == 2 && !rowsAdded) {
          addRows(response, form, reached, invented, focalPoint, when);
        }
        given.putAll(invented.answers(form, reached));
      }
      if (given.isEmpty() && rowsAdded) {
        return;
      }
      rowsAdded = pass >= 2;
      if (!given.isEmpty()) {
        saveAnswers.save(response, given, Map.of(), focalPoint, Via.SAMPLE, Language.EN, when);
      }
    }
  }

  private void addRows(
      Response response,
      FilledForm form,
      List<Section> sections,
      SampleAnswers invented,
      Actor focalPoint,
      Instant when) {
    for (Section section : sections) {
      for (Roster roster : form.form().rosters().values()) {
        int rows = invented.rows();
        if (section.items().contains(roster) && form.asked(roster) && rows > 0) {
          saveAnswers.addRows(response, roster.name(), rows, focalPoint, when);
        }
      }
    }
  }

  /** Says of every answer that stands in the way of submitting that it is not available. */
  private void mend(Response response, Actor focalPoint, Instant when) {
    for (int pass = 0; pass < PASSES; pass++) {
      List<Problem> problems = new ArrayList<>(moveResponse.problems(response));
      if (problems.isEmpty()) {
        return;
      }
      Map<AnswerKey, Given> given = new HashMap<>();
      for (Problem problem : problems) {
        Integer row = problem.place().row();
        given.put(
            new AnswerKey(problem.place().question(), row == null ? 0 : row),
            Given.status(AnswerStatus.NOT_AVAILABLE));
      }
      saveAnswers.save(response, given, Map.of(), focalPoint, Via.SAMPLE, Language.EN, when);
    }
  }

  private static Actor focalPoint(Country country) {
    String login = "focal-" + country.iso3().toLowerCase(java.util.Locale.ROOT);
    return new Actor(null, login, login, Role.FOCAL_POINT, country.iso3());
  }

  private static Instant day(int year, int month, int day) {
    return LocalDate.of(year, month, day).atTime(9, 30).toInstant(ZoneOffset.UTC);
  }
}
