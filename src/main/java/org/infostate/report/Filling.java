package org.infostate.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.infostate.text.Language;

/**
 * What a template is filled with.
 *
 * @param language Arabic turns sheets and charts from right to left
 * @param values by defined name, case aside: text, number, boolean, date, instant, or null to leave
 *     the cell empty
 * @param datasets by the names of tables
 * @param sheetNames what sheets of the template are called in the filled workbook; others keep
 *     their name. At most 31 characters, without {@code []:*?/\\}
 */
public record Filling(
    Language language,
    Map<String, Object> values,
    List<Dataset> datasets,
    Map<String, String> sheetNames) {

  public Filling {
    Map<String, Object> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(values);
    values = anyCase;
    datasets = List.copyOf(datasets);
    sheetNames = Map.copyOf(sheetNames);
    for (String name : sheetNames.values()) {
      if (!name.matches("[^\\[\\]:*?/\\\\']{1,31}")) {
        throw new IllegalArgumentException("no name for a sheet: " + name);
      }
    }
  }

  Optional<Dataset> dataset(String table) {
    return datasets.stream()
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(table.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
