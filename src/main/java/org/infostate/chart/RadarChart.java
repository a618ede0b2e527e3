package org.infostate.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A radar: one axis for each category, from the centre (minimum) outwards (maximum), one line for
 * each series. A line has a gap where a value is missing.
 */
public final class RadarChart {

  private RadarChart() {}

  /**
   * For pages: needs no fonts on this machine. Elements have no styles; ids derive from the data.
   */
  public static String svg(Figure figure, int width, int height) {
    return RadarDrawing.draw(figure, width, height);
  }

  /**
   * For documents.
   *
   * @param width 1 to 8000 pixels, as the height
   * @throws org.infostate.problem.ProblemException {@code FONTS_MISSING} where this machine cannot
   *     show the texts
   */
  public static byte[] png(Figure figure, int width, int height) {
    return Picture.png(
        figure,
        width,
        height,
        graphics ->
            chart(Picture.paintable(figure), width)
                .draw(graphics, new Rectangle2D.Double(0, 0, width, height)));
  }

  private static JFreeChart chart(Figure figure, int width) {
    Web web = new Web(figure, width);
    JFreeChart chart =
        new JFreeChart(figure.title(), Picture.font(16, true), web, figure.series().size() > 1);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 8));
    chart.getTitle().setPaint(Picture.INK);
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.CENTER);
    if (chart.getLegend() != null) {
      chart.getLegend().setItemFont(Picture.font(12, false));
      chart.getLegend().setFrame(BlockBorder.NONE);
    }
    return chart;
  }

  /** JFreeChart's plot, with rings and numbers, gaps for missing values, names in several lines. */
  private static final class Web extends SpiderWebPlot {

    private static final long serialVersionUID = 1;
    private static final int LINES = 3;

    private final transient Figure figure;
    private final double labelWidth;

    Web(Figure figure, int width) {
      super(data(figure));
      this.figure = figure;
      labelWidth = RadarDrawing.labelWidth(figure, width, 12);
      setOutlineVisible(false);
      setBackgroundPaint(Color.WHITE);
      setMaxValue(1);
      setAxisLinePaint(Picture.LINE);
      setLabelFont(Picture.font(12, false));
      setLabelPaint(Picture.INK);
    }

    @Override
    public void draw(
        Graphics2D graphics,
        Rectangle2D area,
        Point2D anchor,
        PlotState parentState,
        PlotRenderingInfo info) {
      double radius =
          RadarDrawing.radius(figure, area.getWidth(), area.getHeight() - 70, labelWidth);
      double shortest = Math.min(area.getWidth(), area.getHeight());
      setInteriorGap(Math.min(MAX_INTERIOR_GAP, Math.max(0, 1 - 2 * radius / shortest)));
      super.draw(graphics, area, anchor, parentState, info);
    }

    private static DefaultCategoryDataset data(Figure figure) {
      DefaultCategoryDataset data = new DefaultCategoryDataset();
      for (int series = 0; series < figure.series().size(); series++) {
        for (int axis = 0; axis < figure.categories().size(); axis++) {
          double value = figure.series().get(series).values().get(axis);
          data.addValue(
              Double.isNaN(value) ? null : figure.share(value), (Integer) series, (Integer) axis);
        }
      }
      return data;
    }

    @Override
    public LegendItemCollection getLegendItems() {
      List<LegendItem> items = new ArrayList<>();
      for (int series = 0; series < figure.series().size(); series++) {
        Pen pen = Pen.of(series);
        LegendItem item = new LegendItem(figure.series().get(series).name(), Picture.colour(pen));
        item.setLineVisible(true);
        item.setLine(new Line2D.Double(-13, 0, 13, 0));
        item.setLinePaint(Picture.colour(pen));
        item.setLineStroke(Picture.stroke(pen));
        item.setShapeVisible(true);
        item.setShape(Picture.marker(pen));
        items.add(item);
      }
      if (figure.language().rightToLeft()) {
        Collections.reverse(items);
      }
      LegendItemCollection legend = new LegendItemCollection();
      items.forEach(legend::add);
      return legend;
    }

    private double angle(int axis) {
      return getStartAngle() - axis * 360.0 / figure.categories().size();
    }

    @Override
    protected void drawRadarPoly(
        Graphics2D graphics,
        Rectangle2D area,
        Point2D centre,
        PlotRenderingInfo info,
        int series,
        int axes,
        double headHeight,
        double headWidth) {
      if (series == 0) {
        rings(graphics, area);
      }
      Pen pen = Pen.of(series);
      graphics.setPaint(Picture.colour(pen));
      graphics.setStroke(Picture.stroke(pen));
      graphics.draw(outline(area, series, axes));
      for (int axis = 0; axis < axes; axis++) {
        Number share = getPlotValue(series, axis);
        if (share != null) {
          Point2D at = getWebPoint(area, angle(axis), share.doubleValue());
          Shape marker = Picture.marker(pen);
          graphics.fill(
              AffineTransform.getTranslateInstance(at.getX(), at.getY())
                  .createTransformedShape(marker));
        }
      }
      if (series == figure.series().size() - 1) {
        numbers(graphics, area);
      }
    }

    private void rings(Graphics2D graphics, Rectangle2D area) {
      graphics.setPaint(Picture.LINE);
      graphics.setStroke(new BasicStroke(1));
      for (double mark : figure.marks()) {
        Path2D ring = new Path2D.Double();
        for (int axis = 0; axis < figure.categories().size(); axis++) {
          Point2D at = getWebPoint(area, angle(axis), figure.share(mark));
          if (axis == 0) {
            ring.moveTo(at.getX(), at.getY());
          } else {
            ring.lineTo(at.getX(), at.getY());
          }
        }
        ring.closePath();
        graphics.draw(ring);
      }
    }

    private void numbers(Graphics2D graphics, Rectangle2D area) {
      graphics.setPaint(Picture.QUIET);
      graphics.setFont(Picture.font(10, false));
      for (double mark : figure.marks()) {
        Point2D at = getWebPoint(area, angle(0), figure.share(mark));
        String number = figure.number(mark);
        int wide = graphics.getFontMetrics().stringWidth(number);
        graphics.drawString(number, (float) at.getX() - wide - 4, (float) at.getY() + 4);
      }
    }

    private Path2D outline(Rectangle2D area, int series, int axes) {
      Path2D path = new Path2D.Double();
      boolean drawing = false;
      for (int axis = 0; axis <= (axes > 2 ? axes : axes - 1); axis++) {
        Number share = getPlotValue(series, axis % axes);
        if (share == null) {
          drawing = false;
        } else {
          Point2D at = getWebPoint(area, angle(axis % axes), share.doubleValue());
          if (drawing) {
            path.lineTo(at.getX(), at.getY());
          } else {
            path.moveTo(at.getX(), at.getY());
          }
          drawing = true;
        }
      }
      return path;
    }

    @Override
    protected void drawLabel(
        Graphics2D graphics,
        Rectangle2D area,
        double value,
        int axis,
        double startAngle,
        double extent) {
      Point2D at = getWebPoint(area, angle(axis), 1 + 24 / area.getWidth());
      double side = Math.cos(Math.toRadians(angle(axis)));
      double up = Math.sin(Math.toRadians(angle(axis)));
      boolean middle = Math.abs(side) < 0.15;
      List<String> lines =
          new ArrayList<>(
              Svg.lines(
                  figure.categories().get(axis),
                  12,
                  middle ? area.getWidth() : labelWidth + 1,
                  LINES));
      if (figure.missing(axis)) {
        lines.add("(" + figure.text("report.no_data") + ")");
      }
      graphics.setFont(getLabelFont());
      graphics.setPaint(getLabelPaint());
      int high = graphics.getFontMetrics().getHeight();
      double y = at.getY() + 4 - (lines.size() - 1) * high / 2.0 * (1 + up);
      for (String line : lines) {
        int wide = graphics.getFontMetrics().stringWidth(line);
        double x = middle ? at.getX() - wide / 2.0 : side > 0 ? at.getX() : at.getX() - wide;
        graphics.drawString(line, (float) x, (float) y);
        y += high;
      }
    }
  }
}
