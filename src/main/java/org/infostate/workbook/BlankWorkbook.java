package org.infostate.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.text.Language;

/**
 * The workbook of a version without answers, to be looked at. It belongs to no response, and its
 * identity is not signed by this installation: nobody can hand it in.
 */
public final class BlankWorkbook {

  private static final String NOBODY = "XXX";
  private static final byte[] NO_SECRET = "preview".getBytes(StandardCharsets.US_ASCII);

  private BlankWorkbook() {}

  /**
   * Writes the workbook; the stream stays open.
   *
   * @param address of the version on the web
   */
  public static void write(
      QuestionnaireVersion version,
      Form form,
      Language language,
      String address,
      Instant now,
      OutputStream out)
      throws IOException {
    FilledForm blank =
        new FilledForm(form, Map.of(), Map.of(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    String title = form.title(language);
    ResponseWorkbook.write(
        new WorkbookIdentity(
            "preview",
            NOBODY,
            List.of(WorkbookIdentity.version(version)),
            language,
            form.sections().stream().map(Section::name).toList(),
            now,
            Map.of()),
        new ResponseWorkbook.Cover(
            title, version.code() + " " + version.version(), "–", address, Map.of()),
        List.of(blank),
        Set.of(),
        NO_SECRET,
        out);
  }
}
