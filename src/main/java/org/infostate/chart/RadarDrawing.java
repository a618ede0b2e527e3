package org.infostate.chart;

import java.util.ArrayList;
import java.util.List;
import org.infostate.chart.Figure.Series;

/**
 * A radar as SVG. The first axis points up, the others follow clockwise. Lines join neighbouring
 * axes that both have a value; where one is missing there is a gap, and an axis on which nobody has
 * a value says so.
 */
final class RadarDrawing {

  private static final int TITLE = 44;
  private static final int EDGE = 12;
  private static final int LETTER = 13;
  private static final int LINES = 3;
  private static final int GAP = 12;

  /** From this sine of their angle on, names stand beside their axis and not above or below. */
  private static final double BESIDE = 0.15;

  private final Figure figure;
  private final int axes;
  private final Svg svg;
  private final Legend legend;
  private final int width;
  private final int height;
  private final double labelWidth;
  private final double centreX;
  private final double centreY;
  private final double radius;

  private RadarDrawing(Figure figure, int width, int height) {
    this.figure = figure;
    this.width = width;
    this.height = height;
    axes = figure.categories().size();
    svg = new Svg(figure, "report.chart.radar", width, height);
    legend = new Legend(figure, width - 2.0 * EDGE);
    labelWidth = labelWidth(figure, width, LETTER);
    double top = TITLE + room(0);
    double bottom = height - EDGE - legend.height() - room((axes + 1) / 2);
    radius = radius(figure, width - 2 * EDGE, bottom - top, labelWidth);
    centreX = width / 2.0;
    centreY = (top + bottom) / 2;
  }

  /** How wide the names of axes may be: as wide as they are, up to a fifth of the drawing. */
  static double labelWidth(Figure figure, double width, double letter) {
    double wanted =
        figure.categories().stream().mapToDouble(name -> Svg.width(name, letter)).max().orElse(0);
    return Math.min(wanted, width * 0.21) + 1;
  }

  /** The largest radius in this box with which the names beside the axes still fit. */
  static double radius(Figure figure, double width, double height, double labelWidth) {
    int axes = figure.categories().size();
    double radius = height / 2;
    for (int axis = 0; axis < axes; axis++) {
      double side = Math.abs(Math.sin(2 * Math.PI * axis / axes));
      if (side >= BESIDE) {
        radius = Math.min(radius, (width / 2 - labelWidth) / side - GAP);
      }
    }
    return Math.max(20, radius);
  }

  /** Height that the name of an axis which points up or down takes. */
  private double room(int axis) {
    double lines = named(axis, Svg.Anchor.MIDDLE).size();
    return lines * 16 + GAP;
  }

  static String draw(Figure figure, int width, int height) {
    RadarDrawing drawing = new RadarDrawing(figure, width, height);
    drawing.web();
    for (int i = 0; i < figure.series().size(); i++) {
      drawing.series(i);
    }
    drawing.axisNumbers();
    drawing.axisNames();
    drawing.title();
    drawing.legend();
    return drawing.svg.toString();
  }

  private double x(int axis, double share) {
    return centreX + Math.sin(2 * Math.PI * axis / axes) * share * radius;
  }

  private double y(int axis, double share) {
    return centreY - Math.cos(2 * Math.PI * axis / axes) * share * radius;
  }

  private void title() {
    svg.label(
        centreX,
        26,
        Svg.Anchor.MIDDLE,
        Svg.fitted(figure.title(), 17, width - 2 * EDGE),
        Svg.INK,
        16,
        true);
  }

  private void web() {
    for (double mark : figure.marks()) {
      StringBuilder points = new StringBuilder();
      for (int axis = 0; axis < axes; axis++) {
        double share = figure.share(mark);
        points.append(axis == 0 ? "" : " ").append(Svg.pair(x(axis, share), y(axis, share)));
      }
      svg.open("polygon").with("points", points.toString()).with("fill", "none");
      svg.with("stroke", Svg.LINE).end();
    }
    for (int axis = 0; axis < axes; axis++) {
      svg.line(centreX, centreY, x(axis, 1), y(axis, 1), Svg.LINE);
    }
  }

