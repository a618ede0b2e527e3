package org.infostate.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/**
 * What PNG charts are painted with: fonts of the machine, and pens as strokes, paints and shapes.
 *
 * <p>Fonts are asked for before anything is drawn, so that a machine without them, or without
 * letters of a language, says so and draws no boxes in their place.
 */
final class Picture {

  static final Color INK = Color.decode(Canvas.INK);
  static final Color QUIET = Color.decode(Canvas.QUIET);
  static final Color LINE = Color.decode(Canvas.LINE);

  private static final int LARGEST = 8_000;
  private static final String FAMILY = Font.SANS_SERIF;

  private Picture() {}

  /**
   * @param draws onto the white picture
   * @param width 1 to 8000 pixels, as the height
   * @throws org.infostate.problem.ProblemException {@code CHART_TOO_LARGE}, or {@code
   *     FONTS_MISSING} with the language's own name, where the fonts of this machine cannot show
   *     the texts of the figure
   */
  static byte[] png(Figure figure, int width, int height, Consumer<Graphics2D> draws) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no picture of " + width + " x " + height);
    }
    if (width > LARGEST || height > LARGEST) {
      throw ProblemKind.CHART_TOO_LARGE
          .at(Place.question("width"), width, height, LARGEST)
          .exception();
    }
    refuseWithoutFonts(paintable(figure));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    draws.accept(graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Font font(int size, boolean bold) {
    return new Font(FAMILY, bold ? Font.BOLD : Font.PLAIN, size);
  }

  /**
   * The text with marks of direction that fonts draw as nothing: isolates, for which Java 17 looks
   * for a sign in the font, become embeddings.
   */
  static String paintable(String text) {
    StringBuilder paintable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      paintable.append(
          switch (c) {
            case '\u2066' -> '\u202a';
            case '\u2067' -> '\u202b';
            case '\u2068' ->
                Bidi.requiresBidi(text.toCharArray(), i + 1, end(text, i)) ? '\u202b' : '\u202a';
            case '\u2069' -> '\u202c';
            default -> c;
          });
    }
    return paintable.toString();
  }

  private static int end(String text, int from) {
    int end = text.indexOf('\u2069', from);
    return end < 0 ? text.length() : end;
  }

  /** The same with texts that can be painted. */
  static Figure paintable(Figure figure) {
    return new Figure(
        paintable(figure.title()),
        figure.categories().stream().map(Picture::paintable).toList(),
        paintable(figure.valueAxis()),
        figure.minimum(),
        figure.maximum(),
        figure.series().stream()
            .map(one -> new Figure.Series(paintable(one.name()), one.values()))
            .toList(),
        figure.language());
  }

  private static void refuseWithoutFonts(Figure figure) {
    Stream<String> texts =
        Stream.of(
                Stream.of(
                    figure.title(),
                    figure.valueAxis(),
                    figure.text("report.no_data"),
                    figure.number(1234567890.5)),
                figure.categories().stream(),
                figure.series().stream().map(Figure.Series::name))
            .flatMap(each -> each);
    if (!Fonts.INSTALLED || texts.anyMatch(text -> font(12, false).canDisplayUpTo(text) >= 0)) {
      throw ProblemKind.FONTS_MISSING.exception(figure.language().ownName());
    }
  }

  /** Asked once: a second try in the same process fails differently. */
  private static final class Fonts {

    static final boolean INSTALLED = installed();

    /** Java says that there are no fonts with an error of the virtual machine. */
    private static boolean installed() {
      try {
        font(12, false).getLineMetrics("x", new FontRenderContext(null, true, true));
        return true;
      } catch (InternalError | LinkageError | RuntimeException e) {
        return false;
      }
    }
  }

  static Color colour(Pen pen) {
    return Color.decode(pen.colour());
  }

  static BasicStroke stroke(Pen pen) {
    return pen.dash().length == 0
        ? new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pen.dash(), 0);
  }

  /** Fill of bars: the colour, hatched in white. */
  static Paint fill(Pen pen) {
    if (pen.hatch() == Pen.Hatch.NONE) {
      return colour(pen);
    }
    BufferedImage tile = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = tile.createGraphics();
    graphics.setColor(colour(pen));
    graphics.fillRect(0, 0, 6, 6);
    graphics.setColor(Color.WHITE);
    switch (pen.hatch()) {
      case RISING -> graphics.drawLine(0, 5, 5, 0);
      case FALLING -> graphics.drawLine(0, 0, 5, 5);
      case LEVEL -> graphics.drawLine(0, 3, 5, 3);
      case UPRIGHT -> graphics.drawLine(3, 0, 3, 5);
      case CROSSED -> {
        graphics.drawLine(0, 5, 5, 0);
        graphics.drawLine(0, 0, 5, 5);
      }
      case SQUARED -> {
        graphics.drawLine(0, 3, 5, 3);
        graphics.drawLine(3, 0, 3, 5);
      }
      default -> graphics.drawLine(2, 3, 3, 3);
    }
    graphics.dispose();
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, 6, 6));
  }

  /** The marker of the pen around (0, 0), to be filled. */
  static Shape marker(Pen pen) {
    return switch (pen.marker()) {
      case DISC -> new Ellipse2D.Double(-4, -4, 8, 8);
      case SQUARE -> new Rectangle2D.Double(-4, -4, 8, 8);
      case TRIANGLE -> polygon(0, -5, 5, 4, -5, 4);
      case DIAMOND -> polygon(0, -6, 6, 0, 0, 6, -6, 0);
      case RING -> new BasicStroke(2).createStrokedShape(new Ellipse2D.Double(-4, -4, 8, 8));
      case CROSS -> bars().createTransformedShape(AffineTransform.getRotateInstance(Math.PI / 4));
      case PLUS -> bars();
      case POINTER -> polygon(-5, -4, 5, -4, 0, 5);
    };
  }

  private static Path2D bars() {
    Path2D bars = new Path2D.Double();
    bars.append(new Rectangle2D.Double(-6, -1.3, 12, 2.6), false);
    bars.append(new Rectangle2D.Double(-1.3, -6, 2.6, 12), false);
    return bars;
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
