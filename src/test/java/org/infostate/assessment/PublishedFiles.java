package org.infostate.assessment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.infostate.scoring.Case;
import org.infostate.scoring.Table;

/**
 * The publishers' own files in a folder beside the project, read only as far as the tests need; the
 * importer proper is in {@code statistics}.
 */
final class PublishedFiles {

  static final Path FOLDER = Path.of(System.getProperty("shared.data", "../shared/data"));

  private static final Map<String, String> ITU_NAMES =
      Map.ofEntries(
          Map.entry("central african rep.", "CAF"),
          Map.entry("congo (rep. of the)", "COG"),
          Map.entry("curacao", "CUW"),
          Map.entry("czech republic", "CZE"),
          Map.entry("côte d'ivoire", "CIV"),
          Map.entry("dem. people's rep. of korea", "PRK"),
          Map.entry("dem. rep. of the congo", "COD"),
          Map.entry("dominican rep.", "DOM"),
          Map.entry("hong kong, china", "HKG"),
          Map.entry("korea (rep. of)", "KOR"),
          Map.entry("lao p.d.r.", "LAO"),
          Map.entry("macao, china", "MAC"),
          Map.entry("nepal (republic of)", "NPL"),
          Map.entry("turkey", "TUR"),
          Map.entry("united kingdom", "GBR"),
          Map.entry("united states", "USA"));

  private PublishedFiles() {}

  /** Economies and years of the years 2000 to 2018, a column for each statistic by its code. */
  static Table statistics() throws IOException {
    Map<String, Map<String, Double>> found = new TreeMap<>();
    Map<String, String> codes = countryCodes();
    itu("Fixed_tel", 21, "fixed_telephone", codes, found);
    itu("Mobile", 21, "mobile_cellular", codes, found);
    itu("Fixed_broadband", 21, "fixed_broadband", codes, found);
    itu("Individuals", 1, "internet_users", codes, found);
    undp(found);
    TreeSet<String> columns = new TreeSet<>();
    found.values().forEach(row -> columns.addAll(row.keySet()));
    List<Case> cases = new ArrayList<>();
    for (String key : found.keySet()) {
      cases.add(Case.of(key.substring(0, 3), Integer.parseInt(key.substring(4))));
    }
    Table.Builder table = Table.builder(cases, List.copyOf(columns));
    for (Case one : cases) {
      found
          .get(one.unit() + " " + one.year())
          .forEach((column, value) -> table.set(one.unit(), one.year(), column, value));
    }
    return table.build();
  }

  private static void itu(
      String file,
      int column,
      String code,
      Map<String, String> codes,
      Map<String, Map<String, Double>> found)
      throws IOException {
    try (Workbook workbook = WorkbookFactory.create(only("itu", file), null, true)) {
      Sheet sheet = workbook.getSheetAt(0);
      for (Row row : sheet) {
        Cell name = row.getCell(0);
        String iso3 = name == null ? null : codes.get(key(name.toString()));
        for (int year = 2000; iso3 != null && year <= 2018; year++) {
          Cell cell = row.getCell(column + year - 2000);
          if (cell != null && cell.getCellType() == CellType.NUMERIC) {
            put(found, iso3, year, code, cell.getNumericCellValue());
          }
        }
      }
    }
  }

  private static void undp(Map<String, Map<String, Double>> found) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(only("undp", "schooling").toPath())) {
      for (NamedCsvRecord row : csv) {
        int year = Integer.parseInt(row.getField("year"));
        boolean country = row.getField("iso3").length() == 3;
        if (country && year >= 2000 && year <= 2018) {
          for (String series : List.of("expected", "mean")) {
            String value = row.getField(series + "_years_of_schooling");
            if (!value.isEmpty()) {
              String code = series + "_schooling";
              put(found, row.getField("iso3"), year, code, Double.parseDouble(value));
            }
          }
        }
      }
    }
  }

  private static void put(
      Map<String, Map<String, Double>> found, String iso3, int year, String code, double value) {
    found.computeIfAbsent(iso3 + " " + year, k -> new HashMap<>()).put(code, value);
  }

  private static Map<String, String> countryCodes() throws IOException {
    Map<String, String> codes = new HashMap<>(ITU_NAMES);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(only("countries", "country-codes").toPath())) {
      for (NamedCsvRecord row : csv) {
        for (String column :
            List.of("official_name_en", "UNTERM English Short", "CLDR display name")) {
          codes.put(key(row.getField(column)), row.getField("ISO3166-1-Alpha-3"));
        }
      }
    }
    // Some rows of the list lack a name in some column, and header rows of ITU have none.
    codes.remove("");
    return codes;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static File only(String folder, String start) throws IOException {
    try (var files = Files.list(FOLDER.resolve(folder))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow()
          .toFile();
    }
  }
}
