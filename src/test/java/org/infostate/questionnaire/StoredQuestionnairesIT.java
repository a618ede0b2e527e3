package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.Suite;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of questionnaire versions, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredQuestionnairesIT {

  @Inject private EditVersion editVersion;
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
    files.computeIfPresent(
        FormFile.FORM, (name, text) -> text.replaceFirst("type: integer", "type: decimal"));

    editVersion.ship(files);
    editVersion.ship(files);

    assertEquals(shipped(), questionnaires.files(equipment().id()));
    List<QuestionnaireVersion> all = questionnaires.all("equipment");
    assertEquals(List.of("1.1", "1"), all.stream().map(QuestionnaireVersion::version).toList());
    Form beside = questionnaires.form(all.get(0).id());
    assertEquals("1.1", beside.version());
    assertEquals(QuestionnaireVersion.State.PUBLISHED, all.get(0).state());
    assertEquals(
        List.of(Change.Kind.TYPE),
        Difference.between(questionnaires.form(equipment().id()), beside).changes().stream()
            .map(Change::kind)
            .toList());
  }

  @Test
  public void whatIsThereAlreadyIsNotPublishedAgain() {
    editVersion.ship(shipped());

    assertEquals(
        1,
        questionnaires.all("equipment").stream()
            .filter(version -> version.version().equals("1"))
            .count());
    assertEquals(List.of(), questionnaires.corrections(equipment()));
  }

  @Test
  public void theFormIsReadInEveryLanguage() {
    for (Language language : Language.values()) {
      String title = questionnaires.form(equipment().id()).title(language);
      assertEquals(FormFile.read(shipped()).title(language), title);
    }
  }
}
