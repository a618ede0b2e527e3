package org.infostate.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.text.Texts;

/** All tables of the public dataset in one file, with what a researcher needs to use them. */
@ApplicationScoped
public class DatasetZip {

  private static final String SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json";
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  @Inject private DatasetCsv csv;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String address;

  /** Writes the file; the stream stays open. */
  void write(DatasetCsv.Wanted wanted, OutputStream out) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Texts texts = Texts.in(wanted.language());
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(zip, "README.md", today);
    zip.write(readme(texts, today).getBytes(StandardCharsets.UTF_8));
    entry(zip, "datapackage.json", today);
    zip.write(descriptor(texts, today).getBytes(StandardCharsets.UTF_8));
    for (DatasetTable table : DatasetTable.values()) {
      entry(zip, table.fileName(), today);
      csv.write(table, wanted, zip);
    }
    zip.finish();
    zip.flush();
  }

  private static void entry(ZipOutputStream zip, String name, LocalDate today) throws IOException {
    zip.closeEntry();
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(today.atStartOfDay());
    zip.putNextEntry(entry);
  }

  /** How to cite the dataset as it was on a day. */
  static String citation(Texts texts, LocalDate day, String address) {
    return texts.text(
        "opendata.citation", Integer.toString(day.getYear()), day.toString(), address + "/data");
  }

  private String readme(Texts texts, LocalDate today) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(texts.text("opendata.title")).append("\n\n");
    text.append(texts.text("opendata.lead")).append("\n\n");
    for (DatasetTable table : DatasetTable.values()) {
      text.append("- `").append(table.fileName()).append("`: ");
      text.append(texts.text("opendata.table." + table.code())).append('\n');
    }
    for (String part : new String[] {"missing", "form", "guard", "confidential"}) {
      text.append('\n').append(texts.text("opendata.readme." + part)).append('\n');
    }
    text.append("\n## ").append(texts.text("opendata.licence")).append("\n\n");
    text.append(texts.text("opendata.licence.text")).append("\n\n");
    text.append("## ").append(texts.text("opendata.cite")).append("\n\n");
    return text.append(citation(texts, today, address)).append('\n').toString();
  }

  /** A descriptor as Data Package 2 defines it. */
  private String descriptor(Texts texts, LocalDate today) {
    JsonArrayBuilder resources = Json.createArrayBuilder();
    for (DatasetTable table : DatasetTable.values()) {
      resources.add(resource(table, texts));
    }
    JsonObjectBuilder descriptor =
        Json.createObjectBuilder()
            .add("$schema", SCHEMA)
            .add("name", "infostate")
            .add("title", texts.text("opendata.title"))
            .add("description", texts.text("opendata.lead"))
            .add("homepage", address + "/data")
            .add("created", today + "T00:00:00Z")
            .add(
                "licenses",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("name", "CC-BY-4.0").add("path", LICENCE)))
            .add("resources", resources);
    StringWriter text = new StringWriter();
    Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
        .createWriter(text)
        .write(descriptor.build());
    return text.append('\n').toString();
  }

  private static JsonObjectBuilder resource(DatasetTable table, Texts texts) {
    JsonArrayBuilder fields = Json.createArrayBuilder();
    for (DatasetTable.Column column : table.columns()) {
      fields.add(Json.createObjectBuilder().add("name", column.name()).add("type", column.type()));
    }
    return Json.createObjectBuilder()
        .add("name", table.code())
        .add("path", table.fileName())
        .add("type", "table")
        .add("format", "csv")
        .add("mediatype", "text/csv")
        .add("encoding", "utf-8")
        .add("description", texts.text("opendata.table." + table.code()))
        .add("schema", Json.createObjectBuilder().add("fields", fields));
  }
}
