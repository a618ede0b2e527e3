package org.infostate.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Puts SVG into documents, as charts of this program are written: shapes, lines, texts and groups
 * with their looks as attributes. Its texts are set in the fonts of the document; a general drawer
 * would need fonts on the machine.
 */
final class PdfDrawings implements SVGDrawer {

  /**
   * A drawing on its way.
   *
   * @param scale dots of the document for each unit of the drawing
   */
  private record Drawing(Element svg, double scale) implements SVGImage {

    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(number(svg, "width") * scale);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(number(svg, "height") * scale);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      new PdfDrawing(device, context, x, y, scale).draw(svg);
    }
  }

  /** The number of an attribute; 0 where it has none. */
  static double number(Element element, String name) {
    String text = element.getAttribute(name);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  /** As wide, or as high, as the style wants it; a unit is a pixel where it wants nothing. */
  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    double scale =
        width >= 0
            ? width / number(svg, "width")
            : height >= 0 ? height / number(svg, "height") : dotsPerPixel;
    return new Drawing(svg, scale);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // Drawings use the fonts of the document.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // Drawings use the fonts of the document.
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
