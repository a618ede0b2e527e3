package org.infostate.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.infostate.text.Language;

/** Draws on a picture. Tips, which nothing can show there, are left out. */
final class Painting implements Canvas {

  /** What a marker is drawn with, in {@link Picture#marker}. */
  private static final double MARKER = 8;

  private final Graphics2D graphics;
  private final boolean rightToLeft;

  Painting(Graphics2D graphics, Language language) {
    this.graphics = graphics;
    rightToLeft = language.rightToLeft();
  }

  @Override
  public void label(
      double x, double y, Anchor anchor, String text, String fill, int size, boolean bold) {
    if (text.isEmpty()) {
      return;
    }
    TextLayout layout = layout(text, size, bold);
    double before =
        switch (anchor) {
          case LEFT -> 0;
          case MIDDLE -> layout.getAdvance() / 2;
          case RIGHT -> layout.getAdvance();
        };
    graphics.setPaint(Color.decode(fill));
    layout.draw(graphics, (float) (x - before), (float) y);
  }

  /** Signs beside a text stand where the language puts them. */
  private TextLayout layout(String text, int size, boolean bold) {
    Map<TextAttribute, Object> attributes =
        Map.of(
            TextAttribute.FONT,
            Picture.font(size, bold),
            TextAttribute.RUN_DIRECTION,
            rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    return new TextLayout(Picture.paintable(text), attributes, graphics.getFontRenderContext());
  }

  @Override
  public void upwards(double x, double y, String text, String fill, int size) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    label(0, 0, Anchor.LEFT, text, fill, size, false);
    graphics.setTransform(before);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, String stroke) {
    graphics.setPaint(Color.decode(stroke));
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void path(Pen pen, List<Point> points) {
    if (points.isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).x(), points.get(0).y());
    points.forEach(point -> path.lineTo(point.x(), point.y()));
    graphics.setPaint(Picture.colour(pen));
    graphics.setStroke(Picture.stroke(pen));
    graphics.draw(path);
  }

  @Override
  public void marker(Pen pen, double x, double y, double size, String tip) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size / MARKER, size / MARKER);
    graphics.setPaint(Picture.colour(pen));
    graphics.fill(place.createTransformedShape(Picture.marker(pen)));
  }

  @Override
  public void box(Box box, String fill, String stroke, String tip) {
    Rectangle2D shape = shape(box);
    graphics.setPaint(Color.decode(fill));
    graphics.fill(shape);
    if (stroke != null) {
      graphics.setPaint(Color.decode(stroke));
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(shape);
    }
  }

  @Override
  public void box(Box box, Pen pen, String tip) {
    graphics.setPaint(Picture.fill(pen));
    graphics.fill(shape(box));
  }

  private static Rectangle2D shape(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }
}
