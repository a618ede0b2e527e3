package org.infostate.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calendar file of a deadline keeps RFC 5545. */
class DeadlineCalendarTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-04-30T23:59:59Z");

  private static Round round(String title) {
    Round round = new Round("2026", title, DEADLINE);
    round.ask(List.of(), List.of("XAA", "XRU"));
    return round;
  }

  private static String file(Round round, Language language) {
    return DeadlineCalendar.of(round, "XAA", language, "https://infostate.example", NOW);
  }

  /** Lines as a reader sees them, folded ones put together again. */
  private static List<String> lines(String file) {
    return Arrays.asList(file.replace("\r\n ", "").split("\r\n"));
  }

  @Test
  void theEventEndsAtTheDeadlineInUtc() {
    List<String> lines = lines(file(round("Survey"), Language.EN));

    assertEquals("BEGIN:VCALENDAR", lines.get(0));
    assertEquals("END:VCALENDAR", lines.get(lines.size() - 1));
    assertTrue(lines.contains("DTEND:20260430T235959Z"), lines::toString);
    assertTrue(lines.contains("DTSTAMP:20260301T090000Z"), lines::toString);
    assertTrue(lines.contains("UID:2026-XAA@infostate.example"), lines::toString);
    assertTrue(
        lines.contains("URL:https://infostate.example/rounds/2026/responses/XAA"), lines::toString);
  }

  @Test
  void anExtensionMovesTheSameEvent() {
    Round round = round("Survey");
    round.country("XAA").orElseThrow().extend(DEADLINE.plus(Duration.ofDays(2)), "Storm.");
    List<String> lines = lines(file(round, Language.EN));

    assertTrue(lines.contains("UID:2026-XAA@infostate.example"), lines::toString);
    assertTrue(lines.contains("DTEND:20260502T235959Z"), lines::toString);
    assertTrue(lines.contains("SEQUENCE:2880"), lines::toString);
    assertTrue(lines(file(round("Survey"), Language.EN)).contains("SEQUENCE:0"));
  }

  @Test
  void whatHasAMeaningInTheFileIsEscaped() {
    List<String> lines = lines(file(round("Law; units, and \\more"), Language.EN));

    assertTrue(
        lines.contains("SUMMARY;LANGUAGE=en:Deadline: Law\\; units\\, and \\\\more"),
        lines::toString);
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsLongerThan75OctetsAndNoCharacterIsCut(Language language) {
    String title = "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u4e2d\u6587 ".repeat(12);
    String file = file(round(title), language);

    for (String line : file.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      assertEquals(-1, line.indexOf('\n'), line);
    }
    assertTrue(String.join("", lines(file)).contains(title.strip()), file);
    assertTrue(file.contains(";LANGUAGE=" + language.tag() + ":"), file);
  }
}
