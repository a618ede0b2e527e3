package org.infostate.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * What a report rests on, as every sheet of it says.
 *
 * @param title what the report is called
 * @param subject the round, assessment or plan
 * @param method what counted, with its version
 * @param sources where the data come from
 * @param date of the data
 * @param completeness of what was asked, 0 to 1; NaN where it is not known
 * @param withheld how many confidential values are left out
 * @param reading how to read the tables
 */
public record Stamp(
    String title,
    String subject,
    String method,
    String sources,
    LocalDate date,
    double completeness,
    int withheld,
    String reading) {

  /** The facts of the sheet About, in order. */
  public static final List<String> FACTS =
      List.of(
          "subject",
          "method",
          "sources",
          "date",
          "completeness",
          "confidentiality",
          "withheld",
          "reading");

  /** A stamp of nothing, for vocabularies. */
  public static final Stamp BLANK = new Stamp("", "", "", "", null, Double.NaN, 0, "");

  /**
   * The filling of a template with these tables. Sheets are called as their tables; each may say
   * under its name {@code note_} and the table why the table has no rows.
   */
  public Filling filling(Language language, List<Dataset> datasets) {
    return filling(language, datasets, Map.of());
  }

  /** As the other, with values of the report's own. */
  public Filling filling(Language language, List<Dataset> datasets, Map<String, String> more) {
    Texts texts = Texts.in(language);
    Map<String, Object> values = new LinkedHashMap<>();
    FACTS.forEach(fact -> values.put("label_" + fact, texts.text("reporting.fact." + fact)));
    values.put("title", title);
    values.put("subject", subject);
    values.put("method", method);
    values.put("sources", sources);
    values.put("date", date);
    values.put("completeness", completeness);
    values.put("confidentiality", texts.text("report.confidentiality.official"));
    values.put("withheld", withheld);
    values.put("reading", reading);
    values.put("stamp", line(texts));
    values.putAll(more);
    datasets.forEach(
        dataset ->
            values.put(
                "note_" + dataset.name(), dataset.rows().isEmpty() ? none(dataset, texts) : null));
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("About", texts.text("report.sheet.about"));
    datasets.forEach(
        dataset ->
            sheets.put(sheet(dataset.name()), texts.text("reporting.sheet." + dataset.name())));
    return new Filling(language, values, datasets, sheets);
  }

  private static String none(Dataset dataset, Texts texts) {
    String why = "reporting.empty." + dataset.name();
    return texts.text(texts.has(why) ? why : "reporting.empty");
  }

  /** What the sheet of a table is called in the template. */
  public static String sheet(String table) {
    return Character.toUpperCase(table.charAt(0)) + table.substring(1);
  }

  /** One line for the head of every sheet. */
  private String line(Texts texts) {
    // Keeps a Latin name and the number behind it from running together in Arabic.
    String mark = texts.language().rightToLeft() ? "\u200f" : "";
    List<String> parts = new ArrayList<>(List.of(subject, method, sources));
    parts.removeIf(String::isEmpty);
    if (date != null) {
      parts.add(texts.date(date));
    }
    if (!Double.isNaN(completeness)) {
      parts.add(texts.text("report.ranking.complete", texts.number(completeness * 100, 0)));
    }
    parts.add(texts.text("report.confidentiality.official"));
    return mark + String.join(mark + " · " + mark, parts);
  }
}
