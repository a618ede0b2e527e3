package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Question;
import org.infostate.text.Texts;

/**
 * The hidden sheet from whose columns the drop-downs of a workbook are drawn, each under a name.
 * Labels only: which code a label means is never read from here.
 */
final class WorkbookLists {

  static final String SHEET = "infostate-lists";

  /** Status words as they stand in a table, in brackets. */
  static final String STATUSES = "l_statuses_in_tables";

  static final String STATUSES_OF_QUESTIONS = "l_statuses";
  static final String YES = "l_yes";

  private final XSSFSheet target;
  private final Texts texts;
  private final Map<String, String> names = new HashMap<>();
  private int columns;

  WorkbookLists(XSSFSheet target, Texts texts) {
    this.target = target;
    this.texts = texts;
    column(STATUSES_OF_QUESTIONS, WorkbookStatuses.words(texts));
    column(STATUSES, WorkbookStatuses.inTables(texts));
    column(YES, List.of(WorkbookMarks.yes(texts)));
  }

  /** The named range of the choices of a question; in tables the status words follow them. */
  String name(WorkbookPlan.Sheet sheet, Question question) {
    boolean table = sheet.roster() != null;
    String key = sheet.form().code() + "/" + question.list() + "/" + table;
    return names.computeIfAbsent(
        key,
        list -> {
          List<String> labels =
              new ArrayList<>(
                  ChoiceLabels.of(sheet.form(), question.list(), texts.language()).values());
          if (table) {
            labels.addAll(WorkbookStatuses.inTables(texts));
          }
          return column(
              (table ? "t_" : "l_") + clean(sheet.form().code()) + "_" + clean(question.list()),
              labels);
        });
  }

  private static String clean(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /**
   * A formula for the choices whose column has the value that another question has.
   *
   * @param cell of the other question, as the validation sees it
   */
  String filtered(
      WorkbookPlan.Sheet sheet, Question question, String column, Question other, String cell) {
    String key = sheet.form().code() + "/" + question.list() + "/" + column + "/" + other.list();
    String name =
        names.computeIfAbsent(
            key,
            list ->
                grouped(
                    "f_" + clean(sheet.form().code() + "_" + question.list() + "_" + column),
                    sheet,
                    question,
                    column,
                    other));
    return "OFFSET("
        + name
        + ",MATCH("
        + cell
        + ","
        + name
        + "_by,0)-1,0,SUMPRODUCT(--("
        + name
        + "_by="
        + cell
        + ")),1)";
  }

  /** Two columns, sorted by group: the choices, and beside each the label that calls for it. */
  private String grouped(
      String name, WorkbookPlan.Sheet sheet, Question question, String column, Question other) {
    Map<String, String> labels = ChoiceLabels.of(sheet.form(), question.list(), texts.language());
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Choice choice : sheet.form().choices(question)) {
      groups
          .computeIfAbsent(choice.columns().getOrDefault(column, ""), group -> new ArrayList<>())
          .add(labels.get(choice.name()));
    }
    Map<String, String> callers = ChoiceLabels.of(sheet.form(), other.list(), texts.language());
    List<String> shown = new ArrayList<>();
    List<String> by = new ArrayList<>();
    groups.forEach(
        (group, choices) -> {
          List<String> all = new ArrayList<>(choices);
          if (sheet.roster() != null) {
            all.addAll(WorkbookStatuses.inTables(texts));
          }
          shown.addAll(all);
          all.forEach(choice -> by.add(callers.getOrDefault(group, group)));
        });
    column(name + "_by", by);
    return column(name, shown);
  }

  private String column(String name, List<String> values) {
    int column = columns++;
    for (int i = 0; i < values.size(); i++) {
      Row row = target.getRow(i) == null ? target.createRow(i) : target.getRow(i);
      row.createCell(column).setCellValue(values.get(i));
    }
    XSSFName range = target.getWorkbook().createName();
    range.setNameName(name);
    range.setRefersToFormula(
        WorkbookCells.quoted(SHEET)
            + WorkbookCells.area(0, column, Math.max(0, values.size() - 1), column));
    return name;
  }
}
