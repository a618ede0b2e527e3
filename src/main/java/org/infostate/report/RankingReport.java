package org.infostate.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The workbook of an assessment: its ranking, its priorities, and a chart. Fills the template
 * {@code ranking}, whose tables are {@code ranking}, {@code priorities} and {@code scores}.
 *
 * @param about what was assessed
 * @param pillars the parts of the score, in order
 * @param standings countries in any order
 */
public record RankingReport(About about, List<Pillar> pillars, List<Standing> standings) {

  /** The template that comes with the program. */
  public static final String TEMPLATE = "ranking";

  /**
   * What was assessed, in the reader's language.
   *
   * @param index what the score is called
   * @param method name and version of the method
   * @param completeness of all answers, 0 to 1; NaN where it is not known
   * @param confidentiality who may read the workbook
   * @param note may be empty
   */
  public record About(
      String title,
      String round,
      String index,
      String method,
      LocalDate date,
      double completeness,
      String confidentiality,
      String note) {}

  /** A part of the score: the code is the heading of its column in the template. */
  public record Pillar(String code, String name) {}

  /**
   * Where a country stands.
   *
   * @param rank null where there is no score
   * @param score NaN where too little is known
   * @param pillars scores of the pillars, in their order; NaN where too little is known
   * @param completeness 0 to 1
   * @param priority 1 is the first; null where there is none
   * @param need NaN where there is none
   * @param weakest name of the weakest pillar; empty where there is none
   * @param reason why it has this priority; may be empty
   */
  public record Standing(
      String iso3,
      String country,
      String region,
      String infostate,
      Integer rank,
      double score,
      List<Double> pillars,
      double completeness,
      Integer priority,
      double need,
      String weakest,
      String reason) {}

  private static final Comparator<Integer> MISSING_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final List<String> LABELS =
      List.of(
          "round",
          "method",
          "date",
          "countries",
          "completeness",
          "confidentiality",
          "note",
          "reading");

  /** What the template is filled with. */
  public Filling filling(Language language) {
    Texts texts = Texts.in(language);
    Map<String, String> sheets = new HashMap<>();
    for (String sheet : List.of("About", "Ranking", "Priorities", "Chart")) {
      sheets.put(sheet, texts.text("report.sheet." + sheet.toLowerCase(Locale.ROOT)));
    }
    return new Filling(
        language, values(texts), List.of(ranking(texts), priorities(texts), scores(texts)), sheets);
  }

  private Map<String, Object> values(Texts texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    LABELS.forEach(label -> values.put("label_" + label, texts.text("report.label." + label)));
    values.put("title", about.title());
    values.put("round", about.round());
    values.put("method", about.method());
    values.put("date", about.date());
    values.put("countries", standings.size());
    values.put("completeness", about.completeness());
    values.put("confidentiality", about.confidentiality());
    values.put("note", about.note());
    values.put("reading", texts.text("report.ranking.reading"));
    values.put("stamp", stamp(texts));
    return values;
  }

  /** One line for the head of every sheet. */
  private String stamp(Texts texts) {
    // Keeps a Latin name and the number behind it from running together in Arabic.
    String mark = texts.language().rightToLeft() ? "\u200f" : "";
    List<String> parts = new ArrayList<>();
    parts.add(about.round());
    parts.add(about.method());
    parts.add(texts.date(about.date()));
    if (!Double.isNaN(about.completeness())) {
      parts.add(texts.text("report.ranking.complete", texts.number(about.completeness() * 100, 0)));
    }
    parts.add(about.confidentiality());
    return mark + String.join(mark + " · " + mark, parts);
  }

  private List<Standing> inOrder(Comparator<Standing> order) {
    return standings.stream().sorted(order.thenComparing(Standing::country)).toList();
  }

  private Dataset ranking(Texts texts) {
    List<String> columns =
        Stream.of(
                Stream.of("rank", "country", "iso3", "region", "infostate", "score"),
                pillars.stream().map(Pillar::code),
                Stream.of("completeness", "priority", "need"))
            .flatMap(each -> each)
            .toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Standing each : inOrder(Comparator.comparing(Standing::rank, MISSING_LAST))) {
      List<Object> row = new ArrayList<>();
      row.add(each.rank());
      row.add(each.country());
      row.add(each.iso3());
      row.add(each.region());
      row.add(each.infostate());
      row.add(each.score());
      row.addAll(each.pillars());
      row.add(each.completeness());
      row.add(each.priority());
      row.add(each.need());
      rows.add(row);
    }
    return dataset("ranking", columns, texts, rows);
  }

  private Dataset priorities(Texts texts) {
    List<String> columns =
        List.of("priority", "country", "iso3", "infostate", "need", "score", "weakest", "reason");
    List<List<Object>> rows = new ArrayList<>();
    for (Standing each : inOrder(Comparator.comparing(Standing::priority, MISSING_LAST))) {
      if (each.priority() != null) {
        rows.add(
            List.of(
                each.priority(),
                each.country(),
                each.iso3(),
                each.infostate(),
                each.need(),
                each.score(),
                each.weakest(),
                each.reason()));
      }
    }
    return dataset("priorities", columns, texts, rows);
  }

  private Dataset scores(Texts texts) {
    List<List<Object>> rows = new ArrayList<>();
    for (Standing each : inOrder(Comparator.comparing(Standing::rank, MISSING_LAST))) {
      rows.add(List.of(each.country(), each.score()));
    }
    return dataset("scores", List.of("country", "score"), texts, rows);
  }

  private Dataset dataset(String name, List<String> columns, Texts texts, List<List<Object>> rows) {
    return new Dataset(
        name, columns, columns.stream().map(column -> heading(column, texts)).toList(), rows);
  }

  private String heading(String column, Texts texts) {
    return column.equals("score")
        ? about.index()
        : pillars.stream()
            .filter(pillar -> pillar.code().equals(column))
            .map(Pillar::name)
            .findFirst()
            .orElseGet(() -> texts.text("report.column." + column));
  }
}
