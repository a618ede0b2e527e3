package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.infostate.chart.Figure.Series;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Charts as SVG.
 *
 * <ol>
 *   <li>A missing value leaves a gap in a radar and a note in a bar chart; zero is a value.
 *   <li>Title and description stand in the drawing; nothing is styled; ids are unique and
 *       repeatable.
 *   <li>Series differ by more than colour.
 *   <li>Bars grow in the direction of the language.
 * </ol>
 */
class ChartDrawingTest {

  private static final List<String> PILLARS = List.of("Legislation", "Units", "Training", "Tools");

  private static Figure figure(Language language, Series... series) {
    return Figure.ofScores("Arcadia", PILLARS, "Score", List.of(series), language);
  }

  private static Series series(String name, Double... values) {
    return new Series(name, List.of(values));
  }

  @Test
  void radarLineHasAGapWhereAValueIsMissing() throws Exception {
    Figure full = figure(Language.EN, series("2026", 80.0, 40.0, 20.0, 60.0));
    Figure gap = figure(Language.EN, series("2026", 80.0, 40.0, Double.NaN, 60.0));
    assertEquals(1, strokes(full), "one closed line");
    assertEquals(4, lines(full), "from axis to axis and back");
    assertEquals(2, strokes(gap), "the line starts again after the gap");
    assertEquals(2, lines(gap), "from the fourth axis to the first, and from that to the second");
    assertEquals(4, markers(full));
    assertEquals(3, markers(gap), "no marker at the missing value");
    assertTrue(text(RadarChart.svg(gap, 600, 500)).contains("(no data)"));
    assertFalse(text(RadarChart.svg(full, 600, 500)).contains("(no data)"));
  }

  private static long strokes(Figure figure) throws Exception {
    return outline(figure).chars().filter(c -> c == 'M').count();
  }

  private static long lines(Figure figure) throws Exception {
    return outline(figure).chars().filter(c -> c == 'L').count();
  }

  private static String outline(Figure figure) throws Exception {
    return ((Element) read(RadarChart.svg(figure, 600, 500)).getElementsByTagName("path").item(0))
        .getAttribute("d");
  }

  private static int markers(Figure figure) throws Exception {
    return read(RadarChart.svg(figure, 600, 500)).getElementsByTagName("circle").getLength();
  }

  @Test
  void zeroStandsInTheCentreOfARadar() throws Exception {
    Document drawing =
        read(RadarChart.svg(figure(Language.EN, series("", 0.0, 9.0, 9.0, 9.0)), 600, 500));
    Element first = (Element) drawing.getElementsByTagName("circle").item(0);
    Element axis = (Element) drawing.getElementsByTagName("line").item(0);
    assertEquals(axis.getAttribute("x1"), first.getAttribute("cx"));
    assertEquals(axis.getAttribute("y1"), first.getAttribute("cy"));
  }

  @Test
  void missingBarIsANoteAndZeroIsAThinBar() throws Exception {
    Figure figure = figure(Language.EN, series("2026", 80.0, Double.NaN, 0.0, 40.0));
    List<Double> widths = barWidths(figure);
    assertEquals(3, widths.size(), "three bars for four categories");
    assertEquals(widths.get(0), widths.get(2) * 2, 0.02, "80 is twice 40");
    assertEquals(1, widths.get(1), "zero");
    assertTrue(text(BarChart.svg(figure, 700, 300)).contains("no data"));
  }

