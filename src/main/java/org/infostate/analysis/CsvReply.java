package org.infostate.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** A table as a CSV file. Numbers are not rounded; what is missing is empty. */
final class CsvReply {

  static final String TYPE = "text/csv";

  private CsvReply() {}

  /**
   * @param name of the file, without its ending
   * @param rows hands on one row after the other; its cells may be null
   */
  static Response of(String name, Consumer<Consumer<Object[]>> rows) {
    StreamingOutput stream =
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          rows.accept(row -> csv.writeRecord(Arrays.stream(row).map(CsvReply::cell).toList()));
          csv.flush();
        };
    return Response.ok(stream, TYPE + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  static Object[] row(Object... cells) {
    return cells;
  }

  private static String cell(Object cell) {
    boolean missing = cell == null || cell instanceof Double number && number.isNaN();
    return missing ? "" : cell.toString();
  }
}
