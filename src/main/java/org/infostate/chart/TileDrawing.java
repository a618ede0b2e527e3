package org.infostate.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tile-grid map: each country's square has its code and its value, the darker the higher, one
 * hue from light to dark. Without a value it is hatched in white and never looks like a low one;
 * what was not assessed is an empty outline. The map is the same in every direction of writing.
 */
final class TileDrawing implements Drawing {

  private static final int EDGE = 12;
  private static final int HEAD = 58;
  private static final int CELL = 30;
  private static final int LEGEND_ROW = 26;
  private static final int LETTER = 12;
  private static final int STEPS = 5;

  /**
   * What the map shows.
   *
   * @param figure one series; the categories are the names of the countries
   * @param iso3s codes of the categories, in their order
   * @param around codes of those that were not assessed
   * @param groups names of the info-states where the values are their numbers, 1 the highest; empty
   *     for scores
   */
  record Tiles(Figure figure, List<String> iso3s, List<String> around, List<String> groups) {}

  /** A sample of the legend: a share from 0 to 1, or null for the look that its kind has. */
  private record Sample(Look look, double share, String name) {}

  private enum Look {
    VALUE,
    MISSING,
    NOT_ASSESSED
  }

  private final Tiles tiles;
  private final Figure figure;
  private final Map<String, TileGrid.Place> places;
  private final List<List<Sample>> legend;
  private final int rows;
  private final boolean mirrored;

  TileDrawing(Tiles tiles) {
    this.tiles = tiles;
    figure = tiles.figure();
    mirrored = figure.language().rightToLeft();
    List<String> all = new ArrayList<>(tiles.iso3s());
    all.addAll(tiles.around());
    places = TileGrid.of(all);
    rows = 1 + places.values().stream().mapToInt(TileGrid.Place::row).max().orElse(0);
    legend = inRows(samples());
  }

  @Override
  public Figure figure() {
    return figure;
  }

  @Override
  public String kind() {
    return tiles.groups().isEmpty() ? "chart.map.scores" : "chart.map.groups";
  }

  @Override
  public int width() {
    return TileGrid.COLUMNS * CELL + 2 * EDGE;
  }

  @Override
  public int height() {
    return HEAD + rows * CELL + EDGE + legend.size() * LEGEND_ROW + EDGE;
  }

  @Override
  public void on(Canvas canvas) {
    heading(canvas);
    for (String iso3 : tiles.around()) {
      outline(canvas, corner(iso3), iso3);
    }
    for (int i = 0; i < tiles.iso3s().size(); i++) {
      tile(canvas, i);
    }
    legend(canvas);
  }

  private void heading(Canvas canvas) {
    double x = mirrored ? width() - EDGE : EDGE;
    Canvas.Anchor start = mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT;
    String title = Svg.fitted(figure.title(), 17, width() - 2 * EDGE);
    canvas.label(x, 24, start, title, Canvas.INK, 16, true);
    String axis = Svg.fitted(figure.valueAxis(), LETTER, width() - 2 * EDGE);
    canvas.label(x, 43, start, axis, Canvas.QUIET, LETTER, false);
  }

  private Canvas.Point corner(String iso3) {
    TileGrid.Place place = places.get(iso3);
    return new Canvas.Point(EDGE + place.column() * CELL, HEAD + place.row() * CELL);
  }

  private static Canvas.Box box(Canvas.Point corner, double size) {
    return new Canvas.Box(corner.x() + 0.5, corner.y() + 0.5, size - 2, size - 2);
  }

  private void outline(Canvas canvas, Canvas.Point corner, String code) {
    canvas.box(box(corner, CELL), Canvas.WHITE, Canvas.LINE, "");
    letters(canvas, corner, 18, code, Canvas.QUIET, 10);
  }

