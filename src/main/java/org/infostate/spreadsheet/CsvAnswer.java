package org.infostate.spreadsheet;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;

/**
 * A table as the CSV file that an address answers with. Numbers are not rounded; what is missing is
 * empty.
 */
public final class CsvAnswer {

  public static final String TYPE = "text/csv";

  private CsvAnswer() {}

  /**
   * @param name of the file, without its ending
   */
  public static Response of(String name, List<String> columns, List<String[]> rows) {
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
  public static String[] row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell == null ? null : cell.toString())
        .toArray(String[]::new);
  }
}
