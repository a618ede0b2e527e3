package org.infostate.chart;

import java.util.List;

/**
 * A field of cells, a row for each category and a column for each series, the darker the higher the
 * value. One hue from light to dark, so that it can be read without colours; a cell without a value
 * is white with a stroke through it, and never looks like a low one. In Arabic the first column
 * stands on the right.
 */
final class HeatDrawing implements Drawing {

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

  /**
   * @param numbered whether each value is written into its cell: for small whole numbers
   */
  HeatDrawing(Figure figure, boolean numbered) {
    this.figure = figure;
    this.numbered = numbered;
    mirrored = figure.language().rightToLeft();
    names = longest(figure.categories()) + 8;
    head = TITLE + longest(figure.series().stream().map(Figure.Series::name).toList()) + 8;
    int columns = figure.series().size() * CELL;
    width = (int) Math.ceil(Math.max(480, names + columns + 2 * EDGE));
    height = (int) Math.ceil(head + figure.categories().size() * CELL + SCALE);
  }

  private static double longest(List<String> texts) {
    return Math.min(
        LONGEST, texts.stream().mapToDouble(text -> Svg.width(text, LETTER)).max().orElse(0));
  }

  @Override
  public Figure figure() {
    return figure;
  }

  @Override
  public String kind() {
    return "report.chart.heat";
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void on(Canvas canvas) {
    heading(canvas);
    for (int column = 0; column < figure.series().size(); column++) {
      columnName(canvas, column);
    }
    for (int row = 0; row < figure.categories().size(); row++) {
      row(canvas, row);
    }
    scale(canvas);
  }

  /** As in {@code #0a1b2c}: from light (0) to dark (1). */
  static String shade(double share) {
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < LIGHT.length; i++) {
      colour.append("%02x".formatted(Math.round(LIGHT[i] + share * (DARK[i] - LIGHT[i]))));
    }
    return colour.toString();
  }

  /** Of letters on a shade: 4.5 : 1 at least. */
  static String letters(double share) {
    return share < DARK_ENOUGH ? "#000000" : Canvas.WHITE;
  }

  private double x(double fromStart) {
    return mirrored ? width - fromStart : fromStart;
  }

  /** The left edge of what begins so far from the start of the line and is so wide. */
  private double left(double fromStart, double wide) {
    return mirrored ? width - fromStart - wide : fromStart;
  }

  private void heading(Canvas canvas) {
    Canvas.Anchor start = mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    canvas.label(x(EDGE), 24, start, title, Canvas.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), LETTER, width - 2 * EDGE);
    canvas.label(x(EDGE), 43, start, axis, Canvas.QUIET, LETTER, false);
  }

  /** Stands on its column and is read upwards. */
  private void columnName(Canvas canvas, int column) {
    double foot = x(EDGE + names + (column + 0.5) * CELL) + LETTER * 0.35;
    String name = Svg.fitted(figure.series().get(column).name(), LETTER, LONGEST);
    canvas.upwards(foot, head - 6, name, Canvas.INK, LETTER);
  }

  private void row(Canvas canvas, int row) {
    double top = head + row * CELL;
    canvas.label(
        x(EDGE + names - 6),
        top + CELL / 2.0 + LETTER * 0.35,
        mirrored ? Canvas.Anchor.LEFT : Canvas.Anchor.RIGHT,
        Svg.fitted(figure.categories().get(row), LETTER, LONGEST),
        Canvas.INK,
        LETTER,
        false);
    for (int column = 0; column < figure.series().size(); column++) {
      Figure.Series series = figure.series().get(column);
      String of = figure.categories().get(row) + ", " + series.name() + ": ";
      double left = left(EDGE + names + column * CELL, CELL);
      if (series.missing(row)) {
        cell(canvas, left, top, Canvas.WHITE, of + figure.text("report.no_data"));
        canvas.line(left + 4, top + CELL - 4, left + CELL - 4, top + 4, Canvas.QUIET);
      } else {
        double value = series.values().get(row);
        cell(canvas, left, top, shade(figure.share(value)), of + figure.number(value));
        if (numbered) {
          canvas.label(
              left + CELL / 2.0,
              top + CELL / 2.0 + 4,
              Canvas.Anchor.MIDDLE,
              figure.number(value),
              figure.share(value) < DARK_ENOUGH ? "#000" : Canvas.WHITE,
              11,
              false);
        }
      }
    }
  }

  private static void cell(Canvas canvas, double left, double top, String fill, String tip) {
    Canvas.Box box = new Canvas.Box(left + 0.5, top + 0.5, CELL - 1, CELL - 1);
    canvas.box(box, fill, Canvas.LINE, tip);
  }

  /** What the shades mean. */
  private void scale(Canvas canvas) {
    double top = height - SCALE + 12;
    double wide = 44;
    for (int i = 0; i < STEPS; i++) {
      double share = i / (STEPS - 1.0);
      double value = figure.minimum() + share * (figure.maximum() - figure.minimum());
      double left = left(EDGE + i * wide, wide);
      cell(canvas, left + (wide - CELL) / 2, top, shade(share), figure.number(value));
      canvas.label(
          left + wide / 2,
          top + CELL + 13,
          Canvas.Anchor.MIDDLE,
          figure.number(value),
          Canvas.QUIET,
          11,
          false);
    }
    double none = EDGE + STEPS * wide + 30;
    double left = left(none, CELL);
    cell(canvas, left, top, Canvas.WHITE, figure.text("report.no_data"));
    canvas.line(left + 4, top + CELL - 4, left + CELL - 4, top + 4, Canvas.QUIET);
    canvas.label(
        x(none + CELL + 8),
        top + CELL / 2.0 + 4,
        mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT,
        figure.text("report.no_data"),
        Canvas.QUIET,
        LETTER,
        false);
  }
}
