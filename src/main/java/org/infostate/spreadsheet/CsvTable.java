package org.infostate.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes one table as CSV (RFC 4180): UTF-8 without a byte order mark, a line of headings, nothing
 * for what is missing.
 *
 * <p>Text that people wrote and that a spreadsheet program could take for a formula gets an
 * apostrophe before it; so does text that begins with an apostrophe, so that taking one away gives
 * the text back. Codes and numbers are never changed.
 */
public final class CsvTable {

  private static final String GUARDED = "=+-@\t\r\n'";

  private final CsvWriter csv;
  private final int columns;

  /** Writes the headings. */
  public CsvTable(OutputStream out, List<String> columns) {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16));
    this.columns = columns.size();
    csv.writeRecord(columns);
  }

  /**
   * @param values as many as columns; null is missing
   */
  public void row(String... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
    }
    csv.writeRecord(values);
  }

  /** What is to be written of a text that people wrote. */
  public static String guarded(String text) {
    return text != null && !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  /** Writes out what is held back; the stream stays open. */
  public void finish() throws IOException {
    csv.flush();
  }
}
