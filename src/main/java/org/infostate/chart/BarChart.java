package org.infostate.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import org.infostate.chart.Figure.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Lying bars, one for each category and series, the first category on top; in Arabic they grow from
 * right to left. A missing value is noted and has no bar.
 */
public final class BarChart {

  private static final int ROW = 24;
  private static final int BAR = 15;

  private BarChart() {}

  /** The height at which every bar and name can be read. */
  public static int height(Figure figure) {
    int series = figure.series().size();
    int row = Math.max(ROW, series * BAR + 8);
    int legend = series > 1 ? 2 * Legend.ROW : 0;
    return BarDrawing.HEAD + figure.categories().size() * row + legend + BarDrawing.EDGE;
  }

  /**
   * For pages: needs no fonts on this machine. Elements have no styles; ids derive from the data.
   */
  public static String svg(Figure figure, int width, int height) {
    return BarDrawing.draw(figure, width, height);
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
    boolean mirrored = figure.language().rightToLeft();
    CategoryPlot plot =
        new CategoryPlot(data(figure, width), names(), values(figure), bars(figure));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setDomainAxisLocation(mirrored ? AxisLocation.TOP_OR_RIGHT : AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeAxisLocation(AxisLocation.TOP_OR_RIGHT);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(Picture.LINE);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    boolean legend = figure.series().size() > 1;
    JFreeChart chart = new JFreeChart(figure.title(), Picture.font(16, true), plot, legend);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 8));
    chart.getTitle().setPaint(Picture.INK);
    chart
        .getTitle()
        .setHorizontalAlignment(mirrored ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    if (legend) {
      chart.getLegend().setItemFont(Picture.font(12, false));
      chart.getLegend().setFrame(BlockBorder.NONE);
    }
    return chart;
  }

  /** A name that differs from its equals by its place. */
  private record Name(int place, String text) implements Comparable<Name> {

    @Override
    public int compareTo(Name other) {
      return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static CategoryDataset data(Figure figure, int width) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int i = 0; i < figure.series().size(); i++) {
      Series series = figure.series().get(i);
      for (int category = 0; category < figure.categories().size(); category++) {
        String name = Svg.fitted(figure.categories().get(category), 12, width * 0.38);
        data.addValue(
            series.missing(category) ? null : series.values().get(category),
            new Name(i, series.name()),
            new Name(category, name));
      }
    }
    return data;
  }

  private static CategoryAxis names() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(Picture.font(12, false));
    axis.setTickLabelPaint(Picture.INK);
    axis.setMaximumCategoryLabelWidthRatio(0.9f);
    axis.setLowerMargin(0.01);
    axis.setUpperMargin(0.01);
    axis.setCategoryMargin(0.26);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private static ValueAxis values(Figure figure) {
    NumberAxis axis = new NumberAxis(figure.valueAxis());
    double beyond = (figure.maximum() - figure.minimum()) * 0.08;
    axis.setRange(figure.minimum(), figure.maximum() + beyond);
    double[] marks = figure.marks();
    if (marks.length > 1) {
      axis.setTickUnit(new NumberTickUnit(marks[1] - marks[0], format(figure)));
    }
    axis.setInverted(figure.language().rightToLeft());
    axis.setLabelFont(Picture.font(11, false));
    axis.setLabelPaint(Picture.QUIET);
    axis.setTickLabelFont(Picture.font(10, false));
    axis.setTickLabelPaint(Picture.QUIET);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private static NumberFormat format(Figure figure) {
    NumberFormat format = NumberFormat.getInstance(figure.language().locale());
    format.setMaximumFractionDigits(1);
    return format;
  }

  private static BarRenderer bars(Figure figure) {
    BarRenderer bars = new Bars(figure);
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    bars.setMinimumBarLength(1);
    bars.setItemMargin(0);
    bars.setDefaultLegendShape(new Rectangle2D.Double(-11, -6, 22, 12));
    for (int i = 0; i < figure.series().size(); i++) {
      bars.setSeriesPaint(i, Picture.fill(Pen.of(i)));
    }
    boolean mirrored = figure.language().rightToLeft();
    ItemLabelPosition beside =
        mirrored
            ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT)
            : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
    bars.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", format(figure)));
    bars.setDefaultItemLabelsVisible(true);
    bars.setDefaultItemLabelFont(Picture.font(10, false));
    bars.setDefaultItemLabelPaint(Picture.INK);
    bars.setDefaultPositiveItemLabelPosition(beside);
    bars.setDefaultNegativeItemLabelPosition(beside);
    return bars;
  }

  /** Bars, with a note in place of those that are missing. */
  private static final class Bars extends BarRenderer {

    private static final long serialVersionUID = 1;

    private final transient Figure figure;

    Bars(Figure figure) {
      this.figure = figure;
    }

    @Override
    public void drawItem(
        Graphics2D graphics,
        CategoryItemRendererState state,
        Rectangle2D area,
        CategoryPlot plot,
        CategoryAxis names,
        ValueAxis values,
        CategoryDataset data,
        int series,
        int category,
        int pass) {
      if (data.getValue(series, category) != null) {
        super.drawItem(graphics, state, area, plot, names, values, data, series, category, pass);
        return;
      }
      int visible = state.getVisibleSeriesIndex(series);
      double top =
          calculateBarW0(plot, PlotOrientation.HORIZONTAL, area, names, state, visible, category);
      double base = Math.min(Math.max(0, figure.minimum()), figure.maximum());
      double start = values.valueToJava2D(base, area, plot.getRangeAxisEdge());
      boolean mirrored = figure.language().rightToLeft();
      graphics.setFont(getDefaultItemLabelFont());
      graphics.setPaint(Picture.QUIET);
      TextUtils.drawAlignedString(
          figure.text("report.no_data"),
          graphics,
          (float) (mirrored ? start - 4 : start + 4),
          (float) (top + state.getBarWidth() / 2),
          mirrored ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    }
  }
}
