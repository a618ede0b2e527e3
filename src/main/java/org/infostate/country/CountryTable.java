package org.infostate.country;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads the tables that ship beside this class; the README there says where they come from. */
public final class CountryTable {

  private CountryTable() {}

  /** The countries and areas of the world, by ISO code. */
  public static List<Country> published() {
    return rows("countries.csv", row -> new Country(row.getFieldsAsMap(), false));
  }

  /** The invented countries of the sample data, by code. */
  public static List<Country> invented() {
    return rows("sample-countries.csv", row -> new Country(row.getFieldsAsMap(), true));
  }

  /** Every row of a table beside this class, in its order. */
  static <T> List<T> rows(String name, Function<NamedCsvRecord, T> reading) {
    InputStream in = CountryTable.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the program was built without " + name);
    }
    try (InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().map(reading).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
