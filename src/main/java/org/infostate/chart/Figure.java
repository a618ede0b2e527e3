package org.infostate.chart;

import java.nio.charset.StandardCharsets;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.zip.CRC32;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * What a chart shows, whoever draws it.
 *
 * @param title stands above the chart and is read by screen readers
 * @param categories the axes of a radar, the bars of a bar chart, in order; at least one
 * @param valueAxis what the values are, such as "Score (0 to 100)"; empty for nothing
 * @param minimum where the value axis begins; it is widened where a value lies below
 * @param maximum where it ends; greater than the minimum, widened where a value lies above
 * @param series at least one, each with a value for every category
 * @param language of the texts; gives digits, separators and direction
 */
public record Figure(
    String title,
    List<String> categories,
    String valueAxis,
    double minimum,
    double maximum,
    List<Series> series,
    Language language) {

  /**
   * Values of the categories, in their order.
   *
   * @param values NaN where there is none; never null, never infinite
   */
  public record Series(String name, List<Double> values) {

    public Series {
      values = List.copyOf(values);
      if (values.stream().anyMatch(value -> Double.isInfinite(value))) {
        throw new IllegalArgumentException("an infinite value in " + name);
      }
    }

    /** Whether there is no value here. */
    public boolean missing(int category) {
      return values.get(category).isNaN();
    }
  }

  public Figure {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    if (categories.isEmpty() || series.isEmpty()) {
      throw new IllegalArgumentException("a figure without categories or series");
    }
    for (Series one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            one.name() + ": " + one.values().size() + " values for " + categories.size());
      }
    }
    DoubleSummaryStatistics there = new DoubleSummaryStatistics();
    series.stream()
        .flatMap(one -> one.values().stream())
        .filter(value -> !value.isNaN())
        .forEach(there::accept);
    minimum = Math.min(minimum, there.getMin());
    maximum = Math.max(maximum, there.getMax());
    if (!(minimum < maximum)) {
      throw new IllegalArgumentException("no range from " + minimum + " to " + maximum);
    }
  }

  /** A figure of scores, which lie between 0 and 100. */
  public static Figure ofScores(
      String title,
      List<String> categories,
      String valueAxis,
      List<Series> series,
      Language language) {
    return new Figure(title, categories, valueAxis, 0, 100, series, language);
  }

  /** Whether no series has a value here. */
  boolean missing(int category) {
    return series.stream().allMatch(one -> one.missing(category));
  }

  /** Where a value stands between minimum (0) and maximum (1). */
  double share(double value) {
    return (value - minimum) / (maximum - minimum);
  }

  /** The value in digits of the language, with one decimal at most. */
  public String number(double value) {
    return Texts.in(language).number(value, 1);
  }

  String text(String key, Object... arguments) {
    return Texts.in(language).text(key, arguments);
  }

  /** Round values to mark on the value axis, from minimum to maximum, four to ten of them. */
  double[] marks() {
    double rough = (maximum - minimum) / 5;
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = magnitude * (rough / magnitude < 1.5 ? 1 : rough / magnitude < 3.5 ? 2 : 5);
    int first = (int) Math.ceil(minimum / step - 1e-9);
    int last = (int) Math.floor(maximum / step + 1e-9);
    double[] marks = new double[last - first + 1];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (first + i) * step;
    }
    return marks;
  }

  /**
   * What a screen reader says about it: what kind of chart, and of each series the highest and the
   * lowest value and how many are missing.
   *
   * @param kind key of the text that names the kind; {0} is the number of categories
   */
  String description(String kind) {
    StringBuilder text = new StringBuilder();
    text.append(text(kind, categories.size(), number(minimum), number(maximum)));
    for (Series one : series) {
      text.append(' ').append(extremes(one));
    }
    return text.toString();
  }

  private String extremes(Series one) {
    int highest = -1;
    int lowest = -1;
    int missing = 0;
    for (int i = 0; i < categories.size(); i++) {
      if (one.missing(i)) {
        missing++;
      } else {
        highest = highest < 0 || one.values().get(i) > one.values().get(highest) ? i : highest;
        lowest = lowest < 0 || one.values().get(i) < one.values().get(lowest) ? i : lowest;
      }
    }
    return highest < 0
        ? text("report.chart.empty_series", one.name())
        : text(
            "report.chart.extremes",
            one.name(),
            categories.get(highest),
            number(one.values().get(highest)),
            categories.get(lowest),
            number(one.values().get(lowest)),
            missing);
  }

  /**
   * Same figure, same mark: makes the ids of a drawing differ from those of another on the page.
   */
  String mark() {
    CRC32 sum = new CRC32();
    sum.update(toString().getBytes(StandardCharsets.UTF_8));
    return "f" + Long.toHexString(sum.getValue());
  }
}
