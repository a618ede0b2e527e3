package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.infostate.chart.Figure.Series;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The field of shaded cells.
 *
 * <ol>
 *   <li>Shades grow darker with the value, in steps that are told apart without colours.
 *   <li>A cell without a value is none of the shades and says so; zero is a value.
 *   <li>The first column stands where the language begins.
 *   <li>Numbers in cells stand out from their ground.
 * </ol>
 */
class HeatDrawingTest {

  private static final Pattern CELL =
      Pattern.compile(
          "<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"17\" height=\"17\" fill=\"(#[0-9a-f]+)\""
              + " stroke=\"#c9d1da\"><title>([^<]*)</title>");

  private static Figure figure(Language language) {
    return Figure.ofScores(
        "Readiness",
        List.of("Arcadia", "Ruritania"),
        "Score",
        List.of(
            new Series("Laws", List.of(0.0, 100.0)),
            new Series("Experts", List.of(Double.NaN, 50.0))),
        language);
  }

  private static List<MatchResult> cells(String svg) {
    return CELL.matcher(svg).results().toList();
  }

  /** Relative luminance, as WCAG 2.2 defines it. */
  private static double luminance(String colour) {
    String whole = colour.length() == 4 ? colour.replaceAll("[0-9a-f]", "$0$0") : colour;
    float[] parts = Color.decode(whole).getRGBColorComponents(null);
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double part = parts[i];
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  @Test
  void shadesAreToldApartWithoutColours() {
    for (int step = 0; step < 4; step++) {
      double contrast =
          contrast(HeatDrawing.shade(step / 4.0), HeatDrawing.shade((step + 1) / 4.0));
      assertTrue(contrast > 1.25, step + ": " + contrast);
      assertTrue(
          luminance(HeatDrawing.shade(step / 4.0))
              > luminance(HeatDrawing.shade((step + 1) / 4.0)));
    }
  }

  @Test
  void aMissingValueIsNotALowOne() {
    List<MatchResult> cells = cells(new HeatDrawing(figure(Language.EN), false).svg());
    assertEquals("Arcadia, Laws: 0", cells.get(0).group(3));
    assertEquals(HeatDrawing.shade(0), cells.get(0).group(2));
    assertEquals("Arcadia, Experts: no data", cells.get(1).group(3));
    assertEquals(Canvas.WHITE, cells.get(1).group(2));
    assertEquals(HeatDrawing.shade(1), cells.get(2).group(2));
    assertEquals(HeatDrawing.shade(0.5), cells.get(3).group(2));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theFirstColumnStandsWhereTheLanguageBegins(Language language) {
    List<MatchResult> cells = cells(new HeatDrawing(figure(language), false).svg());
    double first = Double.parseDouble(cells.get(0).group(1));
    double second = Double.parseDouble(cells.get(1).group(1));
    assertEquals(language.rightToLeft(), first > second);
  }

  @Test
  void aScreenReaderIsToldWhatThereIs() {
    String svg = new HeatDrawing(figure(Language.EN), false).svg();
    assertTrue(svg.contains(">Readiness</title>"), svg);
    assertTrue(svg.contains("Table of 2 countries, shaded by value from 0 to 100."), svg);
    assertTrue(svg.contains("Experts: highest Ruritania (50), lowest Ruritania (50)"), svg);
    assertFalse(svg.contains("style="), "a strict content policy forbids styles");
  }

  @Test
  void numbersStandOutFromTheirGround() {
    List<Series> series =
        IntStream.rangeClosed(0, 20)
            .mapToObj(value -> new Series("State " + value, List.of((double) value)))
            .toList();
    Figure figure = new Figure("States", List.of("Arcadia"), "", 0, 20, series, Language.EN);
    String svg = new HeatDrawing(figure, true).svg();
    Pattern number = Pattern.compile("fill=\"(#[0-9a-f]+)\"[^>]*font-size=\"11\">([0-9]+)<");
    List<MatchResult> numbers = number.matcher(svg).results().limit(21).toList();
    for (int i = 0; i <= 20; i++) {
      assertEquals(Integer.toString(i), numbers.get(i).group(2));
      double contrast = contrast(numbers.get(i).group(1), HeatDrawing.shade(i / 20.0));
      assertTrue(contrast >= 4.5, i + ": " + contrast);
    }
  }
}
