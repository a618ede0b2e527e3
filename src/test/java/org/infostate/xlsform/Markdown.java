package org.infostate.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;

/**
 * Workbooks written as tables: a row with a text in the first column begins a sheet of that name,
 * the next row holds its headings. {@code \|} stands for a bar.
 */
public final class Markdown {

  private Markdown() {}

  public static byte[] workbook(String table) {
    List<FormSheets.Sheet> sheets = new ArrayList<>();
    for (String line : table.strip().lines().toList()) {
      List<String> cells =
          Arrays.stream(line.strip().split("(?<!\\\\)\\|", -1))
              .map(cell -> cell.strip().replace("\\|", "|"))
              .toList();
      if (!cells.get(1).isEmpty()) {
        sheets.add(new FormSheets.Sheet(cells.get(1), new ArrayList<>()));
      } else {
        sheets.get(sheets.size() - 1).rows().add(cells.subList(2, cells.size() - 1));
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FormWorkbook.write(sheets, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form that the workbook reads to. */
  static Form form(String table) {
    return Form.read(read(table).files());
  }

  static XlsForm.Read read(String table) {
    return XlsForm.read(workbook(table), "a form.xlsx");
  }

  /** What it warns about: kind, cell, first argument. */
  static List<String> warnings(String table) {
    return read(table).warnings().stream()
        .filter(warning -> warning.kind() != ProblemKind.XLSFORM_SETTING_ASSUMED)
        .map(Markdown::shown)
        .toList();
  }

  /** What it is refused for: kind, sheet and cell, first argument. */
  static List<String> problems(String table) {
    return problems(workbook(table));
  }

  static List<String> problems(byte[] workbook) {
    try {
      XlsForm.read(workbook, "a form.xlsx");
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().map(Markdown::shown).toList();
    }
  }

  private static String shown(Problem problem) {
    String place =
        problem.place().cell() == null
            ? String.valueOf(problem.place().sheet())
            : problem.place().sheet() + "!" + problem.place().cell();
    return problem.kind()
        + " "
        + place
        + (problem.arguments().isEmpty() ? "" : " " + problem.arguments().get(0));
  }
}
