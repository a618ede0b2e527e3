package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.infostate.chart.Figure.Series;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Charts as PNG, which need a font that has Latin and Arabic letters. */
@EnabledIf(
    value = "fonts",
    disabledReason = "no font with Arabic letters is installed (apt-get install fonts-dejavu-core)")
class ChartPictureTest {

  private static final double NONE = Double.NaN;

  static boolean fonts() {
    try {
      return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo("A\u0627") < 0;
    } catch (InternalError | LinkageError | RuntimeException e) {
      return false;
    }
  }

  private static Figure figure(Language language, Double... values) {
    return Figure.ofScores(
        "Arcadia",
        List.of("Legislation", "Units", "Training", "Tools").subList(0, values.length),
        "",
        List.of(new Series("2026", List.of(values))),
        language);
  }

  private static BufferedImage read(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** Pixels in the colour of the first series. */
  private static long blue(BufferedImage image) {
    int wanted = Color.decode(Pen.BLUE.colour()).getRGB();
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == wanted ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void pictureHasTheSizeThatWasAskedFor() throws Exception {
    BufferedImage radar = read(RadarChart.png(figure(Language.EN, 1.0, 2.0, 3.0, 4.0), 640, 480));
    BufferedImage bars = read(BarChart.png(figure(Language.AR, 1.0, 2.0, 3.0, 4.0), 700, 300));
    assertEquals(640, radar.getWidth());
    assertEquals(480, radar.getHeight());
    assertEquals(700, bars.getWidth());
    assertEquals(300, bars.getHeight());
  }

  @Test
  void missingBarsArePaintedAsNothing() throws Exception {
    long all = blue(read(BarChart.png(figure(Language.EN, 50.0, 50.0, 50.0, 50.0), 700, 300)));
    long half = blue(read(BarChart.png(figure(Language.EN, 50.0, NONE, 50.0, NONE), 700, 300)));
    long none = blue(read(BarChart.png(figure(Language.EN, NONE, NONE, NONE, NONE), 700, 300)));
    assertTrue(all > 10_000, "bars are painted: " + all);
    assertEquals(all, 2 * half, all * 0.02);
    assertEquals(0, none);
  }

  @Test
  void missingValueOfARadarIsNotAZero() throws Exception {
    BufferedImage zero = read(RadarChart.png(figure(Language.EN, 90.0, 90.0, 0.0, 90.0), 640, 480));
    BufferedImage gap = read(RadarChart.png(figure(Language.EN, 90.0, 90.0, NONE, 90.0), 640, 480));
    BufferedImage two = read(RadarChart.png(figure(Language.EN, 90.0, NONE, NONE, 90.0), 640, 480));
    assertTrue(blue(zero) > blue(gap) && blue(gap) > blue(two) && blue(two) > 100);
  }

  @Test
  void bothDirectionsPaintTheSameBars() throws Exception {
    long english = blue(read(BarChart.png(figure(Language.EN, 50.0, 60.0, 70.0, 80.0), 700, 300)));
    long arabic = blue(read(BarChart.png(figure(Language.AR, 50.0, 60.0, 70.0, 80.0), 700, 300)));
    assertEquals(english, arabic, english * 0.05);
  }

  /** Pixels that are not white. */
  private static long painted(BufferedImage image) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) != Color.WHITE.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void drawingsArePaintedAsLargeAsWanted() throws Exception {
    Drawing heat = new HeatDrawing(figure(Language.AR, 10.0, NONE, 50.0, 100.0), false);
    BufferedImage once = read(heat.png(null));
    BufferedImage twice = read(heat.png(2 * heat.width()));
    assertEquals(heat.width(), once.getWidth());
    assertEquals(heat.height(), once.getHeight());
    assertEquals(2 * heat.height(), twice.getHeight(), 1);
    assertTrue(painted(once) > 2_000, painted(once) + " pixels");
    assertEquals(4.0, (double) painted(twice) / painted(once), 0.8);
  }

  @Test
  void aMissingValueIsPaintedWhite() throws Exception {
    long dark = painted(read(new HeatDrawing(figure(Language.EN, 90.0, 90.0), false).png(null)));
    long none = painted(read(new HeatDrawing(figure(Language.EN, NONE, NONE), false).png(null)));
    assertTrue(dark > none + 200, dark + " and " + none);
  }

  @Test
  void marksOfDirectionNeedNoLettersInTheFont() throws Exception {
    String title = "\u0645\u0633\u062d \u2068Capacity 2025\u2069";
    Figure marked =
        Figure.ofScores(
            title, List.of("A"), "", List.of(new Series(title, List.of(50.0))), Language.AR);
    assertTrue(painted(read(BarChart.png(marked, 700, 300))) > 2_000);
    assertEquals("a \u202ab\u202c", Picture.paintable("a \u2068b\u2069"));
    assertEquals("a \u202b\u0645\u202c", Picture.paintable("a \u2068\u0645\u2069"));
  }

  @Test
  void picturesThatAreTooHighAreRefused() {
    Drawing heat = new HeatDrawing(figure(Language.EN, 1.0, 2.0, 3.0, 4.0), false);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> heat.png(40 * heat.width()));
    assertEquals(ProblemKind.CHART_TOO_LARGE, problem.first().kind());
  }

  @Test
  void lettersThatNoFontHasAreRefused() {
    Figure figure =
        Figure.ofScores(
            "\udbff\udffd", List.of("A"), "", List.of(new Series("", List.of(1.0))), Language.ZH);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> RadarChart.png(figure, 640, 480));
    assertEquals(ProblemKind.FONTS_MISSING, problem.first().kind());
    assertEquals(List.of("中文"), problem.first().arguments());
  }
}
