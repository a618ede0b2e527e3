package org.infostate.chart;

/** A figure as lines, boxes and texts, of a size that follows from what it shows. */
interface Drawing {

  Figure figure();

  /** Key of the text that tells a screen reader what kind of chart it is. */
  String kind();

  int width();

  int height();

  void on(Canvas canvas);

  /** For pages: needs no fonts on this machine. */
  default String svg() {
    Svg svg = new Svg(figure(), kind(), width(), height());
    on(svg);
    return svg.toString();
  }

  /**
   * For documents, as large as it is or as wide as wanted.
   *
   * @param wanted pixels; null for the width of the drawing
   * @throws org.infostate.problem.ProblemException if it would be too high, or the fonts of this
   *     machine cannot show its texts
   */
  default byte[] png(Integer wanted) {
    double scale = wanted == null ? 1 : wanted / (double) width();
    return Picture.png(
        figure(),
        (int) Math.round(width() * scale),
        (int) Math.round(height() * scale),
        graphics -> {
          graphics.scale(scale, scale);
          on(new Painting(graphics, figure().language()));
        });
  }
}
