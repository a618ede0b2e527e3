package org.infostate.followup;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import org.infostate.spreadsheet.CsvTable;

/** A table as a CSV file. Numbers are not rounded; what is missing is empty. */
final class CsvAnswer {

  static final String TYPE = "text/csv";

  private CsvAnswer() {}

  /**
   * @param name of the file, without its ending
   */
  static Response of(String name, List<String> columns, List<String[]> rows) {
    StreamingOutput stream =
        out -> {
          CsvTable table = new CsvTable(out, columns);
          rows.forEach(table::row);
          table.finish();
        };
    return Response.ok(stream, TYPE + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  /** Codes and numbers; null is missing. Texts that people wrote are to be guarded before. */
  static String[] row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell == null ? null : cell.toString())
        .toArray(String[]::new);
  }
}
