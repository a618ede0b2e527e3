package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  private static final String FIRST =
      """
      questionnaire: realm
      version: "1"
      language: en
      title: The realm
      choices:
        status:
          - {name: yes_law, label: In force}
          - {name: draft, label: Draft}
          - {name: none, label: None}
        tongue:
          - {name: de, label: German}
          - {name: la, label: Latin}
      survey:
        - type: group
          name: crown
          label: The crown
          questions:
            - {type: select_one status, name: law, label: Is there a law?}
            - {type: integer, name: guards, label: Guards, confidentiality: confidential}
            - {type: text, name: king, label: Name of the king, hint: As at court}
            - {type: select_multiple tongue, name: tongues, label: Languages}
        - type: group
          name: walls
          label: Walls
          questions:
            - type: repeat
              name: wall_roster
              label: Parts
              questions:
                - {type: text, name: wall_name, label: Name}
                - {type: integer, name: wall_height, label: Height}
            - {type: calculate, name: height, calculation: "sum(${wall_height})"}
      """;

  private static final String FRENCH =
      """
      language: fr
      title: Le royaume
      labels: {king: Nom du roi}
      """;

  private static Difference to(String... replacements) {
    String second = FIRST.replace("\"1\"", "\"2\"");
    for (int i = 0; i < replacements.length; i += 2) {
      assertTrue(second.contains(replacements[i]), replacements[i]);
      second = second.replace(replacements[i], replacements[i + 1]);
    }
    return Difference.between(
        ReadForm.of(Map.of("form.yaml", FIRST)), ReadForm.of(Map.of("form.yaml", second)));
  }

  private static Change only(Difference difference) {
    assertEquals(1, difference.changes().size(), difference.changes().toString());
    return difference.changes().get(0);
  }

  @Test
  void sameFormDiffersInNothing() {
    Difference difference = to();
    assertEquals(List.of(), difference.changes());
    assertEquals(Carry.KEEP, difference.carryOver("king"));
    assertEquals(
        Optional.of(new Difference.Carried(Carry.KEEP, "Rudolf")),
        difference.carry("king", "Rudolf"));
  }

  @Test
  void addedQuestionStartsItsSeries() {
    Change change =
        only(
            to(
                "      - {type: text, name: king,",
                "      - {type: text, name: queen, label: Name of the queen}\n"
                    + "      - {type: text, name: king,"));
    assertEquals(Change.Kind.QUESTION_ADDED, change.kind());
    assertEquals("queen", change.subject());
    assertEquals("crown", change.after());
    assertEquals(Series.STARTS, change.series());
  }

  @Test
  void removedQuestionIsDroppedAndEndsItsSeries() {
    Difference difference =
        to("      - {type: text, name: king, label: Name of the king, hint: As at court}\n", "");
    Change change = only(difference);
    assertEquals(Change.Kind.QUESTION_REMOVED, change.kind());
    assertEquals(Series.ENDS, change.series());
    assertEquals(Carry.DROP, difference.carryOver("king"));
    assertEquals(Optional.empty(), difference.carry("king", "Rudolf"));
    assertEquals(Carry.KEEP, difference.carryOver("guards"));
  }

  @Test
  void renamedQuestionIsAnotherOne() {
    Difference difference = to("name: king", "name: monarch");
    assertEquals(
        List.of(Change.Kind.QUESTION_ADDED, Change.Kind.QUESTION_REMOVED),
        difference.changes().stream().map(Change::kind).toList());
    assertEquals(Carry.DROP, difference.carryOver("king"));
    assertEquals(Carry.DROP, difference.carryOver("monarch"));
  }

  @Test
  void questionThatMovesIsKept() {
    Difference difference =
        to(
            "      - {type: text, name: king, label: Name of the king, hint: As at court}\n",
            "",
            "      - {type: calculate, name: height",
            "      - {type: text, name: king, label: Name of the king, hint: As at court}\n"
                + "      - {type: calculate, name: height");
    Change change = only(difference);
    assertEquals(Change.Kind.QUESTION_MOVED, change.kind());
    assertEquals("crown", change.before());
    assertEquals("walls", change.after());
    assertEquals(Carry.KEEP, difference.carryOver("king"));
  }

  @Test
  void questionThatMovesIntoRosterIsDropped() {
    Difference difference =
        to(
            "      - {type: text, name: king, label: Name of the king, hint: As at court}\n",
            "",
            "          - {type: text, name: wall_name",
            "          - {type: text, name: king, label: Name of the king, hint: As at court}\n"
                + "          - {type: text, name: wall_name");
    assertEquals(Change.Kind.QUESTION_MOVED, only(difference).kind());
    assertEquals(Series.BREAKS, only(difference).series());
    assertEquals(Carry.DROP, difference.carryOver("king"));
  }

  @Test
  void fewestQuestionsAreSaidToHaveMoved() {
    assertEquals(List.of("a"), Moves.of(List.of("a", "b", "c", "d"), List.of("b", "c", "d", "a")));
    assertEquals(List.of(), Moves.of(List.of("a", "b", "c"), List.of("x", "a", "c")));
    assertEquals(List.of("c", "b"), Moves.of(List.of("a", "b", "c"), List.of("c", "b", "a")));
    assertEquals(List.of(), Moves.of(List.of(), List.of("a")));
  }

  @ParameterizedTest
  @CsvSource({
    "integer, decimal, KEEP, CONTINUES",
    "decimal, integer, CONFIRM, BREAKS",
    "integer, text, CONFIRM, BREAKS",
    "date, text, CONFIRM, BREAKS",
    "text, integer, DROP, BREAKS",
    "text, date, DROP, BREAKS",
    "select_one status, select_multiple status, CONFIRM, BREAKS",
    "select_multiple status, select_one status, DROP, BREAKS",
    "select_one status, text, DROP, BREAKS",
    "text, select_one status, DROP, BREAKS",
    "text, file, DROP, BREAKS",
    "text, note, DROP, BREAKS",
  })
  void changeOfTypeDecides(String was, String is, Carry carry, Series series) {
    Form before =
        ReadForm.of(Map.of("form.yaml", FIRST.replace("text, name: king", was + ", name: king")));
    Form after =
        ReadForm.of(Map.of("form.yaml", FIRST.replace("text, name: king", is + ", name: king")));
    Difference difference = Difference.between(before, after);
    Change change = only(difference);
    assertEquals(Change.Kind.TYPE, change.kind());
    assertEquals(carry, change.carry());
    assertEquals(series, change.series());
    assertEquals(carry, difference.carryOver("king"));
  }

  @Test
  void answerWithRemovedChoiceIsDroppedAndOthersStay() {
    Difference difference = to("    - {name: draft, label: Draft}\n", "");
    Change change = only(difference);
    assertEquals(Change.Kind.CHOICE_REMOVED, change.kind());
    assertEquals("draft", change.choice());
    assertEquals(List.of("law"), change.questions());
    assertEquals(Series.BREAKS, change.series());
    assertEquals(Optional.empty(), difference.carry("law", "draft"));
    assertEquals(
        Optional.of(new Difference.Carried(Carry.KEEP, "none")), difference.carry("law", "none"));
  }

  @Test
  void removedChoiceIsTakenFromSeveral() {
    Difference difference = to("    - {name: de, label: German}\n", "");
    assertEquals(
        Optional.of(new Difference.Carried(Carry.CONFIRM, "la")),
        difference.carry("tongues", "de la"));
    assertEquals(
        Optional.of(new Difference.Carried(Carry.KEEP, "la")), difference.carry("tongues", "la"));
    assertEquals(Optional.empty(), difference.carry("tongues", "de"));
  }

  @Test
  void choicesAreMappedByCodeInTheOrderOfTheLaterList() {
    Difference difference =
        to(
            "    - {name: de, label: German}\n    - {name: la, label: Latin}\n",
            "    - {name: la, label: Latin}\n    - {name: de, label: German}\n");
    assertEquals(Change.Kind.CHOICE_MOVED, only(difference).kind());
    assertEquals(
        Optional.of(new Difference.Carried(Carry.KEEP, "la de")),
        difference.carry("tongues", "de la"));
  }

  @Test
  void addedChoiceIsConfirmed() {
    Difference difference =
        to(
            "    - {name: none, label: None}",
            "    - {name: none, label: None}\n    - {name: part, label: In part}");
    assertEquals(Change.Kind.CHOICE_ADDED, only(difference).kind());
    assertEquals(Carry.CONFIRM, difference.carryOver("law"));
    assertEquals(Carry.KEEP, difference.carryOver("tongues"));
  }

  @Test
  void wordingOfTheSourceIsConfirmedAndOfTranslationsNot() {
    Difference words = to("label: Name of the king", "label: Name of the ruler");
    assertEquals(Change.Kind.LABEL, only(words).kind());
    assertEquals(Language.EN, only(words).language());
    assertEquals(Carry.CONFIRM, words.carryOver("king"));

    Difference translation =
        Difference.between(
            ReadForm.of(Map.of("form.yaml", FIRST, "fr.yaml", FRENCH)),
            ReadForm.of(
                Map.of("form.yaml", FIRST, "fr.yaml", FRENCH.replace("Nom du roi", "Le roi"))));
    assertEquals("Nom du roi", only(translation).before());
    assertEquals("Le roi", only(translation).after());
    assertEquals(Carry.KEEP, translation.carryOver("king"));
  }

  @Test
  void expressionsAreCompared() {
    Difference relevant = to("name: guards", "name: guards, relevant: \"${law} = 'draft'\"");
    assertEquals(Change.Kind.RELEVANT, only(relevant).kind());
    assertEquals(Carry.KEEP, relevant.carryOver("guards"));
    assertEquals(Series.BREAKS, only(relevant).series());

    Difference constraint = to("name: guards", "name: guards, constraint: \". >= 0\"");
    assertEquals(Carry.CONFIRM, constraint.carryOver("guards"));

    Difference calculation = to("sum(${wall_height})", "max(${wall_height})");
    assertEquals(Change.Kind.CALCULATION, only(calculation).kind());
    assertEquals(Series.BREAKS, only(calculation).series());
    assertEquals(Carry.DROP, calculation.carryOver("height"), "nobody answers it");
  }

  @Test
  void relevanceOfSectionConcernsWhatStandsInIt() {
    Difference difference = to("label: Walls", "label: Walls\n    relevant: \"${law} = 'draft'\"");
    assertEquals(List.of("wall_name", "wall_height", "height"), only(difference).questions());
  }

  @Test
  void lowerConfidentialityIsConfirmed() {
    assertEquals(
        Carry.CONFIRM,
        to("confidentiality: confidential", "confidentiality: public").carryOver("guards"));
    assertEquals(
        Carry.KEEP,
        to("name: king,", "name: king, confidentiality: confidential,").carryOver("king"));
  }

  @Test
  void strictestRuleWins() {
    Difference difference =
        to(
            "type: integer, name: guards, label: Guards",
            "type: select_one status, name: guards, label: Sentries");
    assertEquals(2, difference.changes().size());
    assertEquals(Carry.DROP, difference.carryOver("guards"));
  }

  @Test
  void rosterThatGoesTakesItsQuestions() {
    String roster =
        FIRST.substring(
            FIRST.indexOf("      - type: repeat"), FIRST.indexOf("      - {type: calc"));
    Difference difference = to(roster, "", "sum(${wall_height})", "1 + 1");
    assertTrue(difference.changes().stream().anyMatch(c -> c.kind() == Change.Kind.ROSTER_REMOVED));
    assertEquals(Carry.DROP, difference.carryOver("wall_height"));
  }

  @Test
  void answerThatIsOnlyStatusIsCarriedAsSuch() {
    assertEquals(Optional.of(new Difference.Carried(Carry.KEEP, null)), to().carry("law", null));
  }
}
