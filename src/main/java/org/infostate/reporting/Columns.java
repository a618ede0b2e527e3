package org.infostate.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.report.Dataset;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The columns of a table that a template may ask for.
 *
 * @param table as the Excel table is called
 */
record Columns(String table, List<String> names) {

  static Columns of(String table, String names) {
    return new Columns(table, List.of(names.split(" ")));
  }

  Dataset empty() {
    return new Dataset(table, names, List.of());
  }

  /** The table with its headings in a language. */
  Dataset with(List<List<Object>> rows, Language language) {
    return with(rows, language, Map.of());
  }

  /**
   * @param headings of columns that are not always there, by name
   */
  Dataset with(List<List<Object>> rows, Language language, Map<String, String> headings) {
    Texts texts = Texts.in(language);
    List<String> shown =
        names.stream()
            .map(
                name ->
                    headings.containsKey(name)
                        ? headings.get(name)
                        : texts.text("reporting.column." + name))
            .toList();
    return new Dataset(table, names, shown, rows);
  }

  Columns and(List<String> more) {
    return new Columns(
        table, Stream.concat(names.stream(), more.stream()).collect(Collectors.toList()));
  }
}
