package org.infostate.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.WorkbookCell;
import org.infostate.spreadsheet.WorkbookSheet;
import org.infostate.text.Language;
import org.infostate.xlsform.FormColumns.Column;
import org.infostate.xlsform.FormColumns.Treatment;

/**
 * A sheet with headings, read by column. What is left out is told once for each column, at its
 * heading; what is refused, at each cell.
 */
final class FormTable {

  static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 300;
  private static final int LONGEST = 5_000;

  /** A heading that an expression can name. */
  private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /** A column for one language; null for the one without a language. */
  private record Where(String column, Language language) {}

  private final WorkbookSheet sheet;
  private final FormColumns columns;
  private final Findings findings;
  private final boolean from1904;
  private final Map<Where, Integer> places = new LinkedHashMap<>();
  private final Map<String, Integer> others = new LinkedHashMap<>();
  private final Map<Integer, String> refused = new LinkedHashMap<>();
  private final Set<String> faults = new LinkedHashSet<>();
  private final int headingRow;

  /** A sheet that is not there: no columns, no rows. */
  static FormTable missing(FormColumns columns, Findings findings) {
    return new FormTable(new WorkbookSheet(columns.sheet()), columns, findings, false);
  }

  FormTable(WorkbookSheet sheet, FormColumns columns, Findings findings, boolean from1904) {
    this.sheet = sheet;
    this.columns = columns;
    this.findings = findings;
    this.from1904 = from1904;
    this.headingRow =
        sheet.rows().entrySet().stream()
            .filter(row -> row.getValue().values().stream().anyMatch(cell -> !cell.blank()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(0);
    NavigableMap<Integer, WorkbookCell> headings = sheet.rows().get(headingRow);
    if (sheet.rows().size() > MOST_ROWS || headings != null && headings.size() > MOST_COLUMNS) {
      throw XlsForm.tooLarge();
    }
    if (headings != null) {
      headings.keySet().forEach(this::heading);
    }
  }

  private void heading(int at) {
    String heading = text(headingRow, at).strip();
    if (heading.isEmpty()) {
      return;
    }
    Optional<Column> whole = columns.find(heading);
    String[] parts = split(heading);
    Column column = whole.or(() -> columns.find(parts[0])).orElse(null);
    if (column == null) {
      other(heading, parts.length > 1, at);
    } else if (column.treatment() == Treatment.LEFT_OUT
        || whole.isEmpty() && !column.translated()) {
      leftOut(heading, at);
    } else if (column.treatment() == Treatment.REFUSED) {
      refused.put(at, column.name());
    } else if (whole.isPresent()) {
      place(new Where(column.name(), null), heading, at);
    } else {
      Tongue.read(parts[1])
          .ifPresentOrElse(
              language -> place(new Where(column.name(), language), heading, at),
              () -> {
                if (used(at)) {
                  findings.warn(
                      ProblemKind.XLSFORM_LANGUAGE_LEFT_OUT, at(headingRow, at), parts[1]);
                }
              });
    }
  }

  /** The column and the language: with two colons, or in old files with one. */
  private String[] split(String heading) {
    String colons = heading.contains("::") ? "::" : ":";
    int at = heading.lastIndexOf(colons);
    return at < 0
        ? new String[] {heading}
        : new String[] {heading.substring(0, at), heading.substring(at + colons.length())};
  }

  private void place(Where where, String heading, int at) {
    Integer before = places.putIfAbsent(where, at);
    if (before != null) {
      findings.refuse(
          ProblemKind.XLSFORM_COLUMN_TWICE, at(headingRow, at), heading, text(headingRow, before));
    }
  }

  private void other(String heading, boolean parts, int at) {
    if (columns == FormColumns.CHOICES && !parts && NAMEABLE.matcher(heading).matches()) {
      if (others.putIfAbsent(heading, at) != null) {
        findings.refuse(ProblemKind.XLSFORM_COLUMN_TWICE, at(headingRow, at), heading, heading);
      }
      return;
    }
    Optional<String> meant =
        columns == FormColumns.CHOICES ? Optional.empty() : Misspelling.of(heading, columns);
    if (meant.isPresent() && used(at)) {
      findings.refuse(
          ProblemKind.XLSFORM_COLUMN_MISSPELT, at(headingRow, at), heading, meant.get());
    } else {
      leftOut(heading, at);
    }
  }

  private void leftOut(String heading, int at) {
    if (used(at)) {
      findings.warn(ProblemKind.XLSFORM_COLUMN_LEFT_OUT, at(headingRow, at), heading);
    }
  }

  private boolean used(int column) {
    return sheet.rows().tailMap(headingRow, false).values().stream()
        .anyMatch(row -> row.containsKey(column) && !row.get(column).blank());
  }

  WorkbookSheet sheet() {
    return sheet;
  }

  /** Whether there is such a column, in any language. */
  boolean has(String column) {
    return places.keySet().stream().anyMatch(where -> where.column().equals(column));
  }

  /** Whether the column is there without a language. */
  boolean hasPlain(String column) {
    return places.containsKey(new Where(column, null));
  }

  /** The languages of the headings, in their order. */
  List<Language> languages() {
    return places.keySet().stream()
        .map(Where::language)
        .filter(language -> language != null)
        .distinct()
        .toList();
  }

  /** Columns of choices beyond those of XLSForm, as they are headed. */
  Set<String> others() {
    return others.keySet();
  }

  /** The rows below the headings in which something stands. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    sheet
        .rows()
        .tailMap(headingRow, false)
        .forEach(
            (row, cells) -> {
              if (cells.values().stream().anyMatch(cell -> !cell.blank())) {
                rows.add(row);
              }
            });
    return rows;
  }

  /** What stands in the row in this column, the one without a language. */
  Entry entry(int row, String column) {
    return entry(row, places.get(new Where(column, null)));
  }

  Entry other(int row, String heading) {
    return entry(row, others.get(heading));
  }

  private Entry entry(int row, Integer column) {
    return column == null
        ? new Entry("", at(row, 0))
        : new Entry(text(row, column), at(row, column));
  }

  /**
   * What stands in the row in a column that each language may have; languages without are left out.
   */
  Map<Language, Entry> texts(int row, String column, Language plain) {
    Map<Language, Entry> texts = new EnumMap<>(Language.class);
    places.forEach(
        (where, at) -> {
          if (where.column().equals(column)) {
            Entry entry = entry(row, at);
            Language language = where.language() == null ? plain : where.language();
            boolean explicit = where.language() != null;
            if (entry.filled() && (explicit || !texts.containsKey(language))) {
              texts.put(language, entry);
            }
          }
        });
    return texts;
  }

  /** Where a text of this column in this language would stand. */
  Place place(int row, String column, Language language) {
    Integer at =
        places.getOrDefault(new Where(column, language), places.get(new Where(column, null)));
    return at(row, at == null ? 0 : at);
  }

  /** Refuses what stands in the row in columns that are not supported. */
  void refuseUnsupported(int row) {
    refused.forEach(
        (at, name) -> {
          Entry entry = entry(row, at);
          if (entry.filled() && !no(entry.word())) {
            findings.refuse(ProblemKind.XLSFORM_COLUMN_UNSUPPORTED, entry.place(), name);
          }
        });
  }

  /** Whether this is one of the ways to say no. */
  static boolean no(String word) {
    return List.of("no", "false", "false()").contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether this is one of the ways to say yes. */
  static boolean yes(String word) {
    return List.of("yes", "true", "true()").contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private Place at(int row, int column) {
    return sheet.place(row, column);
  }

  /** The text of a cell; what is none is refused, once. */
  private String text(int row, int column) {
    WorkbookCell cell = sheet.cell(row, column);
    if (cell.formula()) {
      return fault(ProblemKind.WORKBOOK_FORMULA, row, column);
    }
    String text =
        switch (cell.type()) {
          case TEXT, TRUTH -> cell.text();
          case ERROR -> fault(ProblemKind.WORKBOOK_CELL, row, column, cell.text());
          case NUMBER -> number(cell);
        };
    if (text.isBlank()) {
      return "";
    }
    return text.length() <= LONGEST
        ? text
        : fault(ProblemKind.FORM_TEXT_TOO_LONG, row, column, LONGEST);
  }

  private String number(WorkbookCell cell) {
    if (cell.format() == WorkbookCell.Format.DATE && cell.date(from1904).isPresent()) {
      return cell.date(from1904).get().toString();
    }
    return cell.number().map(BigDecimal::toPlainString).orElse(cell.text());
  }

  private String fault(ProblemKind kind, int row, int column, Object... arguments) {
    if (faults.add(row + ":" + column)) {
      findings.refuse(kind, at(row, column), arguments);
    }
    // Something has to stand there, or it would be found missing as well.
    return "x";
  }
}
