package org.infostate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.infostate.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A focal point takes the workbook and the part of a ministry along, brings both back filled in,
 * decides where they and the page differ, and is told by sheet and cell what is wrong; from left to
 * right on a desk and from right to left on a phone.
 */
class WorkbookBrowserIT {

  private static final int PHONE = 360;

  @ParameterizedTest
  @EnumSource(names = {"EN", "AR"})
  void workbooksGoOutComeBackAreTriedDecidedAndStored(Language language) throws IOException {
    TestRound round = TestRound.open(Server.sample(), "sheets-" + language.tag(), "XAA");
    String response = "/rounds/" + round.code() + "/responses/XAA";
    try (Person focalPoint = Person.signedIn(Server.sample(), "focal-xaa", language)) {
      if (language.rightToLeft()) {
        focalPoint.page().setViewportSize(PHONE, 900);
      }
      focalPoint.go(response);
      byte[] whole = Files.readAllBytes(focalPoint.save("a[href$='/workbook']"));
      focalPoint.see("details:has(form[method=get]) > summary").click();
      focalPoint.see("form[method=get] input[value=unit_special]").check();
      focalPoint.look("offline");
      byte[] part = Files.readAllBytes(focalPoint.save("form[method=get] button"));
      round
          .caller("focal-xaa")
          .put(
              round.answer("XAA", "unit_247_status"), "{\"value\":\"none\"}", "If-None-Match", "*");

      upload(
          focalPoint,
          file("ministry.xlsx", part, it -> it.answer("unit_forensics", "planned")),
          file(
              "own.xlsx",
              whole,
              it -> {
                it.answer("unit_247_status", "operating").answer("unit_forensics", "operating");
                it.answer("unit_courts", "planned");
              }));
      assertThat(focalPoint.see("fieldset.conflict")).hasCount(2);
      focalPoint.look("trial");
      if (language.rightToLeft()) {
        assertEquals(PHONE, focalPoint.page().evaluate("document.documentElement.scrollWidth"));
      }
      focalPoint.see("input[name='w.unit_247_status'][value='1']").check();
      focalPoint.see("input[name='w.unit_forensics'][value='2']").check();
      focalPoint.click("form[action$='/confirmation'] button");
      assertThat(focalPoint.page()).hasURL(java.util.regex.Pattern.compile(".*notice=.*"));
      for (String question : List.of("unit_247_status", "unit_forensics")) {
        assertTrue(stored(round, question).contains("operating"), question);
      }
      assertTrue(stored(round, "unit_courts").contains("planned"));

      upload(
          focalPoint,
          file("own.xlsx", whole, it -> it.answer("unit_247_hours_week", "round the clock")));
      assertThat(focalPoint.see(".problems")).containsText("1401");
      assertThat(focalPoint.see("form[action$='/confirmation']")).hasCount(0);
      focalPoint.look("refused");
      assertEquals(List.of(), focalPoint.faults());
    }
  }

  private static FilePayload file(String name, byte[] workbook, Consumer<FilledWorkbook> deed) {
    return new FilePayload(name, FilledWorkbook.XLSX, FilledWorkbook.of(workbook, deed));
  }

  private static void upload(Person person, FilePayload... files) {
    person.page().setInputFiles("#file", files);
    person.click("form[action$='/workbook'][method=post] button");
  }

  private static String stored(TestRound round, String question) {
    return round.caller("focal-xaa").get(round.answer("XAA", question)).body();
  }
}
