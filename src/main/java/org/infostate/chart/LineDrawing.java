package org.infostate.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over years as SVG: the categories are the years, one line for each series, told apart by
 * colour, dash and marker. In Arabic the years run from right to left.
 */
final class LineDrawing implements Drawing {

  private static final int HEAD = 60;
  private static final int EDGE = 14;
  private static final int FOOT = 26;
  private static final int SMALL = 11;

  private final Figure figure;
  private final Legend legend;
  private final int width;
  private final int height;
  private final double numbers;
  private final boolean mirrored;

  LineDrawing(Figure figure, int width, int height) {
    this.figure = figure;
    this.width = width;
    this.height = height;
    mirrored = figure.language().rightToLeft();
    legend = new Legend(figure, width - 2.0 * EDGE);
    numbers = Svg.width(figure.number(figure.maximum()), SMALL) + 14;
  }

  @Override
  public Figure figure() {
    return figure;
  }

  @Override
  public String kind() {
    return "report.chart.line";
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
    axes(canvas);
    for (int series = 0; series < figure.series().size(); series++) {
      line(canvas, series);
    }
    legend(canvas);
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

  private void heading(Canvas canvas) {
    Canvas.Anchor start = mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    canvas.label(x(EDGE), 24, start, title, Canvas.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    canvas.label(x(EDGE), 43, start, axis, Canvas.QUIET, 12, false);
  }

  private void axes(Canvas canvas) {
    Canvas.Anchor end = mirrored ? Canvas.Anchor.LEFT : Canvas.Anchor.RIGHT;
    for (double mark : figure.marks()) {
      canvas.line(x(EDGE + numbers), up(mark), x(width - EDGE), up(mark), Canvas.LINE);
      canvas.label(
          x(EDGE + numbers - 6),
          up(mark) + 4,
          end,
          figure.number(mark),
          Canvas.QUIET,
          SMALL,
          false);
    }
    int every = (figure.categories().size() + 9) / 10;
    for (int i = 0; i < figure.categories().size(); i += every) {
      canvas.label(
          across(i),
          bottom() + 18,
          Canvas.Anchor.MIDDLE,
          figure.categories().get(i),
          Canvas.QUIET,
          SMALL,
          false);
    }
  }

  private void line(Canvas canvas, int number) {
    Pen pen = Pen.of(number);
    Figure.Series series = figure.series().get(number);
    List<Canvas.Point> points = new ArrayList<>();
    for (int i = 0; i < figure.categories().size(); i++) {
      if (series.missing(i)) {
        canvas.path(pen, points);
        points = new ArrayList<>();
      } else {
        points.add(new Canvas.Point(across(i), up(series.values().get(i))));
      }
    }
    canvas.path(pen, points);
    for (int i = 0; i < figure.categories().size(); i++) {
      if (!series.missing(i)) {
        double value = series.values().get(i);
        String tip =
            series.name() + ", " + figure.categories().get(i) + ": " + figure.number(value);
        canvas.marker(pen, across(i), up(value), 6, tip);
      }
    }
  }

  private void legend(Canvas canvas) {
    legend.draw(
        canvas,
        EDGE,
        height - legend.height() - EDGE / 2.0,
        (number, x, y) -> {
          Pen pen = Pen.of(number);
          canvas.path(pen, List.of(new Canvas.Point(x, y + 7), new Canvas.Point(x + 26, y + 7)));
          canvas.marker(pen, x + 13, y + 7, 6, "");
        });
  }
}
