package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.text.Language;

/**
 * Which sheets a workbook has and what stands where on them, under which identities. It is computed
 * from the forms; writer and reader both follow it.
 *
 * <p>Every sheet of answers has a hidden row of keys: a marker that names the sheet, and in each
 * column that is read what the column holds. Every row that is read begins with its identity: the
 * name of the question; with {@code /code}, one choice of a question that takes several; {@code
 * roster.3} a row of a table, {@code roster.+3} one that is still empty. Rows whose identity begins
 * with a hyphen are not read.
 */
record WorkbookPlan(Language language, List<Sheet> sheets) {

  static final String MARKER = "infostate:";
  static final String UNREAD = "-";

  static final int TITLE_ROW = 0;
  static final int LEAD_ROW = 1;
  static final int KEY_ROW = 2;
  static final int HINT_ROW = 3;
  static final int HEAD_ROW = 4;
  static final int FIRST_ROW = 5;

  static final int ID = 0;
  static final int NUMBER = 1;
  static final int LABEL = 2;
  static final int ANSWER = 3;
  static final int STATUS = 4;
  static final int COMMENT = 5;
  static final int SOURCE = 6;

  /** Keys of the columns of a sheet of questions, by column from {@link #LABEL} on. */
  static final List<String> KEYS = List.of("label", "answer", "status", "comment", "source");

  /** Empty rows that a table has ready. */
  static final int SPARE_ROWS = 10;

  private static final int SHEET_NAME_LENGTH = 31;

  /** What a row of a sheet of questions is. */
  enum Kind {
    /** A question with its answer in the row. */
    ANSWER,
    /** A question that takes several choices, which follow as rows of {@link #MARK}. */
    SEVERAL,
    MARK,
    /** A question that a file answers, which a workbook can not carry. */
    FILE,
    NOTE,
    CALCULATED,
    /** Points to the sheet of a table. */
    TABLE
  }

  /**
   * A row of a sheet of questions.
   *
   * @param choice of a mark; otherwise null
   * @param place of a mark among its choices, from 1; otherwise 0
   */
  record Line(String id, Kind kind, Item item, Choice choice, int place, int row) {

    Question question() {
      return (Question) item;
    }
  }

  /**
   * A column of a table.
   *
   * @param id what its key row holds; null for a column that is not read
   * @param choice of a question that takes several; otherwise null
   * @param place of the choice, from 1; otherwise 0
   */
  record Column(String id, Question question, Choice choice, int place, int column) {}

  /**
   * A sheet of answers.
   *
   * @param number as people see it: {@code 2}, and {@code 2a} for a table of section 2
   * @param roster null for a sheet of questions
   * @param lines of a sheet of questions
   * @param columns of a table
   * @param rows numbers of the rows that a table has
   */
  record Sheet(
      String name,
      String number,
      FilledForm filled,
      Section section,
      Roster roster,
      List<Line> lines,
      List<Column> columns,
      List<Integer> rows) {

    Form form() {
      return filled.form();
    }

    String marker() {
      return roster == null
          ? MARKER + "section:" + section.name()
          : MARKER + "roster:" + roster.name();
    }

    int lastRow() {
      return FIRST_ROW + (roster == null ? lines.size() : rows.size() + SPARE_ROWS) - 1;
    }

    int lastColumn() {
      return roster == null ? SOURCE : NUMBER + columns.size();
    }
  }

  /** The name of the cell of an answer, or of the column of a table's question. */
  static String answerName(String question, int place) {
    return "a_" + question + (place == 0 ? "" : "." + place);
  }

  /** The name of the cell that holds the identity of a row. */
  static String rowName(String question, int place) {
    return "i_" + question + (place == 0 ? "" : "." + place);
  }

  /**
   * @param visible names of the sections that the workbook holds
   */
  static WorkbookPlan of(List<FilledForm> forms, Set<String> visible, Language language) {
    List<Sheet> sheets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 0;
    for (FilledForm form : forms) {
      for (Section section : form.form().sections()) {
        number++;
        if (visible.contains(section.name())) {
          add(sheets, names, form, section, number, language);
        }
      }
    }
    return new WorkbookPlan(language, List.copyOf(sheets));
  }

