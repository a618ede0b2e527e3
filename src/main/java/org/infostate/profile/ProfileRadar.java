package org.infostate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.infostate.chart.Figure;
import org.infostate.chart.RadarChart;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The radar of a profile: the country, the median of its info-state (of all countries where it is
 * in none), and the country in the last round where there is one.
 */
final class ProfileRadar {

  private static final int PAGE_WIDTH = 640;
  private static final int PAGE_HEIGHT = 460;

  /** The style of documents sets them 115 by 84 mm: so their letters are 8 points high. */
  private static final int PAPER_WIDTH = 520;

  private static final int PAPER_HEIGHT = 380;

  private ProfileRadar() {}

  /** The drawing as SVG for the page; null where the index has no pillars. */
  static String svg(CountryProfile profile, Language language) {
    return svg(profile, language, PAGE_WIDTH, PAGE_HEIGHT);
  }

  /** The same for a document. */
  static String onPaper(CountryProfile profile, Language language) {
    return svg(profile, language, PAPER_WIDTH, PAPER_HEIGHT);
  }

  private static String svg(CountryProfile profile, Language language, int width, int height) {
    Figure figure = figure(profile, language);
    return figure == null ? null : RadarChart.svg(figure, width, height);
  }

  static Figure figure(CountryProfile profile, Language language) {
    List<CountryProfile.Row> pillars = profile.pillars();
    if (pillars.isEmpty()) {
      return null;
    }
    Texts texts = Texts.in(language);
    String country = profile.country().name(language);
    Integer group = profile.own().assessed().group();
    List<Figure.Series> series = new ArrayList<>();
    series.add(series(country, pillars, CountryProfile.Row::now));
    series.add(
        group == null
            ? series(texts.text("report.median"), pillars, CountryProfile.Row::median)
            : series(
                texts.text("profile.median", profile.names().infoState(group, language)),
                pillars,
                CountryProfile.Row::groupMedian));
    if (profile.last() != null) {
      series.add(
          series(
              texts.text("profile.then", country, profile.last().name()),
              pillars,
              CountryProfile.Row::before));
    }
    return Figure.ofScores(
        country,
        pillars.stream().map(row -> profile.names().element(row.element(), language)).toList(),
        profile.names().element(profile.rows().get(0).element(), language),
        series,
        language);
  }

  private static Figure.Series series(
      String name, List<CountryProfile.Row> rows, Function<CountryProfile.Row, Double> value) {
    return new Figure.Series(
        name,
        rows.stream()
            .map(value)
            .map(one -> one == null ? Double.valueOf(Double.NaN) : one)
            .toList());
  }
}
