package org.infostate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.infostate.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A planner designs a version in the browser: a file with a mistake is shown with its place, the
 * corrected one becomes a draft, is looked at as a focal point and as a workbook, answered for
 * trial, compared with the version before, published, and its wording put right.
 */
class DesigningBrowserIT {

  private final Server server = Server.sample();

  private static String form(String code, String version, String types) {
    return """
        questionnaire: %1$s
        version: "%2$s"
        language: en
        title: The realm
        choices:
          yes_no:
            - {name: "yes", label: "Yes"}
            - {name: "no", label: "No"}
        survey:
          - type: group
            name: %1$s_crown
            label: The crown
            questions:
              - {type: select_one yes_no, name: %1$s_heir, label: Is there a hair?, required: true}
              - type: %3$s
                name: %1$s_heirs
                label: How many?
                relevant: "${%1$s_heir} = 'yes'"
                constraint: ". >= 1"
        """
        .formatted(code, version, types);
  }

  private static void upload(Person planner, String form) {
    planner
        .see("input[type=file][name=file]")
        .first()
        .setInputFiles(
            new FilePayload(
                "form.yaml", "application/yaml", form.getBytes(StandardCharsets.UTF_8)));
    planner.click("form[enctype] button");
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "AR"})
  void fromAFileToAPublishedVersion(Language language) throws IOException {
    String code = "court_" + language.tag();
    String page = "/questionnaires/" + code + "/";
    try (Person planner = Person.signedIn(server, "planner", language)) {
      planner.go("/questionnaires/upload");
      upload(planner, form(code, "1", "integr"));
      assertThat(planner.see(".problems li")).hasCount(1);
      assertTrue(planner.text().contains("integr"), planner.text());
      planner.look("refused");

      upload(planner, form(code, "1", "integer"));
      assertThat(planner.page()).hasURL(java.util.regex.Pattern.compile(page + "1"));
      planner.look("draft");

      planner.click("a[href$='/preview']");
      assertThat(planner.see("[data-field=" + code + "_heir]")).isVisible();
      assertThat(planner.see("[data-field=" + code + "_heirs]")).isHidden();
      planner.look("preview");

      planner.go(page + "1");
      byte[] workbook = Files.readAllBytes(planner.save("a[href*='/workbook']"));
      assertEquals("PK", new String(workbook, 0, 2, StandardCharsets.US_ASCII));

      tryOut(planner, code, page);
      publish(planner, code, page);
      correct(planner, code, page);
      assertEquals(java.util.List.of(), planner.faults());
    }
  }

  private static void tryOut(Person planner, String code, String page) {
    planner.go(page + "1/trial");
    planner.see("[data-field=" + code + "_heir] input[value=yes]").check();
    planner.click("main form .actions button");
    assertThat(planner.see("[data-field=" + code + "_heirs]")).isVisible();
    planner.see("[name='a." + code + "_heirs']").fill("0");
    planner.click("main form .actions button");
    assertThat(planner.see(".problems li")).hasCount(1);
    planner.look("trial");
    planner.see("[name='a." + code + "_heirs']").fill("2");
    planner.click("main form .actions button");
    assertThat(planner.see(".problems")).hasCount(0);
  }

  private static void publish(Person planner, String code, String page) {
    planner.go(page + "1");
    planner.click("form[action$='/publication'] button");
    assertThat(planner.see("form[action$='/retirement']")).isVisible();

    planner.go("/questionnaires/upload");
    upload(planner, form(code, "2", "decimal"));
    planner.click("a[href$='/changes']");
    assertThat(planner.see("tbody tr")).hasCount(1);
    assertTrue(planner.text().contains("decimal"), planner.text());
    planner.look("changes");
  }

  private static void correct(Person planner, String code, String page) {
    planner.go(page + "1/wording");
    planner.click("a[href*='part=label'][href$='name=" + code + "_heir']");
    planner.see("#after").fill("Is there an heir?");
    planner.click("main form button");
    assertTrue(planner.text().contains("Is there a hair?"), "the history keeps it");
    planner.look("wording");
    planner.go(page + "1/preview");
    assertTrue(planner.text().contains("Is there an heir?"), planner.text());
    planner.go(page + "1/translations");
    planner.look("translations");
  }
}
