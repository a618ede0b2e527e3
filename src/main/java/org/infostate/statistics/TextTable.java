package org.infostate.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/** A text of values separated by commas: its lines, with their numbers. */
record TextTable(List<CsvRecord> lines) {

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int MOST_LINES = 200_000;
  private static final int MOST_VALUES = 2_000_000;

  /**
   * @throws CharacterCodingException where the content is not UTF-8 or is no text
   * @throws RuntimeException of FastCSV where quotes do not close or a line is too long
   */
  static TextTable read(byte[] content) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<CsvRecord> lines = new ArrayList<>();
    long values = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(bare)) {
      for (CsvRecord line : csv) {
        values += line.getFieldCount();
        if (lines.size() == MOST_LINES || values > MOST_VALUES) {
          throw ProblemKind.STATISTICS_TOO_LARGE.exception(
              PublishedFile.MOST_MEGABYTES, ReadingBuilder.MOST_FIGURES);
        }
        lines.add(line);
      }
    }
    return new TextTable(lines);
  }

  /** A value of a line; the empty string where the line is shorter. */
  static String value(CsvRecord line, int column) {
    return column < line.getFieldCount() ? line.getField(column).strip() : "";
  }

  static int number(CsvRecord line) {
    return Math.toIntExact(line.getStartingLineNumber());
  }

  /** Where a value stands: the number of the line and of the value in it, both from 1. */
  static Place place(CsvRecord line, int column) {
    return Place.line(number(line), column + 1);
  }
}
