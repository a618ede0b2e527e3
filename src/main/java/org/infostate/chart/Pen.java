package org.infostate.chart;

/**
 * How a series is told from the others: by colour, and for those who see none by dash, marker and
 * hatching. The colours differ under the three common kinds of colour blindness (from the palettes
 * of Okabe and Ito and of Tol, darkened) and stand out from white by at least 3 : 1.
 */
enum Pen {
  BLUE("#0072b2", new float[0], Marker.DISC, Hatch.NONE),
  VERMILION("#c84b00", new float[] {7, 4}, Marker.SQUARE, Hatch.RISING),
  INK("#333333", new float[] {2, 3}, Marker.TRIANGLE, Hatch.FALLING),
  GREEN("#00805c", new float[] {10, 3, 2, 3}, Marker.DIAMOND, Hatch.LEVEL),
  PURPLE("#aa4499", new float[] {4, 2}, Marker.RING, Hatch.UPRIGHT),
  OLIVE("#7a6400", new float[] {12, 4}, Marker.CROSS, Hatch.DOTS),
  SKY("#3f8fc4", new float[] {1, 3}, Marker.PLUS, Hatch.CROSSED),
  MAROON("#7d1d2f", new float[] {6, 2, 1, 2, 1, 2}, Marker.POINTER, Hatch.SQUARED);

  /** What stands at a value of a line. */
  enum Marker {
    DISC,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    RING,
    CROSS,
    PLUS,
    POINTER
  }

  /** What covers a bar, in white. */
  enum Hatch {
    NONE,
    RISING,
    FALLING,
    LEVEL,
    UPRIGHT,
    DOTS,
    CROSSED,
    SQUARED
  }

  private static final Pen[] ALL = values();

  private final String colour;
  private final float[] dash;
  private final Marker marker;
  private final Hatch hatch;

  Pen(String colour, float[] dash, Marker marker, Hatch hatch) {
    this.colour = colour;
    this.dash = dash;
    this.marker = marker;
    this.hatch = hatch;
  }

  /** The pen of a series by its place; after the last the first again. */
  static Pen of(int series) {
    return ALL[series % ALL.length];
  }

  /** As in {@code #0072b2}. */
  String colour() {
    return colour;
  }

  /** Lengths of strokes and gaps; empty for a full line. */
  float[] dash() {
    return dash.clone();
  }

  Marker marker() {
    return marker;
  }

  Hatch hatch() {
    return hatch;
  }
}