  private static List<Double> barWidths(Figure figure) throws Exception {
    NodeList groups = read(BarChart.svg(figure, 700, 300)).getElementsByTagName("g");
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < groups.getLength(); i++) {
      Element bar = (Element) ((Element) groups.item(i)).getElementsByTagName("rect").item(0);
      widths.add(Double.parseDouble(bar.getAttribute("width")));
    }
    return widths;
  }

  @Test
  void barsOfArabicGrowFromRightToLeft() throws Exception {
    Series values = series("", 100.0, 50.0, 50.0, 50.0);
    Element english = firstBar(figure(Language.EN, values));
    Element arabic = firstBar(figure(Language.AR, values));
    assertTrue(edge(english) + width(english) > 600, "reaches to the right");
    assertTrue(edge(arabic) < 100, "reaches to the left");
  }

  private static Element firstBar(Figure figure) throws Exception {
    Document drawing = read(BarChart.svg(figure, 700, 300));
    return (Element)
        ((Element) drawing.getElementsByTagName("g").item(0)).getElementsByTagName("rect").item(0);
  }

  private static double edge(Element bar) {
    return Double.parseDouble(bar.getAttribute("x"));
  }

  private static double width(Element bar) {
    return Double.parseDouble(bar.getAttribute("width"));
  }

  @ParameterizedTest
  @EnumSource
  void drawingNamesItselfAndIsNotStyled(Language language) throws Exception {
    Figure figure =
        figure(
            language,
            series("A < B & \"C\"", 80.0, Double.NaN, 0.0, 40.0),
            series("D", 1.0, 2.0, 3.0, 4.0));
    for (String svg : List.of(RadarChart.svg(figure, 600, 500), BarChart.svg(figure, 700, 400))) {
      Document drawing = read(svg);
      Element root = drawing.getDocumentElement();
      assertEquals("img", root.getAttribute("role"));
      assertEquals(language.tag(), root.getAttribute("lang"));
      Set<String> ids = new HashSet<>();
      NodeList all = drawing.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertFalse(element.hasAttribute("style"), element.getTagName());
        assertNotEquals("style", element.getTagName());
        assertNotEquals("script", element.getTagName());
        assertTrue(
            !element.hasAttribute("id") || ids.add(element.getAttribute("id")),
            element.getAttribute("id"));
      }
      for (String id : root.getAttribute("aria-labelledby").split(" ")) {
        assertTrue(ids.contains(id), id);
      }
      assertEquals("Arcadia", drawing.getElementsByTagName("title").item(0).getTextContent());
      String description = drawing.getElementsByTagName("desc").item(0).getTextContent();
      assertTrue(description.contains("A < B & \"C\""), description);
      assertFalse(description.contains("[report."), description);
    }
  }

  @Test
  void sameFigureGivesTheSameDrawingAndAnotherGivesOtherIds() {
    Figure one = figure(Language.EN, series("2026", 80.0, 40.0, 20.0, 60.0));
    Figure same = figure(Language.EN, series("2026", 80.0, 40.0, 20.0, 60.0));
    Figure other = figure(Language.EN, series("2026", 80.0, 40.0, 20.0, 61.0));
    assertEquals(RadarChart.svg(one, 600, 500), RadarChart.svg(same, 600, 500));
    assertNotEquals(one.mark(), other.mark());
  }

  @Test
  void seriesDifferByDashMarkerAndHatch() {
    Set<Object> looks = new HashSet<>();
    for (Pen pen : Pen.values()) {
      assertTrue(looks.add(pen.colour()) && looks.add(List.of(pen.marker())));
      assertTrue(looks.add(java.util.Arrays.toString(pen.dash())) && looks.add(pen.hatch()));
      assertTrue(contrastWithWhite(pen.colour()) >= 3, pen + " stands out from white");
    }
  }

  /** As WCAG 2.2 defines contrast ratio. */
  private static double contrastWithWhite(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void textsStayInsideTheDrawing() throws Exception {
    String longName = "The United Federation of Islands and Keys of the Outer Archipelago";
    Figure figure =
        Figure.ofScores(
            longName + longName,
            List.of(longName, "B", longName, longName),
            "",
            List.of(series(longName, 1.0, 2.0, 3.0, 4.0), series("D", 1.0, 2.0, 3.0, 4.0)),
            Language.EN);
    for (String svg : List.of(RadarChart.svg(figure, 480, 420), BarChart.svg(figure, 480, 420))) {
      NodeList texts = read(svg).getElementsByTagName("text");
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        double wide = Svg.width(text.getTextContent(), 13);
        double x = Double.parseDouble(text.getAttribute("x"));
        double left =
            switch (text.getAttribute("text-anchor")) {
              case "middle" -> x - wide / 2;
              case "end" -> x - wide;
              default -> x;
            };
        assertTrue(left > -20 && left + wide < 500, text.getTextContent() + " at " + left);
      }
    }
  }

  @Test
  void valuesOutsideTheScaleWidenIt() {
    Figure figure = figure(Language.EN, series("", -20.0, 120.0, 0.0, Double.NaN));
    assertEquals(-20, figure.minimum());
    assertEquals(120, figure.maximum());
    assertEquals(0, figure.share(-20));
    assertEquals(1, figure.share(120));
  }

  @Test
  void figureRefusesWhatCannotBeDrawn() {
    assertThrows(IllegalArgumentException.class, () -> series("", Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> figure(Language.EN, series("too few", 1.0)));
    assertThrows(IllegalArgumentException.class, () -> figure(Language.EN));
  }

  @Test
  void allMissingIsDrawnAndSaid() throws Exception {
    double none = Double.NaN;
    Figure figure = figure(Language.EN, series("2026", none, none, none, none));
    assertEquals(0, barWidths(figure).size());
    assertEquals("", outline(figure));
    assertTrue(text(RadarChart.svg(figure, 600, 500)).contains("2026: no data."));
  }

  private static Document read(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String svg) throws Exception {
    return read(svg).getDocumentElement().getTextContent();
  }
}
