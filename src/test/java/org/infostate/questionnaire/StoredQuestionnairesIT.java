package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.infostate.Suite;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of questionnaire versions, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredQuestionnairesIT {

  @Inject private Questionnaires questionnaires;

  private QuestionnaireVersion equipment() {
    return questionnaires.find("equipment", "1").orElseThrow();
  }

  private Map<String, String> shipped() {
    return ShippedFiles.forms().stream()
        .filter(files -> files.get(FormFile.FORM).contains("questionnaire: equipment"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void aVersionIsKeptVerbatim() {
    assertEquals(shipped(), questionnaires.files(equipment().id()));
    assertEquals(64, equipment().sha256().length());
  }

  @Test
  public void aPublishedFormNeverChanges() {
    Map<String, String> files = new HashMap<>(shipped());
    files.computeIfPresent(FormFile.FORM, (name, text) -> text + "# a word more\n");

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> questionnaires.publish(files));

    assertEquals(ProblemKind.FORM_CHANGED_AFTER_PUBLICATION, refusal.first().kind());
    assertEquals(shipped(), questionnaires.files(equipment().id()));
  }

  @Test
  public void aTranslationIsCorrectedInPlaceAndSeenAtOnce() {
    String before = questionnaires.form(equipment().id()).title(Language.ES);
    Map<String, String> files = new HashMap<>(shipped());
    files.computeIfPresent("es.yaml", (name, text) -> text.replace(before, before + " 2"));

    questionnaires.publish(files);

    assertEquals(before + " 2", questionnaires.form(equipment().id()).title(Language.ES));
    questionnaires.publish(shipped());
    assertEquals(before, questionnaires.form(equipment().id()).title(Language.ES));
  }
}
