package org.infostate.chart;

/**
 * Intervals as SVG: for each category a line from the first series to the third with a dot at the
 * second, the first category on top; in Arabic the axis runs from right to left.
 */
final class IntervalDrawing {

  private static final int ROW = 20;
  private static final int HEAD = 66;
  private static final int EDGE = 12;
  private static final int LETTER = 13;
  private static final int SMALL = 11;

  private final Figure figure;
  private final Svg svg;
  private final int width;
  private final double names;
  private final double plot;
  private final boolean mirrored;

  private IntervalDrawing(Figure figure, int width) {
    this.figure = figure;
    this.width = width;
    mirrored = figure.language().rightToLeft();
    svg = new Svg(figure, "report.chart.interval", width, height(figure));
    double wanted =
        figure.categories().stream().mapToDouble(name -> Svg.width(name, LETTER)).max().orElse(0);
    names = Math.min(wanted + 8, width * 0.38);
    plot = Math.max(40, width - 3 * EDGE - names);
  }

  private static int height(Figure figure) {
    return HEAD + figure.categories().size() * ROW + EDGE;
  }

  /**
   * @param figure with three series: low, middle, high
   */
  static String draw(Figure figure, int width) {
    IntervalDrawing drawing = new IntervalDrawing(figure, width);
    drawing.heading();
    drawing.axis();
    for (int category = 0; category < figure.categories().size(); category++) {
      drawing.interval(category);
    }
    return drawing.svg.toString();
  }

  private double x(double fromLeft) {
    return mirrored ? width - fromLeft : fromLeft;
  }

  private double at(double value) {
    return x(EDGE + names + figure.share(value) * plot);
  }

  private void heading() {
    Svg.Anchor start = mirrored ? Svg.Anchor.RIGHT : Svg.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    svg.label(x(EDGE), 24, start, title, Svg.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    svg.label(x(EDGE), 43, start, axis, Svg.QUIET, 12, false);
  }

  private void axis() {
    for (double mark : figure.marks()) {
      svg.line(at(mark), HEAD, at(mark), height(figure) - EDGE, Svg.LINE);
      svg.label(
          at(mark), HEAD - 5, Svg.Anchor.MIDDLE, figure.number(mark), Svg.QUIET, SMALL, false);
    }
  }

  private void interval(int category) {
    double middle = HEAD + (category + 0.5) * ROW;
    svg.label(
        x(EDGE + names - 6),
        middle + LETTER * 0.35,
        mirrored ? Svg.Anchor.LEFT : Svg.Anchor.RIGHT,
        Svg.fitted(figure.categories().get(category), LETTER, names),
        Svg.INK,
        LETTER,
        false);
    if (figure.missing(category)) {
      return;
    }
    double[] values = new double[3];
    for (int i = 0; i < values.length; i++) {
      values[i] = figure.series().get(i).values().get(category);
    }
    svg.open("g").inside();
    svg.tip(
        figure.categories().get(category)
            + ": "
            + figure.number(values[1])
            + " ("
            + figure.number(values[0])
            + "–"
            + figure.number(values[2])
            + ")");
    double from = Math.min(at(values[0]), at(values[2]));
    double wide = Math.max(2, Math.abs(at(values[2]) - at(values[0])));
    svg.open("rect").with("x", from).with("y", middle - 3).with("width", wide).with("height", 6);
    svg.with("fill", Pen.of(0).colour()).with("fill-opacity", 0.45).end();
    svg.open("circle").with("cx", at(values[1])).with("cy", middle).with("r", 4);
    svg.with("fill", Svg.INK).end();
    svg.close("g");
  }
}
