package org.infostate.scorings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.infostate.problem.ProblemKind;

/**
 * A table that came in as CSV: UTF-8, with or without a byte order mark, separated by commas,
 * semicolons or tabs, whichever the line of headings has most of. Lines without a value are passed
 * over. Where commas do not separate values a number may have one before its decimals.
 *
 * @param headings by name, the number of the column from 0
 */
record CsvPart(String part, char separator, Map<String, Integer> headings, List<CsvRecord> rows) {

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "nan", "null", ".", "..", "…", "-");
  private static final Set<String> NOT_APPLICABLE = Set.of("not applicable", "not_applicable");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");
  private static final int LONGEST_NUMBER = 100;

  /**
   * Reads a table; what is wrong with its form goes to the findings.
   *
   * @return null if there is no table to go on with
   */
  static CsvPart read(String part, byte[] content, int mostRows, Findings findings) {
    String text = text(part, content, findings);
    if (text == null) {
      return null;
    }
    char separator = separator(text.lines().filter(l -> !l.isBlank()).findFirst().orElse(""));
    List<CsvRecord> lines = lines(part, text, separator, mostRows, findings);
    if (lines == null) {
      return null;
    }
    if (lines.isEmpty()) {
      findings.add(part, ProblemKind.SCORING_TABLE_EMPTY, part);
      return null;
    }
    Map<String, Integer> headings = headings(part, lines.get(0), findings);
    List<CsvRecord> rows = lines.subList(1, lines.size());
    for (CsvRecord row : rows) {
      if (row.getFieldCount() != lines.get(0).getFieldCount()) {
        findings.add(
            part,
            line(row),
            Math.min(row.getFieldCount(), lines.get(0).getFieldCount()) + 1,
            ProblemKind.SCORING_ROW_LENGTH,
            row.getFieldCount(),
            lines.get(0).getFieldCount());
      }
    }
    if (rows.isEmpty()) {
      findings.add(part, ProblemKind.SCORING_TABLE_EMPTY, part);
    }
    return new CsvPart(part, separator, headings, rows);
  }

  /** The text of a part; null, with a finding, if it is none. */
  static String text(String part, byte[] content, Findings findings) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') < 0) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      }
    } catch (CharacterCodingException e) {
      // Told below, as a zero character is.
    }
    findings.add(part, ProblemKind.SCORING_NOT_TEXT, part);
    return null;
  }

  /** Counts outside quotes; the comma wins a draw. */
  private static char separator(String line) {
    int[] counts = new int[128];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c < counts.length) {
        counts[c]++;
      }
    }
    char most = counts[';'] > counts[','] ? ';' : ',';
    return counts['\t'] > counts[most] ? '\t' : most;
  }

  private static List<CsvRecord> lines(
      String part, String text, char separator, int mostRows, Findings findings) {
    List<CsvRecord> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : csv) {
        if (line.getFields().stream().allMatch(String::isBlank)) {
          continue;
        }
        if (line.getFieldCount() > Limits.MOST_COLUMNS || lines.size() > mostRows) {
          findings.add(
              part,
              line(line),
              1,
              ProblemKind.SCORING_TABLE_TOO_LARGE,
              mostRows,
              Limits.MOST_COLUMNS);
          return null;
        }
        lines.add(line);
      }
      return lines;
    } catch (CsvParseException e) {
      int line = lines.isEmpty() ? 1 : line(lines.get(lines.size() - 1)) + 1;
      findings.add(part, line, 1, ProblemKind.SCORING_NOT_CSV);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> headings(String part, CsvRecord line, Findings findings) {
    Map<String, Integer> headings = new LinkedHashMap<>();
    for (int column = 0; column < line.getFieldCount(); column++) {
      String name = line.getField(column).strip();
      if (name.length() > Limits.LONGEST_NAME) {
        findings.add(
            part, line(line), column + 1, ProblemKind.SCORING_TEXT_TOO_LONG, Limits.LONGEST_NAME);
      } else if (!name.isEmpty() && headings.putIfAbsent(name, column) != null) {
        findings.add(part, line(line), column + 1, ProblemKind.SCORING_HEADING_TWICE, name);
      }
    }
    return headings;
  }

  static int line(CsvRecord row) {
    return Math.toIntExact(row.getStartingLineNumber());
  }

  boolean has(String heading) {
    return headings.containsKey(heading);
  }

  /** The first of these headings that there is, capitals or not; null if there is none. */
  String firstOf(String... names) {
    for (String name : names) {
      if (has(name)) {
        return name;
      }
      for (String heading : headings.keySet()) {
        if (heading.equalsIgnoreCase(name)) {
          return heading;
        }
      }
    }
    return null;
  }

  /** Number of a column in findings, from 1. */
  int column(String heading) {
    return headings.get(heading) + 1;
  }

  /**
   * The value without blanks around it; the empty string where there is no such column or value.
   */
  String value(CsvRecord row, String heading) {
    Integer column = headings.get(heading);
    return column == null || column >= row.getFieldCount() ? "" : row.getField(column).strip();
  }

  /** A problem with one value. */
  void fault(Findings findings, CsvRecord row, String heading, ProblemKind kind, Object... what) {
    findings.add(part, line(row), column(heading), kind, what);
  }

  static boolean missing(String value) {
    return MISSING.contains(value.toLowerCase(Locale.ROOT));
  }

  static boolean notApplicable(String value) {
    return NOT_APPLICABLE.contains(value.toLowerCase(Locale.ROOT));
  }

  /** The number that a value is; {@code NaN} if it is none, or one beyond the limits. */
  double number(String value) {
    String plain = separator == ',' ? value : value.replaceFirst("^([-+]?[0-9]*),", "$1.");
    if (plain.length() > LONGEST_NUMBER || !NUMBER.matcher(plain).matches()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(plain);
    return Math.abs(number) <= Limits.LARGEST_FIGURE ? number : Double.NaN;
  }
}
