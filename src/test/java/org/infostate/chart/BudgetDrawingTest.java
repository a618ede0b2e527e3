package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.infostate.chart.Figure.Series;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Budget and cost by year: the parts of the cost stand one after another, as long as they cost. */
class BudgetDrawingTest {

  private static final Pattern PART =
      Pattern.compile(
          "<title>([^<]*)</title>\n<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"");

  private static String svg(Language language) {
    Figure figure =
        new Figure(
            "Plan",
            List.of("Year 1", "Year 2"),
            "Amounts in USD",
            0,
            400,
            List.of(
                new Series("Budget", List.of(400.0, 200.0)),
                new Series("Advice", List.of(100.0, 0.0)),
                new Series("Courses", List.of(200.0, 50.0))),
            language);
    return new BudgetDrawing(figure, 900).svg();
  }

  private static List<MatchResult> parts(String svg) {
    return PART.matcher(svg).results().toList();
  }

  @Test
  void partsFollowOneAnother() {
    List<MatchResult> parts = parts(svg(Language.EN));
    assertEquals(
        List.of("Advice, Year 1: 100", "Courses, Year 1: 200", "Courses, Year 2: 50"),
        parts.stream().map(part -> part.group(1)).toList());
    double advice = Double.parseDouble(parts.get(0).group(3));
    assertEquals(2 * advice, Double.parseDouble(parts.get(1).group(3)), 0.1);
    assertEquals(
        Double.parseDouble(parts.get(0).group(2)) + advice,
        Double.parseDouble(parts.get(1).group(2)),
        0.1);
  }

  @Test
  void theBudgetIsAnOutlineAndTheCostIsNamed() {
    String svg = svg(Language.EN);
    assertTrue(
        svg.contains("fill=\"#ffffff\" stroke=\"#1b2430\"><title>Budget, Year 1: 400<"), svg);
    assertTrue(svg.contains(">300</text>"), "what the first year costs");
    assertTrue(svg.contains(">50</text>"), "what the second year costs");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void barsGrowInTheDirectionOfTheLanguage(Language language) {
    List<MatchResult> parts = parts(svg(language));
    double first = Double.parseDouble(parts.get(0).group(2));
    double second = Double.parseDouble(parts.get(1).group(2));
    assertEquals(language.rightToLeft(), first > second);
    assertTrue(svg(language).contains("lang=\"" + language.tag() + "\""));
  }
}
