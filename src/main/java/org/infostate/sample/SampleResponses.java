package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Country;
import org.infostate.problem.Problem;
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
import org.infostate.text.Language;

/**
 * What one invented country answered in a round of the sample data. Each country is one
 * transaction: the answers of the others would weigh on each of its queries.
 */
@ApplicationScoped
public class SampleResponses {

  /** Questions open others: after so many passes all that are asked have been seen. */
  private static final int PASSES = 6;

  /** The country whose people the sample accounts are. */
  private static final String TOGETHER = "XAA";

  private static final Actor REVIEWER =
      new Actor(null, "reviewer", "Rafael Reviewer", Role.REVIEWER, null);

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private SampleTeamwork teamwork;

  /** Answers a round of an earlier year and takes the response as far as its place says. */
  @Transactional
  public void past(
      String round, Country country, double level, Random chance, Instant answered, int place) {
    Actor focalPoint = focalPoint(country);
    Response response = responses.require(round, country.iso3(), focalPoint);
    fill(response, country, level, chance, answered, Integer.MAX_VALUE);
    finish(response, focalPoint, answered.plus(Duration.ofDays(5)), place);
  }

  /** Begins the round that is open, or does not. */
  @Transactional
  public void current(
      String round, Country country, double level, Random chance, Instant opened, Instant now) {
    Actor focalPoint = focalPoint(country);
    Response response = responses.require(round, country.iso3(), focalPoint);
    boolean together = country.iso3().equals(TOGETHER);
    if (chance.nextInt(3) > 0 || together) {
      Instant when = now.minus(Duration.ofDays(chance.nextInt(15) + 1L));
      int sections = together ? 2 : 1 + chance.nextInt(8);
      fill(response, country, level, chance, when, sections);
      teamwork.lookThrough(response, sections, chance, focalPoint, when);
    }
    if (together) {
      List<String> handed = List.of("unit_contact_point", "unit_special");
      teamwork.handOver(response, handed, focalPoint, opened.plus(Duration.ofDays(5)));
    }
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
    String login = "focal-" + country.iso3().toLowerCase(Locale.ROOT);
    return new Actor(null, login, login, Role.FOCAL_POINT, country.iso3());
  }
}
