package org.infostate.chart;

import java.util.ArrayList;
import java.util.List;

/** The names of the series of a drawing, in rows, each with its sample. Nothing for one series. */
final class Legend {

  static final int ROW = 22;
  private static final double SAMPLE = 34;
  private static final double GAP = 20;
  private static final double SIZE = 13;

  private final Figure figure;
  private final double width;
  private final List<List<Integer>> rows = new ArrayList<>();

  Legend(Figure figure, double width) {
    this.figure = figure;
    this.width = width;
    if (figure.series().size() > 1) {
      double used = width;
      for (int i = 0; i < figure.series().size(); i++) {
        if (used + wide(i) > width) {
          rows.add(new ArrayList<>());
          used = 0;
        }
        rows.get(rows.size() - 1).add(i);
        used += wide(i);
      }
    }
  }

  private double wide(int series) {
    return SAMPLE + Svg.width(name(series), SIZE) + GAP;
  }

  private String name(int series) {
    return Svg.fitted(figure.series().get(series).name(), SIZE, width - SAMPLE - GAP);
  }

  int height() {
    return rows.size() * ROW;
  }

  /** How a sample is drawn in the box of {@code SAMPLE - 8} by 14 at this corner. */
  interface Sample {
    void draw(int series, double x, double y);
  }

  /** Draws it centred, from this height downwards; from right to left where the language is. */
  void draw(Canvas canvas, double left, double top, Sample sample) {
    boolean mirrored = figure.language().rightToLeft();
    double y = top;
    for (List<Integer> row : rows) {
      double all = row.stream().mapToDouble(this::wide).sum() - GAP;
      double x = left + Math.max(0, (width - all) / 2);
      for (int series : row) {
        double start = mirrored ? 2 * left + width - x : x;
        sample.draw(series, mirrored ? start - SAMPLE + 8 : start, y + 2);
        canvas.label(
            mirrored ? start - SAMPLE : start + SAMPLE,
            y + 14,
            mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT,
            name(series),
            Canvas.INK,
            13,
            false);
        x += wide(series);
      }
      y += ROW;
    }
  }
}
