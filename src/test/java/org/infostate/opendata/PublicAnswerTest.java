package org.infostate.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ReadForm;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What of an accepted response everybody may read.
 *
 * <ol>
 *   <li>Both the question and the answer are public; an answer may be made more confidential than
 *       its question, never less.
 *   <li>Nothing of a register of contact points, no file, nothing that was taken back.
 *   <li>A status without a value is published as such.
 * </ol>
 */
class PublicAnswerTest {

  private final Map<AnswerKey, Held> held = new HashMap<>();

  /** One question {@code q} and a roster of people with their phones. */
  private static Form form(String type, String confidentiality, String register) {
    return ReadForm.of(
        Map.of(
            "form.yaml",
            """
            questionnaire: form
            version: "1"
            language: en
            title: Form
            choices:
              fruit:
                - {name: a, label: Apple}
                - {name: b, label: Pear}
            survey:
              - type: group
                name: s
                label: Section
                questions:
                  - {type: %s, name: q, label: Question, confidentiality: %s}
                  - type: repeat
                    name: people
                    label: People
                    register: %s
                    questions:
                      - {type: text, name: phone, label: Phone, confidentiality: public}
            """
                .formatted(type, confidentiality, register)));
  }

  private static Form form(String type) {
    return form(type, "public", "unit");
  }

  private void hold(
      String question, int row, String value, AnswerStatus status, Confidentiality who) {
    held.put(
        new AnswerKey(question, row),
        new Held(value, status, "a comment", "a source", who, 1, "focal", Instant.EPOCH));
  }

  private FilledForm filled(Form form) {
    return new FilledForm(form, held, Map.of("people", List.of(1, 3)), LocalDate.EPOCH);
  }

  private List<String> published(Form form) {
    return PublicAnswer.of(filled(form)).stream()
        .map(a -> a.question().name() + " " + a.row() + " " + a.held().value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLIC, , true",
    "PUBLIC, PUBLIC, true",
    "PUBLIC, OFFICIAL, false",
    "PUBLIC, CONFIDENTIAL, false",
    "OFFICIAL, , false",
    "OFFICIAL, PUBLIC, false",
    "CONFIDENTIAL, PUBLIC, false",
  })
  void theStricterOfQuestionAndAnswerCounts(
      Confidentiality asked, Confidentiality answered, boolean published) {
    hold("q", 0, "x", AnswerStatus.ANSWERED, answered);
    Form form = form("text", asked.code(), "unit");
    assertEquals(published ? List.of("q 0 x") : List.of(), published(form));
  }

  @Test
  void rowsOfRostersArePublishedButNeverThoseOfContactPoints() {
    hold("phone", 1, "1", AnswerStatus.ANSWERED, null);
    hold("phone", 2, "2", AnswerStatus.ANSWERED, null);
    hold("phone", 3, "3", AnswerStatus.ANSWERED, null);
    assertEquals(List.of("phone 1 1", "phone 3 3"), published(form("text", "public", "unit")));
    assertEquals(List.of(), published(form("text", "public", "contact_point")));
  }

  @Test
  void filesAreNotPublished() {
    hold("q", 0, "17", AnswerStatus.ANSWERED, null);
    Form form = form("file");
    assertEquals(List.of(), published(form));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusButTakenBackIsPublished(AnswerStatus status) {
    hold("q", 0, status.hasValue() ? "5" : null, status, null);
    Form form = form("integer");
    assertEquals(status == AnswerStatus.CLEARED ? 0 : 1, published(form).size());
  }

  @Test
  void unansweredQuestionsHaveNoLine() {
    Form form = form("text");
    assertEquals(List.of(), published(form));
  }

  @Test
  void answersAreShownInWords() {
    Form form = form("select_multiple fruit");
    hold("q", 0, "a b", AnswerStatus.PROVISIONAL, null);
    hold("phone", 3, "=1", AnswerStatus.ANSWERED, null);
    List<PublicSection> sections = PublicSection.of(filled(form), Language.EN);
    assertEquals(
        List.of(
            new PublicSection(
                "Form",
                "Section",
                List.of(
                    new ShownAnswer("Question", "Apple; Pear", AnswerStatus.PROVISIONAL, false)),
                List.of(
                    new PublicSection.RosterTable(
                        "People",
                        List.of("Phone"),
                        List.of(
                            List.of(
                                new ShownAnswer("Phone", "=1", AnswerStatus.ANSWERED, true))))))),
        sections);
  }

  @ParameterizedTest
  @CsvSource({"1997, 1997", "-5, -5", "9999, 9999", "10000, '10,000'", "0, 0"})
  void yearsAreNotGrouped(String value, String shown) {
    Form form = form("integer");
    hold("q", 0, value, AnswerStatus.ANSWERED, null);
    assertEquals(
        shown, PublicSection.of(filled(form), Language.EN).get(0).answers().get(0).value());
  }

  @Test
  void whatHasNoValueIsShownByItsStatus() {
    Form form = form("integer");
    hold("q", 0, null, AnswerStatus.NOT_AVAILABLE, null);
    assertEquals(
        new ShownAnswer("Question", "", AnswerStatus.NOT_AVAILABLE, false),
        PublicSection.of(filled(form), Language.EN).get(0).answers().get(0));
  }
}
