package org.infostate.chart;

/**
 * Money by year: for each category an outlined bar of the first series, which is the budget, and
 * below it the other series one after another, which are what it is spent on. Bars grow in the
 * direction of the language.
 */
final class BudgetDrawing implements Drawing {

  private static final int HEAD = 66;
  private static final int EDGE = 12;
  private static final int BAND = 58;
  private static final int BUDGET = 14;
  private static final int COST = 24;
  private static final int LETTER = 13;
  private static final int SMALL = 11;

  private final Figure figure;
  private final int width;
  private final Legend legend;
  private final double names;
  private final double plot;
  private final boolean mirrored;

  BudgetDrawing(Figure figure, int width) {
    this.figure = figure;
    this.width = width;
    mirrored = figure.language().rightToLeft();
    legend = new Legend(figure, width - 2.0 * EDGE);
    double wanted =
        figure.categories().stream().mapToDouble(name -> Svg.width(name, LETTER)).max().orElse(0);
    names = Math.min(wanted + 12, width * 0.3);
    double numbers = Svg.width(figure.number(figure.maximum()), SMALL) + 14;
    plot = Math.max(40, width - 2 * EDGE - names - numbers);
  }

  @Override
  public Figure figure() {
    return figure;
  }

  @Override
  public String kind() {
    return "chart.budget";
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return HEAD + figure.categories().size() * BAND + legend.height() + EDGE;
  }

  @Override
  public void on(Canvas canvas) {
    heading(canvas);
    axis(canvas);
    for (int category = 0; category < figure.categories().size(); category++) {
      category(canvas, category);
    }
    legend.draw(
        canvas,
        EDGE,
        height() - legend.height() - EDGE / 2.0,
        (series, x, y) -> sample(canvas, series, new Canvas.Box(x, y, 26, 14), ""));
  }

  private double x(double fromStart) {
    return mirrored ? width - fromStart : fromStart;
  }

  private double at(double value) {
    return x(EDGE + names + figure.share(value) * plot);
  }

  private Canvas.Anchor start() {
    return mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT;
  }

  private void heading(Canvas canvas) {
    String title = Svg.fitted(figure.title(), 17, width - 2 * EDGE);
    canvas.label(x(EDGE), 24, start(), title, Canvas.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), 12, width - 2 * EDGE);
    canvas.label(x(EDGE), 43, start(), axis, Canvas.QUIET, 12, false);
  }

  private void axis(Canvas canvas) {
    double bottom = HEAD + figure.categories().size() * BAND;
    for (double mark : figure.marks()) {
      canvas.line(at(mark), HEAD, at(mark), bottom, Canvas.LINE);
      String number = figure.number(mark);
      canvas.label(at(mark), HEAD - 5, Canvas.Anchor.MIDDLE, number, Canvas.QUIET, SMALL, false);
    }
    canvas.line(at(0), HEAD, at(0), bottom, Canvas.QUIET);
  }

  private void category(Canvas canvas, int category) {
    double top = HEAD + category * BAND + (BAND - BUDGET - COST) / 2.0;
    String name = Svg.fitted(figure.categories().get(category), LETTER, names);
    Canvas.Anchor end = mirrored ? Canvas.Anchor.LEFT : Canvas.Anchor.RIGHT;
    canvas.label(x(EDGE + names - 6), top + 25, end, name, Canvas.INK, LETTER, false);
    double budget = value(0, category);
    sample(canvas, 0, box(0, budget, top, BUDGET), tip(0, category));
    number(canvas, budget, top + BUDGET / 2.0);
    double spent = 0;
    for (int series = 1; series < figure.series().size(); series++) {
      double value = value(series, category);
      if (value > 0) {
        Canvas.Box part = box(spent, spent + value, top + BUDGET + 2, COST);
        sample(canvas, series, part, tip(series, category));
        spent += value;
      }
    }
    number(canvas, spent, top + BUDGET + 2 + COST / 2.0);
  }

  private double value(int series, int category) {
    return figure.series().get(series).values().get(category);
  }

  private String tip(int series, int category) {
    return figure.series().get(series).name()
        + ", "
        + figure.categories().get(category)
        + ": "
        + figure.number(value(series, category));
  }

  private Canvas.Box box(double from, double to, double top, double high) {
    return new Canvas.Box(
        Math.min(at(from), at(to)), top, Math.max(1, Math.abs(at(to) - at(from))), high);
  }

  private void number(Canvas canvas, double value, double middle) {
    double beside = EDGE + names + figure.share(value) * plot + 6;
    String number = figure.number(value);
    canvas.label(x(beside), middle + 4, start(), number, Canvas.INK, SMALL, false);
  }

  private static void sample(Canvas canvas, int series, Canvas.Box box, String tip) {
    if (series == 0) {
      canvas.box(box, Canvas.WHITE, Canvas.INK, tip);
    } else {
      canvas.box(box, Pen.of(series - 1), tip);
    }
  }
}
