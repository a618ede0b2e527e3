package org.infostate.scorings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.infostate.spreadsheet.CsvTable;

/**
 * A run as a zip of CSV files. Texts that a spreadsheet could take for a formula get an apostrophe
 * before them, codes of units too: they are the sender's.
 */
final class ScoringZip {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ScoringZip() {}

  /** The stream stays open. The same run gives the same bytes. */
  static void write(Scored scored, List<Sheet> sheets, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(zip, "sha256.txt");
    StringBuilder hashes = new StringBuilder();
    scored
        .hashes()
        .forEach((part, hash) -> hashes.append(hash).append("  ").append(part).append('\n'));
    zip.write(hashes.toString().getBytes(StandardCharsets.UTF_8));
    for (Sheet sheet : sheets) {
      entry(zip, sheet.name() + ".csv");
      write(sheet, zip);
    }
    zip.finish();
    zip.flush();
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void write(Sheet sheet, OutputStream out) throws IOException {
    try {
      CsvTable csv = new CsvTable(out, sheet.columns().stream().map(CsvTable::guarded).toList());
      sheet
          .rows()
          .accept(
              row -> {
                String[] texts = new String[row.length];
                for (int i = 0; i < row.length; i++) {
                  texts[i] = text(row[i]);
                }
                csv.row(texts);
              });
      csv.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return number.isNaN() ? null : number.toString();
    }
    return value instanceof String text
        ? CsvTable.guarded(text)
        : value == null ? null : value + "";
  }
}
