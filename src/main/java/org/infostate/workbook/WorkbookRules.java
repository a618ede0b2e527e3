package org.infostate.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.infostate.logic.Cells;
import org.infostate.logic.ExcelFormula;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerCheck;
import org.infostate.text.Texts;

/**
 * What a sheet of a workbook watches over while it is filled in: which values fit a cell, and which
 * rows are grey because they are not asked.
 *
 * <p>These rules help the person who fills it in; they protect nothing. {@link AnswerCheck} judges
 * what comes back.
 */
final class WorkbookRules {

  /** What Excel takes in the formula of a validation, in its title and in its text. */
  private static final int LONGEST_FORMULA = 255;

  private static final int LONGEST_TITLE = 32;
  private static final int LONGEST_TEXT = 250;

  private static final Pattern COLUMN_EQUALS_ANSWER =
      Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*=\\s*\\$\\{([a-z][a-z0-9_]*)}\\s*");

  private final XSSFSheet target;
  private final WorkbookPlan.Sheet sheet;
  private final WorkbookCells cells;
  private final WorkbookLists lists;
  private final Texts texts;
  private final Map<String, List<CellRangeAddress>> grey = new LinkedHashMap<>();
  private final CellRangeAddressList marks = new CellRangeAddressList();
  private final CellRangeAddressList statuses = new CellRangeAddressList();
  private final CellRangeAddressList remarks = new CellRangeAddressList();

  WorkbookRules(
      XSSFSheet target,
      WorkbookPlan.Sheet sheet,
      WorkbookCells cells,
      WorkbookLists lists,
      Texts texts) {
    this.target = target;
    this.sheet = sheet;
    this.cells = cells;
    this.lists = lists;
    this.texts = texts;
  }

  /** The cells of one question, from its first row to its last. */
  private static CellRangeAddress area(int firstRow, int lastRow, int column) {
    return new CellRangeAddress(firstRow, lastRow, column, column);
  }

  // Which values fit

  /** Lets the cells of a question take only what fits it. */
  void answers(Question question, int firstRow, int lastRow, int column) {
    CellRangeAddress where = area(firstRow, lastRow, column);
    boolean table = sheet.roster() != null;
    if (question.type().select()) {
      choices(question, where);
      return;
    }
    String cell = WorkbookCells.fixed(firstRow, column);
    if (table) {
      cell = cell.replaceAll("\\$(\\d+)$", "$1");
    }
    String fits = fits(question, cell);
    String both =
        constraint(question, firstRow)
            .map(rule -> "AND(" + fits + "," + rule + ")")
            .filter(rule -> rule.length() <= LONGEST_FORMULA - 60)
            .orElse(fits);
    String formula =
        table ? "OR(COUNTIF(" + WorkbookLists.STATUSES + "," + cell + ")>0," + both + ")" : both;
    rule(
        helper().createCustomConstraint(formula),
        where,
        message(question, texts.text("workbook.wrong." + question.type().xlsformName())),
        prompt(question));
  }

  private static String fits(Question question, String cell) {
    return switch (question.type()) {
      case INTEGER -> "IF(ISNUMBER(" + cell + ")," + cell + "=INT(" + cell + "),FALSE)";
      case DECIMAL -> "ISNUMBER(" + cell + ")";
      case DATE ->
          "IF(ISNUMBER("
              + cell
              + "),AND("
              + cell
              + ">=DATE(1900,1,1),"
              + cell
              + "<=DATE(2200,12,31)),FALSE)";
      default -> "LEN(" + cell + ")<=" + AnswerCheck.TEXT_LENGTH;
    };
  }

  private Optional<String> constraint(Question question, int row) {
    return Optional.ofNullable(question.constraint())
        .flatMap(
            rule ->
                ExcelFormula.unlessFalse(rule, cells.from(sheet, row, question.name())).formula());
  }

  private String message(Question question, String otherwise) {
    return sheet.form().constraintMessage(question.name(), texts.language()).orElse(otherwise);
  }

  private String prompt(Question question) {
    return switch (question.type()) {
      case DATE -> texts.text("workbook.prompt.date");
      default -> sheet.form().constraintMessage(question.name(), texts.language()).orElse(null);
    };
  }

  private void choices(Question question, CellRangeAddress where) {
    String list = filtered(question, where).orElse(lists.name(sheet, question));
    rule(
        helper().createFormulaListConstraint(list),
        where,
        texts.text("workbook.wrong.choice"),
        question.choiceFilter() == null ? null : texts.text("workbook.prompt.filtered"));
  }

