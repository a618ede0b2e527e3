package org.infostate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many lines a text takes, and which rows get a height for it. */
class RowHeightsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 10, 1",
    "'ten letter', 10, 1",
    "'eleven lett', 10, 2",
    "'one two three', 7, 2",
    "'one two three', 6, 3",
    "'leg_illegal_access', 10, 2",
    "'as leg_illegal_access', 10, 3",
    "'网络犯罪能力', 12, 1",
    "'网络犯罪能力', 6, 2",
    "'能力 网络犯罪', 10, 2",
    "'الوصول غير القانوني', 12, 2"
  })
  void wordsAreWrappedAndLongOnesBroken(String text, double room, int lines) {
    assertEquals(lines, RowHeights.lines(text, room));
  }

  @Test
  void everyParagraphBeginsALine() {
    assertEquals(3, RowHeights.lines("a\n\nb", 10));
  }

  /** The template of the round has its texts wrapped; the column of countries is 18 wide. */
  @Test
  void aHeightThatSomebodyChoseStaysAndOneThatAProgramFoundGoes() {
    TemplateFile file = TemplateFile.read(ReportTemplate.shippedFile("round"));
    TemplateLayout.Area area = TemplateLayout.of(file).areas().get(1);
    RowHeights heights = new RowHeights(file, area.sheet().part());
    String style = null;
    XmlCopy reading = new XmlCopy(file.part(area.sheet().part()), null);
    while (reading.next() && style == null) {
      style =
          reading.starts("c") && "A5".equals(reading.attribute("r"))
              ? reading.attribute("s")
              : null;
    }
    Map<Integer, String> styles = Map.of(1, style);
    Map<Integer, String> word = Map.of(1, "Arcadia");
    Map<Integer, String> long1 = Map.of(1, "The Republic of the Compass Islands");
    assertEquals(Map.of(), heights.of(Map.of("ht", "12.8"), word, styles));
    assertEquals(Map.of("ht", "30.0"), heights.of(Map.of("customHeight", "false"), long1, styles));
    Map<String, String> chosen = Map.of("ht", "50", "customHeight", "1");
    assertEquals(chosen, heights.of(chosen, long1, styles));
  }
}
