package org.infostate.chart;

/**
 * Lines over years as SVG: the categories are the years, one line for each series, told apart by
 * colour, dash and marker. In Arabic the years run from right to left.
 */
final class LineDrawing {

  private static final int HEAD = 60;
  private static final int EDGE = 14;
  private static final int FOOT = 26;
  private static final int SMALL = 11;

  private final Figure figure;
  private final Svg svg;
  private final Legend legend;
  private final int width;
  private final int height;
  private final double numbers;
  private final boolean mirrored;

  private LineDrawing(Figure figure, int width, int height) {
    this.figure = figure;
    this.width = width;
    this.height = height;
    mirrored = figure.language().rightToLeft();
    svg = new Svg(figure, "report.chart.line", width, height);
    legend = new Legend(figure, width - 2.0 * EDGE);
    numbers = Svg.width(figure.number(figure.maximum()), SMALL) + 14;
  }

  static String draw(Figure figure, int width, int height) {
    LineDrawing drawing = new LineDrawing(figure, width, height);
    drawing.heading();
    drawing.axes();
    for (int series = 0; series < figure.series().size(); series++) {
      drawing.line(series);
    }
    drawing.legend();
    return drawing.svg.toString();
  }

  private double x(double fromLeft) {
    return mirrored ? width - fromLeft : fromLeft;
  }

  private double across(int category) {
    double plot = width - 2.0 * EDGE - numbers;
    int last = Math.max(1, figure.categories().size() - 1);
    return x(EDGE + numbers + plot * category / last);
  }

  private double bottom() {
    return height - FOOT - EDGE - legend.height();
  }

  private double up(double value) {
    return bottom() - figure.share(value) * (bottom() - HEAD);
  }

  private void heading() {
    Svg.Anchor start = mirrored ? Svg.Anchor.RIGHT : Svg.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    svg.label(x(EDGE), 24, start, title, Svg.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    svg.label(x(EDGE), 43, start, axis, Svg.QUIET, 12, false);
  }

  private void axes() {
    Svg.Anchor end = mirrored ? Svg.Anchor.LEFT : Svg.Anchor.RIGHT;
    for (double mark : figure.marks()) {
      svg.line(x(EDGE + numbers), up(mark), x(width - EDGE), up(mark), Svg.LINE);
      svg.label(
          x(EDGE + numbers - 6), up(mark) + 4, end, figure.number(mark), Svg.QUIET, SMALL, false);
    }
    int every = (figure.categories().size() + 9) / 10;
    for (int i = 0; i < figure.categories().size(); i += every) {
      svg.label(
          across(i),
          bottom() + 18,
          Svg.Anchor.MIDDLE,
          figure.categories().get(i),
          Svg.QUIET,
          SMALL,
          false);
    }
  }

  private void line(int number) {
    Pen pen = Pen.of(number);
    Figure.Series series = figure.series().get(number);
    StringBuilder path = new StringBuilder();
    boolean begun = false;
    for (int i = 0; i < figure.categories().size(); i++) {
      if (series.missing(i)) {
        begun = false;
      } else {
        path.append(begun ? 'L' : 'M').append(Svg.pair(across(i), up(series.values().get(i))));
        begun = true;
      }
    }
    svg.open("path").with("d", path.toString()).with("fill", "none");
    svg.with("stroke", pen.colour()).with("stroke-width", 2).dashed(pen).end();
    for (int i = 0; i < figure.categories().size(); i++) {
      if (!series.missing(i)) {
        double value = series.values().get(i);
        String tip =
            series.name() + ", " + figure.categories().get(i) + ": " + figure.number(value);
        svg.marker(pen, across(i), up(value), 6, tip);
      }
    }
  }

  private void legend() {
    legend.draw(
        svg,
        EDGE,
        height - legend.height() - EDGE / 2.0,
        (number, x, y) -> {
          Pen pen = Pen.of(number);
          svg.open("line").with("x1", x).with("y1", y + 7).with("x2", x + 26).with("y2", y + 7);
          svg.with("stroke", pen.colour()).with("stroke-width", 2).dashed(pen).end();
          svg.marker(pen, x + 13, y + 7, 6, "");
        });
  }
}
