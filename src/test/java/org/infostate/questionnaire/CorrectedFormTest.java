package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

class CorrectedFormTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static final Form FORM =
      ReadForm.of(
          Map.of(
              "form.yaml",
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
                    - {type: select_one yes_no, name: heir, label: Is there a hair?, hint: Or more}
                    - {type: calculate, name: half, calculation: "1 div 2"}
              """,
              "fr.yaml",
              """
              language: fr
              review: machine
              title: Le royaume
              choices:
                yes_no: {"yes": Oui}
              labels: {crown: La couronne}
              """));

  private static TextCorrection correction(
      Language language, TextPart part, String name, String choice, String after) {
    return new TextCorrection(
        1L, language, new TextPart.At(part, name, choice), "…", after, null, "planner", NOW);
  }

  private static Form corrected(TextCorrection... corrections) {
    return CorrectedForm.of(FORM, List.of(corrections), Set.of());
  }

  @Test
  void lastCorrectionOfATextIsRead() {
    Form form =
        corrected(
            correction(Language.EN, TextPart.LABEL, "heir", null, "Is there an air?"),
            correction(Language.EN, TextPart.LABEL, "heir", null, "Is there an heir?"));
    assertEquals("Is there an heir?", form.label("heir", Language.EN));
    assertEquals("The crown", form.label("crown", Language.EN));
  }

  @Test
  void everyPartCanBeCorrectedAndNothingElseChanges() {
    Form form =
        corrected(
            correction(Language.EN, TextPart.TITLE, "", null, "The kingdom"),
            correction(Language.EN, TextPart.DESCRIPTION, "", null, "All of it."),
            correction(Language.EN, TextPart.HINT, "heir", null, null),
            correction(Language.EN, TextPart.CONSTRAINT_MESSAGE, "heir", null, "Say so."),
            correction(Language.FR, TextPart.CHOICE, "yes_no", "no", "Non"));
    assertEquals("The kingdom", form.title(Language.EN));
    assertEquals("All of it.", form.description(Language.EN));
    assertEquals("", form.hint("heir", Language.EN));
    assertEquals("Say so.", form.constraintMessage("heir", Language.FR).orElseThrow());
    assertEquals("Non", form.choiceLabel("yes_no", "no", Language.FR));
    assertEquals("Oui", form.choiceLabel("yes_no", "yes", Language.FR));
    assertEquals(FORM.sections(), form.sections());
    assertEquals(FORM.lists(), form.lists());
  }

  @Test
  void languageThatWasMissingComesWithItsFirstText() {
    Form form = corrected(correction(Language.AR, TextPart.TITLE, "", null, "المملكة"));
    assertEquals("المملكة", form.title(Language.AR));
    assertFalse(form.wordings().get(Language.AR).reviewed());
    assertEquals("Is there a hair?", form.label("heir", Language.AR), "the source stands in");
    assertEquals(Language.EN, form.labelLanguage("heir", Language.AR));
  }

  @Test
  void reviewIsSaidOfTheTranslation() {
    assertFalse(FORM.wordings().get(Language.FR).reviewed());
    assertTrue(
        CorrectedForm.of(FORM, List.of(), Set.of(Language.FR))
            .wordings()
            .get(Language.FR)
            .reviewed());
  }

  @Test
  void missingTextsAreListedWithTheirPlaces() {
    assertEquals(
        List.of(
            new MissingText(TextPart.LABEL, "heir", null, "Is there a hair?"),
            new MissingText(TextPart.HINT, "heir", null, "Or more"),
            new MissingText(TextPart.CHOICE, "yes_no", "no", "No")),
        MissingText.of(FORM, Language.FR));
    assertEquals(6, MissingText.all(FORM), "title, two labels, a hint, two choices");
    assertEquals(6, MissingText.of(FORM, Language.ZH).size());
    assertEquals(List.of(), MissingText.of(FORM, Language.EN));
  }

  @Test
  void calculationWithoutALabelHasNoTextToTranslate() {
    assertFalse(TextPart.all(FORM).contains(new TextPart.At(TextPart.LABEL, "half", null)));
    assertNull(FORM.wordings().get(Language.FR).labels().get("half"));
  }
}
