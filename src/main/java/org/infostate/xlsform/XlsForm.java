package org.infostate.xlsform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.spreadsheet.WorkbookFile;
import org.infostate.spreadsheet.WorkbookSheet;

/**
 * A questionnaire as an XLSForm workbook: sheets {@code survey}, {@code choices} and {@code
 * settings}, and {@code languages} for what XLSForm has no place for. What is supported is told in
 * {@code src/site/markdown/xlsform.md}.
 */
public final class XlsForm {

  /** Media type of the workbooks. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int MOST_SHEETS = 50;

  private static final Set<ProblemKind> NO_WORKBOOK =
      Set.of(
          ProblemKind.WORKBOOK_UNREADABLE,
          ProblemKind.WORKBOOK_OPEN_DOCUMENT,
          ProblemKind.WORKBOOK_NOT_A_WORKBOOK,
          ProblemKind.WORKBOOK_DAMAGED);

  private XlsForm() {}

  /**
   * What a workbook says.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}, as a version
   *     holds them; they read to a form without a problem
   * @param warnings what was left out or assumed, each with its sheet and cell
   */
  public record Read(Map<String, String> files, List<Problem> warnings) {}

  /**
   * Reads a workbook, ours or one made by others.
   *
   * @param fileName what it is called; a workbook without a {@code form_id} is named after it
   * @throws ProblemException with everything that is wrong, each with its sheet and cell; or with
   *     the one thing for which the file is refused unread
   */
  public static Read read(byte[] content, String fileName) {
    WorkbookFile file = open(content);
    Findings findings = new Findings();
    Map<FormColumns, FormTable> tables = tables(file, findings);
    FormTable survey = tables.get(FormColumns.SURVEY);
    need(survey, "type", findings);
    need(survey, "name", findings);
    if (!tables.get(FormColumns.CHOICES).rows().isEmpty()) {
      need(tables.get(FormColumns.CHOICES), "list_name", findings);
      need(tables.get(FormColumns.CHOICES), "name", findings);
    }
    stopAt(findings);
    FormSettings settings =
        FormSettings.of(
            tables.get(FormColumns.SETTINGS),
            tables.get(FormColumns.LANGUAGES),
            survey,
            tables.get(FormColumns.CHOICES),
            fileName,
            findings);
    ChoiceLists lists =
        new ChoiceLists(tables.get(FormColumns.CHOICES), settings.language(), findings);
    List<Asked> top = SurveyReader.read(survey, settings, lists, findings);
    FormText text = new FormText(settings, lists, SurveyShape.sections(top, settings, findings));
    check(text, findings);
    stopAt(findings);
    return new Read(text.files(), findings.warnings());
  }

  /** Writes a form so that {@link #read} gives the same form. */
  public static void write(Form form, OutputStream out) throws IOException {
    FormWorkbook.write(FormSheets.of(form), out);
  }

  static ProblemException tooLarge() {
    return ProblemKind.XLSFORM_TOO_LARGE.exception(
        WorkbookFile.MOST_MEGABYTES, FormTable.MOST_ROWS, FormTable.MOST_COLUMNS, MOST_SHEETS);
  }

  private static WorkbookFile open(byte[] content) {
    try {
      WorkbookFile file = WorkbookFile.read(content);
      if (file.sheets().size() > MOST_SHEETS) {
        throw tooLarge();
      }
      return file;
    } catch (ProblemException e) {
      ProblemKind kind = e.first().kind();
      if (kind == ProblemKind.WORKBOOK_TOO_LARGE) {
        throw tooLarge();
      }
      throw NO_WORKBOOK.contains(kind) ? ProblemKind.XLSFORM_NOT_A_WORKBOOK.exception() : e;
    }
  }

  private static Map<FormColumns, FormTable> tables(WorkbookFile file, Findings findings) {
    Map<FormColumns, FormTable> tables = new EnumMap<>(FormColumns.class);
    for (WorkbookSheet sheet : file.sheets()) {
      Optional<FormColumns> columns = FormColumns.ofSheet(sheet.name());
      if (columns.isEmpty()) {
        if (!sheet.rows().isEmpty()) {
          findings.warn(
              ProblemKind.XLSFORM_SHEET_LEFT_OUT,
              new Place(null, null, sheet.name(), null, null, null),
              sheet.name());
        }
      } else {
        tables.put(columns.get(), new FormTable(sheet, columns.get(), findings, file.from1904()));
      }
    }
    if (!tables.containsKey(FormColumns.SURVEY)) {
      String there =
          file.sheets().stream().map(WorkbookSheet::name).collect(Collectors.joining(", "));
      findings.refuse(
          ProblemKind.XLSFORM_SHEET_MISSING, Place.NOWHERE, FormColumns.SURVEY.sheet(), there);
      stopAt(findings);
    }
    for (FormColumns columns : FormColumns.values()) {
      tables.computeIfAbsent(columns, each -> FormTable.missing(each, findings));
    }
    return tables;
  }

  private static void need(FormTable table, String column, Findings findings) {
    if (!table.has(column)) {
      findings.refuse(
          ProblemKind.XLSFORM_COLUMN_MISSING, Place.cell(table.sheet().name(), "A1"), column);
    }
  }

  private static void stopAt(Findings findings) {
    List<Problem> problems = findings.problems();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /**
   * What the files of any form are checked for, told in cells; what a cell was refused for is
   * enough.
   */
  private static void check(FormText text, Findings findings) {
    Set<Place> told = findings.problems().stream().map(Problem::place).collect(Collectors.toSet());
    try {
      Form.read(text.files());
    } catch (ProblemException e) {
      e.problems().stream()
          .map(text::inCell)
          .filter(problem -> !told.contains(cell(problem.place())))
          .forEach(findings::refuse);
    }
  }

  private static Place cell(Place place) {
    return Place.cell(place.sheet(), place.cell());
  }
}
