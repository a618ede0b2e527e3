package org.infostate.scoring;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reference data in {@code reference/}; its README tells where they come from. */
final class Reference {

  private Reference() {}

  static List<NamedCsvRecord> rows(String file) {
    try (Reader reader =
            new InputStreamReader(
                Reference.class.getResourceAsStream("reference/" + file), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (NamedCsvRecord row : rows("iMeta.csv")) {
      String code = row.getField("iCode");
      String parent = row.getField("Parent").isEmpty() ? null : row.getField("Parent");
      double weight =
          row.getField("Weight").isEmpty() ? 0 : Double.parseDouble(row.getField("Weight"));
      if (row.getField("Type").equals("Indicator")) {
        Element indicator =
            Element.indicator(code, parent, Integer.parseInt(row.getField("Direction")), weight);
        String denominator = row.getField("Denominator");
        elements.add(denominator.isEmpty() ? indicator : indicator.dividedBy(denominator));
      } else if (row.getField("Type").equals("Aggregate")) {
        elements.add(Element.aggregate(code, parent, weight));
      }
    }
    return elements;
  }

  static Index index(Step... steps) {
    return Index.of("reference", elements(), List.of(steps));
  }

  static Table data() {
    return table(rows("iData.csv"));
  }

  static Table panel() {
    return table(rows("panel.csv"));
  }

  private static Table table(List<NamedCsvRecord> rows) {
    List<String> columns =
        rows.get(0).getHeader().stream()
            .filter(name -> !List.of("uName", "uCode", "Region", "Time").contains(name))
            .toList();
    List<Case> cases = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      Integer year = row.findField("Time").map(Integer::valueOf).orElse(null);
      String region = row.getField("Region");
      cases.add(
          new Case(
              row.getField("uCode"),
              year,
              region.isEmpty() || region.equals("NA") ? Map.of() : Map.of("Region", region)));
    }
    Table.Builder builder = Table.builder(cases, columns);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        String text = rows.get(r).getField(columns.get(c));
        if (!text.isEmpty()) {
          builder.set(r, c, Double.parseDouble(text));
        }
      }
    }
    return builder.build();
  }
}