  private static void add(
      List<Sheet> sheets,
      Set<String> names,
      FilledForm form,
      Section section,
      int number,
      Language language) {
    List<Roster> rosters =
        section.items().stream().filter(Roster.class::isInstance).map(Roster.class::cast).toList();
    boolean onlyTables = rosters.size() == section.items().size();
    if (!onlyTables) {
      String shown = Integer.toString(number);
      String name = sheetName(shown, form.form().label(section.name(), language), names);
      sheets.add(
          new Sheet(name, shown, form, section, null, lines(form, section), List.of(), List.of()));
    }
    for (int i = 0; i < rosters.size(); i++) {
      Roster roster = rosters.get(i);
      boolean alone = onlyTables && rosters.size() == 1;
      String shown = number + (alone ? "" : Character.toString('a' + i));
      String label = form.form().label((alone ? section.name() : roster.name()), language);
      sheets.add(
          new Sheet(
              sheetName(shown, label, names),
              shown,
              form,
              section,
              roster,
              List.of(),
              columns(form, roster),
              form.rows(roster)));
    }
  }

  private static String sheetName(String number, String label, Set<String> taken) {
    String clean =
        ChoiceLabels.spaced(
            (number + " " + label).replaceAll("[\\[\\]:*?/\\\\]", "-").replace('\'', '’'));
    String name = clean;
    for (int i = 2; ; i++) {
      name = name.length() <= SHEET_NAME_LENGTH ? name : cut(name, SHEET_NAME_LENGTH);
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
      String tail = " " + i;
      name = cut(clean, SHEET_NAME_LENGTH - tail.length()) + tail;
    }
  }

  private static String cut(String text, int length) {
    int end = Math.min(length, text.length());
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        .strip();
  }

  private static List<Line> lines(FilledForm form, Section section) {
    List<Line> lines = new ArrayList<>();
    for (Item item : section.items()) {
      int row = FIRST_ROW + lines.size();
      if (item instanceof Roster roster) {
        lines.add(new Line(UNREAD + roster.name(), Kind.TABLE, roster, null, 0, row));
        continue;
      }
      Question question = (Question) item;
      String id = question.type().answered() ? question.name() : UNREAD + question.name();
      lines.add(new Line(id, kind(question.type()), question, null, 0, row));
      if (question.type() == QuestionType.SELECT_MULTIPLE) {
        int place = 0;
        for (Choice choice : form.form().choices(question)) {
          place++;
          lines.add(new Line(mark(question, choice), Kind.MARK, item, choice, place, row + place));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static Kind kind(QuestionType type) {
    return switch (type) {
      case NOTE -> Kind.NOTE;
      case CALCULATE -> Kind.CALCULATED;
      case FILE -> Kind.FILE;
      case SELECT_MULTIPLE -> Kind.SEVERAL;
      default -> Kind.ANSWER;
    };
  }

  private static String mark(Question question, Choice choice) {
    return question.name() + "/" + choice.name();
  }

  private static List<Column> columns(FilledForm form, Roster roster) {
    List<Column> columns = new ArrayList<>();
    for (Question question : roster.questions()) {
      int column = LABEL + columns.size();
      if (question.type() == QuestionType.SELECT_MULTIPLE) {
        int place = 0;
        for (Choice choice : form.form().choices(question)) {
          columns.add(
              new Column(mark(question, choice), question, choice, place + 1, column + place));
          place++;
        }
      } else if (question.type() != QuestionType.NOTE) {
        boolean read = question.type().answered() && question.type() != QuestionType.FILE;
        columns.add(new Column(read ? question.name() : null, question, null, 0, column));
      }
    }
    return List.copyOf(columns);
  }

  /** The sheet of each question and roster, by name. */
  Map<String, Sheet> byName() {
    Map<String, Sheet> byName = new HashMap<>();
    for (Sheet sheet : sheets) {
      if (sheet.roster() != null) {
        byName.put(sheet.roster().name(), sheet);
      }
      sheet.lines().stream()
          .filter(line -> line.item() instanceof Question)
          .forEach(line -> byName.put(line.item().name(), sheet));
      sheet.columns().forEach(column -> byName.put(column.question().name(), sheet));
    }
    return byName;
  }

  /** The lines of all sheets of questions, by identity. */
  Map<String, Line> linesById() {
    Map<String, Line> lines = new LinkedHashMap<>();
    sheets.forEach(sheet -> sheet.lines().forEach(line -> lines.put(line.id(), line)));
    return lines;
  }
}
