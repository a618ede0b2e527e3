package org.infostate.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.infostate.spreadsheet.CsvTable;

/**
 * Current figures as CSV: UTF-8, a heading, a line for each figure. A text that a spreadsheet
 * program would take for a formula gets an apostrophe before it.
 */
final class FigureCsv {

  private FigureCsv() {}

  /** Writes the wanted figures, one indicator at a time. */
  static void write(Statistics statistics, Statistics.Wanted wanted, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord("country", "indicator", "year", "value", "note", "publisher", "edition");
    Map<Long, StatisticsImport> imports = statistics.importsById();
    for (String indicator : indicators(wanted)) {
      statistics
          .find(wanted.of(indicator), 0, Integer.MAX_VALUE)
          .forEach(one -> write(one, imports.get(one.importId()), csv));
    }
    csv.flush();
  }

  private static List<String> indicators(Statistics.Wanted wanted) {
    return wanted.indicator() != null
        ? List.of(wanted.indicator())
        : Arrays.stream(Indicator.values()).map(Indicator::code).sorted().toList();
  }

  private static void write(Statistic one, StatisticsImport source, CsvWriter csv) {
    csv.writeRecord(
        one.iso3(),
        one.indicator(),
        Integer.toString(one.year()),
        one.value().toPlainString(),
        CsvTable.guarded(one.note()),
        CsvTable.guarded(source.publisher()),
        source.edition());
  }
}