  /**
   * Choices that depend on one other answer, {@code column = ${question}}; others are all shown.
   */
  private Optional<String> filtered(Question question, CellRangeAddress where) {
    Expression filter = question.choiceFilter();
    if (filter == null) {
      return Optional.empty();
    }
    Matcher simple = COLUMN_EQUALS_ANSWER.matcher(filter.source());
    if (!simple.matches()) {
      return Optional.empty();
    }
    Cells seen = cells.from(sheet, where.getFirstRow(), question.name());
    Question other = sheet.form().questions().get(simple.group(2));
    if (other == null || !other.type().select()) {
      return Optional.empty();
    }
    return seen.cell(other.name())
        .map(cell -> lists.filtered(sheet, question, simple.group(1), other, cell));
  }

  /** Cells that may be marked or left empty. */
  void mark(int firstRow, int lastRow, int column) {
    marks.addCellRangeAddress(area(firstRow, lastRow, column));
  }

  void status(int row) {
    statuses.addCellRangeAddress(area(row, row, WorkbookPlan.STATUS));
  }

  void remark(int row, int column) {
    remarks.addCellRangeAddress(area(row, row, column));
  }

  private void alike() {
    rule(
        helper().createFormulaListConstraint(WorkbookLists.YES),
        marks,
        texts.text("workbook.wrong.mark"),
        null);
    rule(
        helper().createFormulaListConstraint(WorkbookLists.STATUSES_OF_QUESTIONS),
        statuses,
        texts.text("workbook.wrong.status"),
        null);
    rule(
        helper()
            .createTextLengthConstraint(
                OperatorType.LESS_OR_EQUAL, Integer.toString(AnswerCheck.REMARK_LENGTH), null),
        remarks,
        texts.text("workbook.wrong.text"),
        null);
  }

  private XSSFDataValidationHelper helper() {
    return new XSSFDataValidationHelper(target);
  }

  private void rule(
      DataValidationConstraint constraint, CellRangeAddress where, String wrong, String prompt) {
    CellRangeAddressList area = new CellRangeAddressList();
    area.addCellRangeAddress(where);
    rule(constraint, area, wrong, prompt);
  }

  private void rule(
      DataValidationConstraint constraint, CellRangeAddressList area, String wrong, String prompt) {
    if (area.countRanges() == 0) {
      return;
    }
    DataValidation validation = helper().createValidation(constraint, area);
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    // A list shows its arrow where this is true in POI's terms.
    validation.setSuppressDropDownArrow(true);
    validation.createErrorBox(
        cut(texts.text("workbook.wrong"), LONGEST_TITLE), cut(wrong, LONGEST_TEXT));
    if (prompt != null) {
      validation.createPromptBox("", cut(prompt, LONGEST_TEXT));
      validation.setShowPromptBox(true);
    }
    target.addValidationData(validation);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  // What is not asked

  /** Greys an area while the item, its table or its section is not asked. */
  void greyUnlessAsked(Item item, int firstRow, int lastRow, int firstColumn, int lastColumn) {
    List<String> conditions = new ArrayList<>();
    boolean said =
        asked(sheet.section().relevant(), firstRow, conditions)
            & (sheet.roster() == null || asked(sheet.roster().relevant(), firstRow, conditions))
            & asked(item.relevant(), firstRow, conditions);
    CellRangeAddress where = new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn);
    if (!conditions.isEmpty()) {
      String all = String.join(",", conditions);
      grey.computeIfAbsent("NOT(AND(" + all + "))", formula -> new ArrayList<>()).add(where);
    }
    if (!said && sheet.roster() == null && !sheet.filled().asked(item)) {
      grey.computeIfAbsent("TRUE", formula -> new ArrayList<>()).add(where);
    }
  }

  /**
   * Adds what Excel can say of a relevance.
   *
   * @return false where it can not say it
   */
  private boolean asked(Expression relevant, int row, List<String> conditions) {
    if (relevant == null) {
      return true;
    }
    Optional<String> formula = ExcelFormula.of(relevant, cells.from(sheet, row, null)).formula();
    formula.ifPresent(conditions::add);
    return formula.isPresent();
  }

  /** Writes what cells have in common, and what was greyed, one rule for each condition. */
  void finish() {
    alike();
    XSSFSheetConditionalFormatting formats = target.getSheetConditionalFormatting();
    grey.forEach(
        (formula, areas) -> {
          XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
          XSSFPatternFormatting ground = rule.createPatternFormatting();
          ground.setFillBackgroundColor(WorkbookStyles.colour(WorkbookStyles.GREY_GROUND));
          ground.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
          rule.createFontFormatting().setFontColor(WorkbookStyles.colour(WorkbookStyles.GREY_INK));
          formats.addConditionalFormatting(areas.toArray(CellRangeAddress[]::new), rule);
        });
  }
}
