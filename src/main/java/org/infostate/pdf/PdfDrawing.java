package org.infostate.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws one drawing onto a page of a document. */
final class PdfDrawing {

  private static final ArabicShaping SHAPING =
      new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_FIXED_SPACES_NEAR);
  private static final double USUAL_SIZE = 13;

  private final AbstractOutputDevice device;
  private final RenderingContext context;
  private final AffineTransform place;
  private final double scale;

  /**
   * @param x of its left upper corner, in dots
   * @param scale dots for each unit of the drawing
   */
  PdfDrawing(OutputDevice device, RenderingContext context, double x, double y, double scale) {
    this.device = (AbstractOutputDevice) device;
    this.context = context;
    this.scale = scale;
    place = new AffineTransform(scale, 0, 0, scale, x, y);
  }

  void draw(Element parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        switch (element.getTagName()) {
          case "text" -> text(element);
          case "g" -> draw(element);
          case "title", "desc" -> {}
          default -> shape(element);
        }
      }
    }
  }

  private void shape(Element element) {
    Shape shape = place.createTransformedShape(outline(element));
    String fill = looks(element, "fill");
    // What is only tinted would cover what lies below: documents go without.
    if (fill.startsWith("#") && looks(element, "fill-opacity").isEmpty()) {
      device.setColor(colour(fill));
      device.fill(shape);
    }
    String stroke = looks(element, "stroke");
    if (stroke.startsWith("#")) {
      device.setColor(colour(stroke));
      device.setStroke(stroke(element));
      device.draw(shape);
    }
  }

  private static Shape outline(Element e) {
    return switch (e.getTagName()) {
      case "rect" ->
          new Rectangle2D.Double(at(e, "x"), at(e, "y"), at(e, "width"), at(e, "height"));
      case "circle" ->
          new Ellipse2D.Double(
              at(e, "cx") - at(e, "r"), at(e, "cy") - at(e, "r"), 2 * at(e, "r"), 2 * at(e, "r"));
      case "line" -> new Line2D.Double(at(e, "x1"), at(e, "y1"), at(e, "x2"), at(e, "y2"));
      case "polygon", "polyline" -> corners(e);
      case "path" -> path(e.getAttribute("d"));
      default -> throw new IllegalArgumentException("no drawing of " + e.getTagName());
    };
  }

  private static double at(Element element, String name) {
    return PdfDrawings.number(element, name);
  }

  private static Shape corners(Element element) {
    double[] numbers = numbers(element.getAttribute("points"));
    Path2D path = new Path2D.Double();
    path.moveTo(numbers[0], numbers[1]);
    for (int i = 2; i < numbers.length; i += 2) {
      path.lineTo(numbers[i], numbers[i + 1]);
    }
    if (element.getTagName().equals("polygon")) {
      path.closePath();
    }
    return path;
  }

  /** Of pieces that begin with M, L or Z, all absolute. */
  private static Shape path(String description) {
    Path2D path = new Path2D.Double();
    for (String piece : description.strip().split("(?=[A-Za-z])")) {
      if (piece.isEmpty()) {
        continue;
      }
      double[] numbers = numbers(piece.substring(1));
      switch (piece.charAt(0)) {
        case 'M' -> path.moveTo(numbers[0], numbers[1]);
        case 'L' -> path.lineTo(numbers[0], numbers[1]);
        case 'Z' -> path.closePath();
        default -> throw new IllegalArgumentException("no drawing of a path with " + piece);
      }
    }
    return path;
  }

  private static double[] numbers(String list) {
    String[] each = list.strip().split("[\\s,]+");
    return Arrays.stream(each)
        .filter(one -> !one.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** How the element, or the nearest group around it, says to look. */
  private static String looks(Element element, String name) {
    Node one = element;
    while (one instanceof Element holder && !holder.getTagName().equals("svg")) {
      if (holder.hasAttribute(name)) {
        return holder.getAttribute(name);
      }
      one = holder.getParentNode();
    }
    return "";
  }

  private static FSRGBColor colour(String hash) {
    String digits = hash.length() == 4 ? hash.replaceAll("([0-9a-f])", "$1$1") : hash;
    return new FSRGBColor(Integer.parseInt(digits.substring(1), 16));
  }

  private BasicStroke stroke(Element element) {
    String width = looks(element, "stroke-width");
    float wide = (float) (scale * (width.isEmpty() ? 1 : Double.parseDouble(width)));
    double[] lengths = numbers(looks(element, "stroke-dasharray"));
    if (lengths.length == 0) {
      return new BasicStroke(wide);
    }
    float[] dashes = new float[lengths.length];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) (scale * lengths[i]);
    }
    return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  private void text(Element element) {
    boolean rightToLeft = element.getAttribute("direction").equals("rtl");
    String text = ordered(element.getTextContent(), rightToLeft);
    FontSpecification wanted = wanted(element);
    FSFont font = context.getFont(wanted);
    double width = context.getTextRenderer().getWidth(context.getFontContext(), font, text);
    double before =
        switch (element.getAttribute("text-anchor")) {
          case "middle" -> width / 2;
          case "end" -> rightToLeft ? 0 : width;
          default -> rightToLeft ? width : 0;
        };
    double x = place.getScaleX() * at(element, "x") + place.getTranslateX() - before;
    double y = place.getScaleY() * at(element, "y") + place.getTranslateY();
    device.setColor(colour(looks(element, "fill")));
    device.setFont(font);
    // Else it would be drawn as thick as the last text of the page.
    device.setFontSpecification(wanted);
    ((PdfBoxOutputDevice) device).drawString(text, (float) x, (float) y, null);
  }

  private FontSpecification wanted(Element element) {
    String size = element.getAttribute("font-size");
    FontSpecification wanted = new FontSpecification();
    wanted.families = PdfFonts.FAMILIES;
    wanted.size = (float) (scale * (size.isEmpty() ? USUAL_SIZE : Double.parseDouble(size)));
    wanted.fontWeight =
        element.getAttribute("font-weight").equals("bold") ? IdentValue.BOLD : IdentValue.NORMAL;
    wanted.fontStyle = IdentValue.NORMAL;
    wanted.variant = IdentValue.NORMAL;
    return wanted;
  }

  /** The letters in the order and in the forms in which they are seen from left to right. */
  static String ordered(String text, boolean rightToLeft) {
    try {
      String shaped = SHAPING.shape(text);
      return new Bidi(shaped, rightToLeft ? Bidi.RTL : Bidi.LTR)
          .writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    } catch (ArabicShapingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
