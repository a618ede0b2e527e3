package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;
import org.junit.jupiter.api.Test;

/** What refuses a form when it is loaded, and what its author is warned about. */
class FormCheckTest {

  private static final String HEAD =
      """
      questionnaire: realm
      version: "1"
      language: en
      title: The realm
      choices:
        yes_no:
          - {name: "yes", label: "Yes"}
          - {name: "no", label: "No"}
      survey:
        - type: group
          name: crown
          label: The crown
          questions:
            - {type: select_one yes_no, name: heir, label: Is there an heir?}
            - {type: integer, name: guards, label: Guards}
      """;

  private static FormReading read(String... questions) {
    return FormReading.of(Map.of("form.yaml", HEAD + lines(questions)));
  }

  private static String lines(String... questions) {
    StringBuilder lines = new StringBuilder();
    for (String question : questions) {
      lines.append("      - {").append(question).append("}\n");
    }
    return lines.toString();
  }

  private static Problem refused(String... questions) {
    ProblemException refused = assertThrows(ProblemException.class, () -> read(questions));
    assertEquals(1, refused.problems().size(), refused.getMessage());
    return refused.first();
  }

  @Test
  void unknownQuestionIsRefusedWithItsLine() {
    Problem problem = refused("type: text, name: name, label: Name, relevant: \"${hair} = 'yes'\"");
    assertEquals(ProblemKind.FORM_REFERENCE_UNKNOWN, problem.kind());
    assertEquals("name", problem.place().question());
    assertEquals("form.yaml", problem.place().sheet());
    assertEquals(16, problem.place().line());
  }

  @Test
  void sectionThatWouldHideAnotherPageIsRefusedWithItsLine() {
    String form = HEAD.replace("name: crown", "name: evidence");
    ProblemException refused =
        assertThrows(ProblemException.class, () -> FormReading.of(Map.of("form.yaml", form)));
    assertEquals(ProblemKind.FORM_SECTION_NAME_TAKEN, refused.first().kind());
    assertEquals(10, refused.first().place().line());
  }

  @Test
  void codeThatIsNoChoiceIsRefused() {
    Problem problem =
        refused("type: text, name: name, label: Name, relevant: \"${heir} = 'maybe'\"");
    assertEquals(ProblemKind.FORM_EXPRESSION_UNFIT, problem.kind());
    assertTrue(problem.arguments().get(1).toString().contains("no choice maybe"));
  }

  @Test
  void whatCanNotBeComparedIsRefused() {
    Problem problem =
        refused(
            "type: date, name: day, label: Day",
            "type: text, name: name, label: Name, relevant: \"${day} > ${guards}\"");
    assertEquals(ProblemKind.FORM_EXPRESSION_UNFIT, problem.kind());
  }

  @Test
  void cycleIsRefusedWithItsPath() {
    Problem problem =
        refused(
            "type: text, name: one, label: One, relevant: \"${two} = 'a'\"",
            "type: text, name: two, label: Two, relevant: \"${one} = 'a'\"");
    assertEquals(ProblemKind.FORM_CYCLE, problem.kind());
    assertEquals("one → two → one", problem.arguments().get(0));
  }

  @Test
  void questionThatCanNeverBeAskedIsWarnedAbout() {
    List<Problem> warnings =
        read("type: text, name: name, label: Name, relevant: \"${heir} = 'yes' and ${heir} = 'no'\"")
            .warnings();
    assertEquals(1, warnings.size(), warnings.toString());
    assertEquals(ProblemKind.FORM_EXPRESSION_DOUBTFUL, warnings.get(0).kind());
    assertEquals("name", warnings.get(0).place().question());
    assertEquals(16, warnings.get(0).place().line());
  }

  @Test
  void constraintThatCanNeverHoldIsRefused() {
    Problem problem =
        refused("type: integer, name: towers, label: Towers, constraint: \". > 5 and . < 3\"");
    assertEquals(ProblemKind.FORM_EXPRESSION_UNFIT, problem.kind());
    assertEquals("towers", problem.place().question());
  }

  @Test
  void findingIsSaidInTheReadersLanguage() {
    Problem problem =
        refused("type: integer, name: towers, label: Towers, constraint: \". > 5 and . < 3\"");
    String english = Texts.in(Language.EN).text("problem.1222", problem.arguments().toArray());
    String french = Texts.in(Language.FR).text("problem.1222", problem.arguments().toArray());
    assertTrue(english.contains("can fulfil"), english);
    assertTrue(!french.contains("can fulfil"), french);
  }

  @Test
  void nameThatCanNotStandInAnAddressIsRefused() {
    for (String version : List.of("../1", "1/2", "a b", "1.yaml", "", "-")) {
      String form = HEAD.replace("\"1\"", '"' + version + '"');
      assertThrows(
          ProblemException.class, () -> FormReading.of(Map.of("form.yaml", form)), version);
    }
    assertEquals(
        "2026.11-b",
        FormReading.of(Map.of("form.yaml", HEAD.replace("\"1\"", "2026.11-b"))).form().version());
  }

  @Test
  void expressionIsSaidInWordsWithTheLabelsOfTheForm() {
    Form form = read("type: text, name: name, label: Name, relevant: \"${heir} = 'yes'\"").form();
    assertEquals(
        "asked only if “Is there an heir?” is “Yes”",
        InWords.of(
            form,
            "name",
            form.questions().get("name").relevant(),
            org.infostate.logic.Use.RELEVANT,
            Language.EN));
  }
}