  private void axisNumbers() {
    for (double mark : figure.marks()) {
      svg.label(
          centreX - 4,
          y(0, figure.share(mark)) + 4,
          Svg.Anchor.RIGHT,
          figure.number(mark),
          Svg.QUIET,
          11,
          false);
    }
  }

  private void axisNames() {
    for (int axis = 0; axis < axes; axis++) {
      double side = Math.sin(2 * Math.PI * axis / axes);
      double up = Math.cos(2 * Math.PI * axis / axes);
      Svg.Anchor anchor =
          Math.abs(side) < BESIDE
              ? Svg.Anchor.MIDDLE
              : side > 0 ? Svg.Anchor.LEFT : Svg.Anchor.RIGHT;
      List<String> lines = new ArrayList<>(named(axis, anchor));
      double x = centreX + side * (radius + GAP);
      double y = centreY - up * (radius + GAP) + 5 - (lines.size() - 1) * 8 * (1 + up);
      for (int i = 0; i < lines.size(); i++) {
        boolean note = figure.missing(axis) && i == lines.size() - 1;
        svg.label(x, y + i * 16, anchor, lines.get(i), note ? Svg.QUIET : Svg.INK);
      }
    }
  }

  private List<String> named(int axis, Svg.Anchor anchor) {
    double room = anchor == Svg.Anchor.MIDDLE ? width * 0.6 : labelWidth;
    boolean missing = figure.missing(axis);
    List<String> lines =
        new ArrayList<>(
            Svg.lines(figure.categories().get(axis), LETTER, room, missing ? LINES - 1 : LINES));
    if (missing) {
      lines.add("(" + figure.text("report.no_data") + ")");
    }
    return lines;
  }

  private void series(int number) {
    Series series = figure.series().get(number);
    Pen pen = Pen.of(number);
    if (series.values().stream().noneMatch(value -> value.isNaN()) && axes > 2) {
      svg.open("polygon").with("points", corners(series));
      svg.with("fill", pen.colour()).with("fill-opacity", 0.08).end();
    }
    svg.open("path").with("d", outline(series)).with("fill", "none").with("stroke", pen.colour());
    svg.with("stroke-width", 2.5).with("stroke-linejoin", "round").dashed(pen).end();
    for (int axis = 0; axis < axes; axis++) {
      if (!series.missing(axis)) {
        double value = series.values().get(axis);
        double share = figure.share(value);
        String tip =
            series.name() + ", " + figure.categories().get(axis) + ": " + figure.number(value);
        svg.marker(pen, x(axis, share), y(axis, share), 7, tip);
      }
    }
  }

  private String corners(Series series) {
    StringBuilder points = new StringBuilder();
    for (int axis = 0; axis < axes; axis++) {
      double share = figure.share(series.values().get(axis));
      points.append(axis == 0 ? "" : " ").append(Svg.pair(x(axis, share), y(axis, share)));
    }
    return points.toString();
  }

  /** Strokes between neighbours that both have a value, closed from the last axis to the first. */
  private String outline(Series series) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int axis = 0; axis <= (axes > 2 ? axes : axes - 1); axis++) {
      int at = axis % axes;
      if (series.missing(at)) {
        drawing = false;
      } else {
        double share = figure.share(series.values().get(at));
        path.append(drawing ? "L" : "M").append(Svg.pair(x(at, share), y(at, share)));
        drawing = true;
      }
    }
    return path.toString();
  }

  private void legend() {
    legend.draw(
        svg,
        EDGE,
        height - legend.height() - EDGE / 2.0,
        (number, x, y) -> {
          Pen pen = Pen.of(number);
          svg.open("line").with("x1", x).with("y1", y + 7).with("x2", x + 26).with("y2", y + 7);
          svg.with("stroke", pen.colour()).with("stroke-width", 2.5).dashed(pen).end();
          svg.marker(pen, x + 13, y + 7, 7, "");
        });
  }
}