  private void tile(Canvas canvas, int category) {
    Canvas.Point corner = corner(tiles.iso3s().get(category));
    String code = tiles.iso3s().get(category);
    String tip = figure.categories().get(category) + ": ";
    if (figure.series().get(0).missing(category)) {
      canvas.box(
          box(corner, CELL), Canvas.WHITE, Canvas.QUIET, tip + figure.text("report.no_data"));
      hatch(canvas, corner, CELL);
      letters(canvas, corner, 18, code, Canvas.INK, 10);
      return;
    }
    double value = figure.series().get(0).values().get(category);
    double share = share(value);
    canvas.box(box(corner, CELL), HeatDrawing.shade(share), Canvas.QUIET, tip + name(value));
    String colour = HeatDrawing.letters(share);
    letters(canvas, corner, 13, code, colour, 10);
    letters(canvas, corner, 25, figure.number(value), colour, 10);
  }

  private static void letters(
      Canvas canvas, Canvas.Point corner, double down, String text, String fill, int size) {
    double middle = corner.x() + (CELL - 1) / 2.0;
    canvas.label(middle, corner.y() + down, Canvas.Anchor.MIDDLE, text, fill, size, false);
  }

  /** Strokes in two corners, so that the code between them can be read. */
  private static void hatch(Canvas canvas, Canvas.Point corner, double size) {
    double end = size - 2;
    for (double far = 4; far <= 12; far += 4) {
      canvas.line(
          corner.x() + 0.5, corner.y() + far, corner.x() + far, corner.y() + 0.5, Canvas.QUIET);
      canvas.line(
          corner.x() + end + 0.5 - far,
          corner.y() + end,
          corner.x() + end,
          corner.y() + end + 0.5 - far,
          Canvas.QUIET);
    }
  }

  /** The first info-state is the highest, and so the darkest. */
  private double share(double value) {
    return tiles.groups().isEmpty() ? figure.share(value) : 1 - figure.share(value);
  }

  private String name(double value) {
    return tiles.groups().isEmpty()
        ? figure.number(value)
        : tiles.groups().get((int) Math.round(value) - 1);
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    if (tiles.groups().isEmpty()) {
      for (int i = 0; i < STEPS; i++) {
        double share = i / (STEPS - 1.0);
        double value = figure.minimum() + share * (figure.maximum() - figure.minimum());
        samples.add(new Sample(Look.VALUE, share, figure.number(value)));
      }
    } else {
      for (int group = 1; group <= tiles.groups().size(); group++) {
        samples.add(
            new Sample(Look.VALUE, share(group), group + " " + tiles.groups().get(group - 1)));
      }
    }
    samples.add(new Sample(Look.MISSING, 0, figure.text("report.no_data")));
    if (!tiles.around().isEmpty()) {
      samples.add(new Sample(Look.NOT_ASSESSED, 0, figure.text("chart.map.around")));
    }
    return samples;
  }

  private List<List<Sample>> inRows(List<Sample> samples) {
    List<List<Sample>> lines = new ArrayList<>();
    double used = width();
    for (Sample sample : samples) {
      if (used + wide(sample) > width() - 2 * EDGE) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(sample);
      used += wide(sample);
    }
    return lines;
  }

  private static double wide(Sample sample) {
    return 18 + 8 + Svg.width(sample.name(), LETTER) + 18;
  }

  private void legend(Canvas canvas) {
    double y = HEAD + rows * CELL + EDGE;
    for (List<Sample> line : legend) {
      double fromStart = EDGE;
      for (Sample sample : line) {
        double left = mirrored ? width() - fromStart - 18 : fromStart;
        Canvas.Point corner = new Canvas.Point(left, y);
        String fill =
            sample.look() == Look.VALUE ? HeatDrawing.shade(sample.share()) : Canvas.WHITE;
        String border = sample.look() == Look.NOT_ASSESSED ? Canvas.LINE : Canvas.QUIET;
        canvas.box(box(corner, 18), fill, border, "");
        if (sample.look() == Look.MISSING) {
          hatch(canvas, corner, 18);
        }
        canvas.label(
            mirrored ? left - 8 : left + 18 + 8,
            y + 13,
            mirrored ? Canvas.Anchor.RIGHT : Canvas.Anchor.LEFT,
            sample.name(),
            Canvas.INK,
            LETTER,
            false);
        fromStart += wide(sample);
      }
      y += LEGEND_ROW;
    }
  }
}
