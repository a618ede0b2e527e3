package org.infostate.chart;

import org.infostate.chart.Figure.Series;

/**
 * A bar chart as SVG: bars lie, the first category on top, growing in the direction of the
 * language. A missing value is a note and no bar; a zero is a thin bar.
 */
final class BarDrawing {

  static final int HEAD = 66;
  static final int EDGE = 12;
  private static final int LETTER = 13;
  private static final int NUMBER = 11;

  private final Figure figure;
  private final Svg svg;
  private final Legend legend;
  private final int width;
  private final int height;
  private final double names;
  private final double plot;
  private final double band;
  private final boolean mirrored;

  private BarDrawing(Figure figure, int width, int height) {
    this.figure = figure;
    this.width = width;
    this.height = height;
    mirrored = figure.language().rightToLeft();
    svg = new Svg(figure, "report.chart.bar", width, height);
    legend = new Legend(figure, width - 2.0 * EDGE);
    double wanted =
        figure.categories().stream().mapToDouble(name -> Svg.width(name, LETTER)).max().orElse(0);
    names = Math.min(wanted + 8, width * 0.38);
    double numbers = Math.max(40, Svg.width(figure.number(figure.maximum()), NUMBER) + 14);
    plot = Math.max(40, width - 2 * EDGE - names - numbers);
    band = (height - HEAD - EDGE - legend.height()) / (double) figure.categories().size();
  }

  static String draw(Figure figure, int width, int height) {
    BarDrawing drawing = new BarDrawing(figure, width, height);
    drawing.heading();
    drawing.axis();
    for (int i = 0; i < figure.categories().size(); i++) {
      drawing.category(i);
    }
    drawing.legend();
    return drawing.svg.toString();
  }

  /** Where something stands that would stand here in a language written from left to right. */
  private double x(double fromLeft) {
    return mirrored ? width - fromLeft : fromLeft;
  }

  private double at(double value) {
    return x(EDGE + names + figure.share(value) * plot);
  }

  private Svg.Anchor start() {
    return mirrored ? Svg.Anchor.RIGHT : Svg.Anchor.LEFT;
  }

  private Svg.Anchor end() {
    return mirrored ? Svg.Anchor.LEFT : Svg.Anchor.RIGHT;
  }

  private void heading() {
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    svg.label(x(EDGE), 24, start(), title, Svg.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    svg.label(x(EDGE), 43, start(), axis, Svg.QUIET, 12, false);
  }

  private void axis() {
    double bottom = height - EDGE - legend.height();
    for (double mark : figure.marks()) {
      svg.line(at(mark), HEAD, at(mark), bottom, Svg.LINE);
      svg.label(
          at(mark), HEAD - 5, Svg.Anchor.MIDDLE, figure.number(mark), Svg.QUIET, NUMBER, false);
    }
    svg.line(at(base()), HEAD, at(base()), bottom, Svg.QUIET);
  }

  /** Where bars begin: at zero, or where the axis begins if it does not reach zero. */
  private double base() {
    return Math.min(Math.max(0, figure.minimum()), figure.maximum());
  }

  private void category(int category) {
    double top = HEAD + category * band;
    int size = band < 15 ? NUMBER : LETTER;
    svg.label(
        x(EDGE + names - 6),
        top + band / 2 + size * 0.35,
        end(),
        Svg.fitted(figure.categories().get(category), size, names),
        Svg.INK,
        size,
        false);
    double thick = band * 0.74 / figure.series().size();
    for (int i = 0; i < figure.series().size(); i++) {
      bar(category, i, top + band * 0.13 + i * thick, thick);
    }
  }

  private void bar(int category, int number, double top, double thick) {
    Series series = figure.series().get(number);
    double middle = top + thick / 2 + NUMBER * 0.36;
    if (series.missing(category)) {
      double beside = x(EDGE + names + figure.share(base()) * plot + 5);
      String note = figure.text("report.no_data");
      svg.label(beside, middle, start(), note, Svg.QUIET, NUMBER, false);
      return;
    }
    double value = series.values().get(category);
    double from = Math.min(at(base()), at(value));
    double wide = Math.max(1, Math.abs(at(value) - at(base())));
    String tip =
        (figure.series().size() > 1 ? series.name() + ", " : "")
            + (figure.categories().get(category) + ": " + figure.number(value));
    svg.box(new Canvas.Box(from, top, wide, thick), Pen.of(number), tip);
    double beside = EDGE + names + figure.share(Math.max(value, base())) * plot + 5;
    svg.label(x(beside), middle, start(), figure.number(value), Svg.INK, NUMBER, false);
  }

  private void legend() {
    legend.draw(
        svg,
        EDGE,
        height - legend.height() - EDGE / 2.0,
        (number, x, y) -> svg.box(new Canvas.Box(x, y, 26, 14), Pen.of(number), ""));
  }
}
