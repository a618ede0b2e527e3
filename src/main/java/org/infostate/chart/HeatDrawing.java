package org.infostate.chart;

import java.util.List;

/**
 * A field of cells, a row for each category and a column for each series, the darker the higher the
 * value. One hue from light to dark, so that it can be read without colours; a cell without a value
 * is white with a stroke through it, and never looks like a low one. In Arabic the first column
 * stands on the right.
 */
final class HeatDrawing {

  private static final int EDGE = 10;
  private static final int CELL = 18;
  private static final int LETTER = 12;
  private static final int TITLE = 52;
  private static final int SCALE = 48;

  /** How high the names of the columns may stand, and how wide those of the rows. */
  private static final double LONGEST = 190;

  private static final int STEPS = 5;

  /** From here on white stands out better than black, at least 4.5 : 1. */
  private static final double DARK_ENOUGH = 0.62;

  private static final int[] LIGHT = {0xe8, 0xf1, 0xf8};
  private static final int[] DARK = {0x06, 0x2f, 0x4f};

  private final Figure figure;
  private final boolean numbered;
  private final boolean mirrored;
  private final double names;
  private final double head;
  private final int width;
  private final int height;
  private final Svg svg;

  private HeatDrawing(Figure figure, boolean numbered) {
    this.figure = figure;
    this.numbered = numbered;
    mirrored = figure.language().rightToLeft();
    names = longest(figure.categories()) + 8;
    head = TITLE + longest(figure.series().stream().map(Figure.Series::name).toList()) + 8;
    int columns = figure.series().size() * CELL;
    width = (int) Math.ceil(Math.max(480, names + columns + 2 * EDGE));
    height = (int) Math.ceil(head + figure.categories().size() * CELL + SCALE);
    svg = new Svg(figure, "report.chart.heat", width, height);
  }

  private static double longest(List<String> texts) {
    return Math.min(
        LONGEST, texts.stream().mapToDouble(text -> Svg.width(text, LETTER)).max().orElse(0));
  }

  /**
   * @param numbered whether each value is written into its cell: for small whole numbers
   */
  static String draw(Figure figure, boolean numbered) {
    HeatDrawing drawing = new HeatDrawing(figure, numbered);
    drawing.heading();
    for (int column = 0; column < figure.series().size(); column++) {
      drawing.columnName(column);
    }
    for (int row = 0; row < figure.categories().size(); row++) {
      drawing.row(row);
    }
    drawing.scale();
    return drawing.svg.toString();
  }

  /** As in {@code #0a1b2c}: from light (0) to dark (1). */
  static String shade(double share) {
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < LIGHT.length; i++) {
      colour.append("%02x".formatted(Math.round(LIGHT[i] + share * (DARK[i] - LIGHT[i]))));
    }
    return colour.toString();
  }

  private double x(double fromStart) {
    return mirrored ? width - fromStart : fromStart;
  }

  /** The left edge of what begins so far from the start of the line and is so wide. */
  private double left(double fromStart, double wide) {
    return mirrored ? width - fromStart - wide : fromStart;
  }

  private void heading() {
    Svg.Anchor start = mirrored ? Svg.Anchor.RIGHT : Svg.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    svg.label(x(EDGE), 24, start, title, Svg.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), LETTER, width - 2 * EDGE);
    svg.label(x(EDGE), 43, start, axis, Svg.QUIET, LETTER, false);
  }

  /** Stands on its column and is read upwards. */
  private void columnName(int column) {
    double foot = x(EDGE + names + (column + 0.5) * CELL) + LETTER * 0.35;
    String name = Svg.fitted(figure.series().get(column).name(), LETTER, LONGEST);
    svg.open("text").with("fill", Svg.INK).with("font-size", LETTER);
    if (mirrored) {
      svg.with("direction", "rtl").with("text-anchor", "end");
    }
    svg.with("transform", "translate(" + Svg.pair(foot, head - 6) + ") rotate(-90)");
    svg.text(name).close("text");
  }

  private void row(int row) {
    double top = head + row * CELL;
    svg.label(
        x(EDGE + names - 6),
        top + CELL / 2.0 + LETTER * 0.35,
        mirrored ? Svg.Anchor.LEFT : Svg.Anchor.RIGHT,
        Svg.fitted(figure.categories().get(row), LETTER, LONGEST),
        Svg.INK,
        LETTER,
        false);
    for (int column = 0; column < figure.series().size(); column++) {
      Figure.Series series = figure.series().get(column);
      String of = figure.categories().get(row) + ", " + series.name() + ": ";
      double left = left(EDGE + names + column * CELL, CELL);
      if (series.missing(row)) {
        cell(left, top, "#fff", of + figure.text("report.no_data"));
        svg.line(left + 4, top + CELL - 4, left + CELL - 4, top + 4, Svg.QUIET);
      } else {
        double value = series.values().get(row);
        cell(left, top, shade(figure.share(value)), of + figure.number(value));
        if (numbered) {
          svg.label(
              left + CELL / 2.0,
              top + CELL / 2.0 + 4,
              Svg.Anchor.MIDDLE,
              figure.number(value),
              figure.share(value) < DARK_ENOUGH ? "#000" : "#fff",
              11,
              false);
        }
      }
    }
  }

  private void cell(double left, double top, String fill, String tip) {
    svg.open("rect").with("x", left + 0.5).with("y", top + 0.5);
    svg.with("width", CELL - 1).with("height", CELL - 1).with("fill", fill);
    svg.with("stroke", Svg.LINE).inside().tip(tip).close("rect");
  }

  /** What the shades mean. */
  private void scale() {
    double top = height - SCALE + 12;
    double wide = 44;
    for (int i = 0; i < STEPS; i++) {
      double share = i / (STEPS - 1.0);
      double value = figure.minimum() + share * (figure.maximum() - figure.minimum());
      double left = left(EDGE + i * wide, wide);
      cell(left + (wide - CELL) / 2, top, shade(share), figure.number(value));
      svg.label(
          left + wide / 2,
          top + CELL + 13,
          Svg.Anchor.MIDDLE,
          figure.number(value),
          Svg.QUIET,
          11,
          false);
    }
    double none = EDGE + STEPS * wide + 30;
    double left = left(none, CELL);
    cell(left, top, "#fff", figure.text("report.no_data"));
    svg.line(left + 4, top + CELL - 4, left + CELL - 4, top + 4, Svg.QUIET);
    svg.label(
        x(none + CELL + 8),
        top + CELL / 2.0 + 4,
        mirrored ? Svg.Anchor.RIGHT : Svg.Anchor.LEFT,
        figure.text("report.no_data"),
        Svg.QUIET,
        LETTER,
        false);
  }
}
