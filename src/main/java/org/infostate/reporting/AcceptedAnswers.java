package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Countries;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.report.Stamp;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Held;
import org.infostate.response.Progress;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.round.Round;
import org.infostate.round.Rounds;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The accepted answers of a round, as reports use them. Contact points are left out, because they
 * name people; of confidential answers there is only that they were given.
 */
@ApplicationScoped
public class AcceptedAnswers {

  private static final String CONTACTS = "contact_point";

  /** Reports are made away from requests; planners may read what is in them. */
  private static final Actor PLANNER = new Actor(null, "-", "", Role.PLANNER, null);

  @Inject private Rounds rounds;
  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Countries countries;
  @Inject private Clock clock;

  /**
   * One answer.
   *
   * @param roster null outside rosters
   * @param row 0 outside rosters
   * @param held null where the question is asked and nothing is given
   */
  record One(Form form, Section section, Roster roster, int row, Question question, Held held) {

    /** Whether its value must not be shown. */
    boolean withheld() {
      return held != null
          && held.status().hasValue()
          && (question.confidentiality() == Confidentiality.CONFIDENTIAL
              || held.confidentiality() == Confidentiality.CONFIDENTIAL);
    }

    boolean valued() {
      return held != null && held.status().hasValue() && !withheld();
    }

    /** A number as such; null for anything else. */
    BigDecimal figure() {
      return valued()
              && (question.type() == QuestionType.INTEGER
                  || question.type() == QuestionType.DECIMAL)
          ? new BigDecimal(held.value())
          : null;
    }

    /** A date as such; null for anything else. */
    LocalDate date() {
      return valued() && question.type() == QuestionType.DATE
          ? LocalDate.parse(held.value())
          : null;
    }

    /** The value in words of a language; null where there is none to show. */
    String words(Language language) {
      if (!valued()) {
        return null;
      }
      return switch (question.type()) {
        case SELECT_ONE, SELECT_MULTIPLE ->
            Arrays.stream(held.value().split(" "))
                .map(choice -> form.choiceLabel(question.list(), choice, language))
                .collect(Collectors.joining("; "));
        default -> held.value();
      };
    }

    /** How it stands, in words. */
    String standing(Texts texts) {
      return texts.text(
          "reporting.status."
              + (held == null ? "none" : withheld() ? "withheld" : held.status().code()));
    }
  }

  /** The round with this code, or {@code REPORT_SUBJECT}. */
  Round round(String code) {
    return rounds
        .find(String.valueOf(code), PLANNER)
        .orElseThrow(
            () ->
                ProblemKind.REPORT_SUBJECT
                    .at(Place.question("subject"), String.valueOf(code))
                    .exception());
  }

  List<Round> rounds() {
    return rounds.all(PLANNER);
  }

  List<Response> accepted(Round round) {
    return responses.accepted(round);
  }

  List<Response> all(Round round) {
    return responses.of(round, java.util.EnumSet.allOf(Response.State.class));
  }

  List<Form> forms(Response response) {
    return filledForms.forms(response);
  }

  /** What of a response is dealt with. */
  Progress progress(Response response) {
    return Progress.sum(
        filledForms.of(response).stream()
            .flatMap(
                form -> form.form().sections().stream().filter(form::asked).map(form::progress))
            .toList());
  }

  /** Every question that a response is asked, in the order of the forms. */
  List<One> of(Response response, Predicate<Form> wanted) {
    List<One> found = new ArrayList<>();
    for (FilledForm filled : filledForms.of(response)) {
      if (wanted.test(filled.form())) {
        filled.form().sections().stream()
            .filter(filled::asked)
            .forEach(section -> add(filled, section, found));
      }
    }
    return found;
  }

  private static void add(FilledForm filled, Section section, List<One> found) {
    for (Item item : section.items()) {
      if (item instanceof Roster roster) {
        if (!CONTACTS.equals(roster.register()) && filled.asked(roster)) {
          for (int row : filled.rows(roster)) {
            roster.questions().forEach(each -> add(filled, section, roster, row, each, found));
          }
        }
      } else {
        add(filled, section, null, 0, (Question) item, found);
      }
    }
  }

  private static void add(
      FilledForm filled,
      Section section,
      Roster roster,
      int row,
      Question question,
      List<One> found) {
    if (question.type().answered()
        && question.type() != QuestionType.FILE
        && filled.asked(question, row)) {
      found.add(
          new One(
              filled.form(),
              section,
              roster,
              row,
              question,
              filled.answer(question, row).orElse(null)));
    }
  }

  String country(String iso3, Language language) {
    return countries.find(iso3).map(country -> country.name(language)).orElse(iso3);
  }

  String region(String iso3, Texts texts) {
    return countries
        .find(iso3)
        .map(country -> texts.text("country.region." + country.region()))
        .orElse("");
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The questionnaires of a round with their versions, as the method of a report. */
  static String versions(Round round) {
    return round.versions().stream()
        .map(version -> version.code() + " " + version.version())
        .collect(Collectors.joining(", "));
  }

  /** What a report about the accepted answers of a round rests on. */
  Stamp stamp(Round round, String template, int given, int asked, int withheld, Language language) {
    Texts texts = Texts.in(language);
    return new Stamp(
        texts.text("reporting.report." + template),
        round.title(),
        versions(round),
        texts.text("reporting.sources.accepted", accepted(round).size(), round.countries().size()),
        today(),
        asked == 0 ? Double.NaN : (double) given / asked,
        withheld,
        texts.text("reporting.reading." + template));
  }
}
