package org.infostate.carryforward;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.infostate.problem.Problem;
import org.infostate.questionnaire.Carry;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Difference;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.Evidence;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.response.SaveAnswers;
import org.infostate.round.RoundOpened;
import org.infostate.text.Language;

/**
 * Begins the responses of a new round with what each country's last accepted response to the same
 * questionnaire says: answers that counted then, with the rows of rosters (numbered anew, from 1)
 * and the files. Between versions the {@link Difference} decides by code what is taken over; what
 * the check of the new version refuses is left behind.
 */
@ApplicationScoped
public class CarryForward {

  /** After {@code MoveResponse}, which has the default priority, has made the responses. */
  private static final int AFTER_THE_INVITATION = Interceptor.Priority.APPLICATION + 900;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private CarriedAnswers carriedAnswers;

  void carry(@Observes @Priority(AFTER_THE_INVITATION) RoundOpened opened) {
    if (opened.round().carriesForward()) {
      Map<String, Difference> differences = new HashMap<>();
      responses
          .of(opened.round(), EnumSet.of(Response.State.INVITED))
          .forEach(response -> carry(response, differences, opened.at()));
    }
  }

  private void carry(Response response, Map<String, Difference> differences, Instant now) {
    List<Response> accepted = responses.accepted(response.iso3());
    for (Form form : filledForms.forms(response)) {
      for (Response before : accepted) {
        FilledForm last =
            filledForms.of(before).stream()
                .filter(each -> each.form().code().equals(form.code()))
                .findFirst()
                .orElse(null);
        if (last != null) {
          Difference difference =
              differences.computeIfAbsent(
                  form.code() + " " + last.form().version(),
                  version -> Difference.between(last.form(), form));
          carry(response, form, before, last, difference, now);
          break;
        }
      }
    }
  }

  private void carry(
      Response response,
      Form form,
      Response before,
      FilledForm last,
      Difference difference,
      Instant now) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    Set<AnswerKey> reworded = new HashSet<>();
    List<Evidence> evidence = responses.evidence(before);
    for (Section section : last.form().sections()) {
      for (AnswerKey key : last.keys(section)) {
        Question was = last.form().questions().get(key.question());
        Held held = was.type().answered() ? last.answer(was, key.row()).orElse(null) : null;
        Difference.Carried carried =
            held == null ? null : difference.carry(key.question(), held.value()).orElse(null);
        if (carried != null) {
          Roster roster = last.form().rosterOf(key.question()).orElse(null);
          int row = roster == null ? 0 : last.rows(roster).indexOf(key.row()) + 1;
          AnswerKey here = new AnswerKey(key.question(), row);
          String value = keep(evidence, was, key, carried.value(), response, here);
          if (roster != null) {
            rows.merge(roster.name(), row, Math::max);
          }
          given.put(here, given(was, form.questions().get(key.question()), held, value));
          if (carried.verdict() == Carry.CONFIRM) {
            reworded.add(here);
          }
        }
      }
    }
    save(response, form, before, rows, given, reworded, now);
  }

  /**
   * Makes the evidence of an answer evidence of the new one.
   *
   * @return the value of the new answer: of a file its number, or null where it is gone
   */
  private String keep(
      List<Evidence> evidence,
      Question was,
      AnswerKey key,
      String value,
      Response response,
      AnswerKey here) {
    String file = null;
    for (Evidence each : evidence) {
      boolean itself = was.type() == QuestionType.FILE && String.valueOf(each.id()).equals(value);
      if (itself || each.supports(key)) {
        Evidence also = responses.keepAlso(each, response, here);
        file = itself ? String.valueOf(also.id()) : file;
      }
    }
    return was.type() == QuestionType.FILE ? file : value;
  }

  /** What was given in confidence stays so where the question itself no longer asks for it. */
  private static Given given(Question was, Question is, Held held, String value) {
    Confidentiality effective =
        Objects.requireNonNullElse(held.confidentiality(), was.confidentiality());
    return new Given(
        value,
        held.status().hasValue() && value == null ? null : held.status(),
        held.comment(),
        held.source(),
        effective.compareTo(is.confidentiality()) > 0 ? effective : null);
  }

  private void save(
      Response response,
      Form form,
      Response before,
      Map<String, Integer> rows,
      Map<AnswerKey, Given> given,
      Set<AnswerKey> reworded,
      Instant now) {
    if (given.isEmpty()) {
      return;
    }
    Map<String, List<Integer>> numbers = saveAnswers.carryRows(response, rows);
    FilledForm empty =
        new FilledForm(form, Map.of(), numbers, LocalDate.ofInstant(now, ZoneOffset.UTC));
    Map<AnswerKey, Problem> refused = new HashMap<>();
    Map<AnswerKey, Given> checked =
        SaveAnswers.check(
            given,
            List.of(empty),
            Set.copyOf(form.sections().stream().map(Section::name).toList()),
            Language.EN,
            refused);
    saveAnswers.carry(response, checked, now);
    carriedAnswers.add(
        checked.keySet().stream()
            .map(key -> new CarriedAnswer(response.id(), key, before.id(), reworded.contains(key)))
            .toList());
  }
}
