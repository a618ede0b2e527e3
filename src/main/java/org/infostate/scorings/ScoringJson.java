package org.infostate.scorings;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.List;

/** A run as JSON: what it was of, then each table with its columns and its rows as arrays. */
final class ScoringJson {

  private ScoringJson() {}

  /** Numbers are not rounded; what is missing is null. The stream stays open. */
  static void write(Scored scored, List<Sheet> sheets, OutputStream out) {
    JsonGenerator json = Json.createGenerator(out);
    json.writeStartObject();
    json.write("index", scored.result().index().code());
    json.write("version", scored.result().index().version());
    json.writeStartObject("sha256");
    scored.hashes().forEach(json::write);
    json.writeEnd();
    json.writeStartArray("unusedColumns");
    scored.unused().forEach(json::write);
    json.writeEnd();
    json.writeStartArray("tables");
    sheets.forEach(sheet -> write(sheet, json));
    json.writeEnd();
    json.writeEnd();
    json.flush();
  }

  private static void write(Sheet sheet, JsonGenerator json) {
    json.writeStartObject();
    json.write("name", sheet.name());
    json.writeStartArray("columns");
    sheet.columns().forEach(json::write);
    json.writeEnd();
    json.writeStartArray("rows");
    sheet
        .rows()
        .accept(
            row -> {
              json.writeStartArray();
              for (Object value : row) {
                write(value, json);
              }
              json.writeEnd();
            });
    json.writeEnd();
    json.writeEnd();
  }

  private static void write(Object value, JsonGenerator json) {
    if (value instanceof Double number && Double.isFinite(number)) {
      json.write(number);
    } else if (value instanceof Integer number) {
      json.write(number);
    } else if (value instanceof String text) {
      json.write(text);
    } else {
      json.writeNull();
    }
  }
}
