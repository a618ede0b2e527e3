package org.infostate.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The workbook of an assessment: its ranking, its priorities, and a chart. Fills the template
 * {@code ranking}, whose tables are {@code ranking}, {@code priorities} and {@code scores}.
 *
 * <p>Indices have pillars of their own. The template has columns {@code pillar_1} to {@code
 * pillar_10} for them, in the order of the index; those that an index does not need are hidden.
 *
 * @param stamp what was assessed
 * @param index what the score is called
 * @param pillars the parts of the score, in order
 * @param standings countries in any order
 */
public record RankingReport(
    Stamp stamp, String index, List<Pillar> pillars, List<Standing> standings) {

  /** The template that comes with the program. */
  public static final String TEMPLATE = "ranking";

  /** A part of the score. */
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

  /** So many pillars have a column in the template that comes with the program. */
  static final int PLACES = 10;

  private static final Comparator<Integer> MISSING_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** What the template is filled with. */
  public Filling filling(Language language) {
    Texts texts = Texts.in(language);
    return stamp.filling(language, List.of(ranking(texts), priorities(texts), scores(texts)));
  }

  private List<Standing> inOrder(Comparator<Standing> order) {
    return standings.stream().sorted(order.thenComparing(Standing::country)).toList();
  }

  private Dataset ranking(Texts texts) {
    List<String> columns =
        Stream.of(
                Stream.of("rank", "country", "iso3", "region", "infostate", "score"),
                IntStream.range(0, places()).mapToObj(RankingReport::column),
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
      row.addAll(Collections.nCopies(places() - each.pillars().size(), null));
      row.add(each.completeness());
      row.add(each.priority());
      row.add(each.need());
      rows.add(row);
    }
    return new Dataset(
        "ranking",
        columns,
        headings(columns, texts),
        rows,
        IntStream.range(pillars.size(), places())
            .mapToObj(RankingReport::column)
            .collect(Collectors.toSet()));
  }

  private int places() {
    return Math.max(PLACES, pillars.size());
  }

  private static String column(int pillar) {
    return "pillar_" + (pillar + 1);
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
    return new Dataset(name, columns, headings(columns, texts), rows);
  }

  /** A pillar that is called as another column is told from it by its place. */
  private List<String> headings(List<String> columns, Texts texts) {
    List<String> headings = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String column : columns) {
      String heading = heading(column, texts);
      if (!taken.add(heading.toLowerCase(Locale.ROOT))) {
        heading += " (" + column + ")";
        taken.add(heading.toLowerCase(Locale.ROOT));
      }
      headings.add(heading);
    }
    return headings;
  }

  private String heading(String column, Texts texts) {
    if (column.equals("score")) {
      return index;
    }
    if (column.startsWith("pillar_")) {
      int pillar = Integer.parseInt(column.substring("pillar_".length())) - 1;
      return pillar < pillars.size() ? pillars.get(pillar).name() : column;
    }
    return texts.text("report.column." + column);
  }
}
