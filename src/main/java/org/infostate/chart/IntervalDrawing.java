package org.infostate.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Intervals: for each category a bar from the second series to the third with a dot at the first
 * and the three numbers beside it, the first category on top; in Arabic the axis runs from right to
 * left. Without an interval there is a dot alone.
 */
final class IntervalDrawing implements Drawing {

  private static final int ROW = 20;
  private static final int HEAD = 66;
  private static final int EDGE = 12;
  private static final int LETTER = 13;
  private static final int SMALL = 11;
  private static final String PALE = "#8cbfdd";

  private final Figure figure;
  private final int width;
  private final double names;
  private final double numbers;
  private final double plot;
  private final boolean mirrored;

  /**
   * @param figure with three series: middle, low, high
   */
  IntervalDrawing(Figure figure, int width) {
    this.figure = figure;
    this.width = width;
    mirrored = figure.language().rightToLeft();
    names = Math.min(widest(figure.categories(), LETTER) + 8, width * 0.38);
    List<String> texts =
        IntStream.range(0, figure.categories().size()).mapToObj(this::numbers).toList();
    numbers = widest(texts, SMALL) + 8;
    plot = Math.max(40, width - 3 * EDGE - names - numbers);
  }

  private static double widest(List<String> texts, int size) {
    return texts.stream().mapToDouble(text -> Svg.width(text, size)).max().orElse(0);
  }

  @Override
  public Figure figure() {
    return figure;
  }

  @Override
  public String kind() {
    return "report.chart.interval";
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return HEAD + figure.categories().size() * ROW + EDGE;
  }

  @Override
  public void on(Canvas canvas) {
    heading(canvas);
    axis(canvas);
    for (int category = 0; category < figure.categories().size(); category++) {
      interval(canvas, category);
    }
  }

  private double x(double fromLeft) {
    return mirrored ? width - fromLeft : fromLeft;
  }

  private double at(double value) {
    return x(EDGE + names + figure.share(value) * plot);
  }

  private void heading(Canvas canvas) {
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    canvas.label(x(EDGE), 24, start(), title, Canvas.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    canvas.label(x(EDGE), 43, start(), axis, Canvas.QUIET, 12, false);
  }

  private Canvas.Anchor start() {
    return mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT;
  }

  private Canvas.Anchor end() {
    return mirrored ? Canvas.Anchor.LEFT : Canvas.Anchor.RIGHT;
  }

  private void axis(Canvas canvas) {
    for (double mark : figure.marks()) {
      canvas.line(at(mark), HEAD, at(mark), height() - EDGE, Canvas.LINE);
      String number = figure.number(mark);
      canvas.label(at(mark), HEAD - 5, Canvas.Anchor.MIDDLE, number, Canvas.QUIET, SMALL, false);
    }
  }

  private void interval(Canvas canvas, int category) {
    double middle = HEAD + (category + 0.5) * ROW;
    String name = Svg.fitted(figure.categories().get(category), LETTER, names);
    canvas.label(
        x(EDGE + names - 6), middle + LETTER * 0.35, end(), name, Canvas.INK, LETTER, false);
    String numbers = numbers(category);
    canvas.label(
        x(EDGE + names + plot + 10),
        middle + SMALL * 0.36,
        start(),
        numbers,
        Canvas.INK,
        SMALL,
        false);
    if (!missing(1, category) && !missing(2, category)) {
      double low = at(value(1, category));
      double high = at(value(2, category));
      Canvas.Box box =
          new Canvas.Box(Math.min(low, high), middle - 4, Math.max(2, Math.abs(high - low)), 8);
      canvas.box(box, PALE, Pen.BLUE.colour(), figure.categories().get(category) + ": " + numbers);
    }
    if (!missing(0, category)) {
      canvas.marker(Pen.BLUE, at(value(0, category)), middle, 7, "");
    }
  }

  private boolean missing(int series, int category) {
    return figure.series().get(series).missing(category);
  }

  private double value(int series, int category) {
    return figure.series().get(series).values().get(category);
  }

  /** As in {@code 62.3 (58.1–66)}. */
  private String numbers(int category) {
    if (missing(0, category)) {
      return figure.text("report.no_data");
    }
    String number = figure.number(value(0, category));
    return missing(1, category) || missing(2, category)
        ? number
        : number
            + " ("
            + figure.number(value(1, category))
            + "–"
            + figure.number(value(2, category))
            + ")";
  }
}
