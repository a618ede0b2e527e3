package org.infostate.chart;

import java.util.List;

/**
 * What drawings are drawn on: a page or a picture. Lengths are pixels of the drawing, from its left
 * upper corner; colours stand as in {@code #0072b2}.
 */
interface Canvas {

  String INK = "#1b2430";
  String QUIET = "#55606e";
  String LINE = "#c9d1da";
  String WHITE = "#ffffff";

  /** Which edge of a text stands at its x. */
  enum Anchor {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** A line of text whose letters stand on y. */
  void label(double x, double y, Anchor anchor, String text, String fill, int size, boolean bold);

  /** A line of text that begins here and is read upwards. */
  void upwards(double x, double y, String text, String fill, int size);

  void line(double x1, double y1, double x2, double y2, String stroke);

  /** A line through the points in the colour and with the dashes of the pen. */
  void path(Pen pen, List<Point> points);

  /** The marker of the pen around a point; an empty tip is none. */
  void marker(Pen pen, double x, double y, double size, String tip);

  /**
   * @param stroke of its border; null for none
   * @param tip shows when the pointer rests on it; empty for none
   */
  void box(Box box, String fill, String stroke, String tip);

  /** A box in the colour of the pen with its hatching. */
  void box(Box box, Pen pen, String tip);

  record Point(double x, double y) {}

  record Box(double x, double y, double width, double height) {}
}
