package org.infostate.round;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The deadline of a country in a round as an iCalendar file (RFC 5545): one event of an hour that
 * ends at the deadline, with an alarm a week before. After an extension the same event, by its UID,
 * moves in the calendars that have it.
 */
public final class DeadlineCalendar {

  /** Of a content line without its line break (RFC 5545, 3.1). */
  private static final int LINE_OCTETS = 75;

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private DeadlineCalendar() {}

  /**
   * The file.
   *
   * @param baseUrl where this installation answers, without a slash at the end
   */
  public static String of(
      Round round, String iso3, Language language, String baseUrl, Instant now) {
    Texts texts = Texts.in(language);
    Instant deadline = round.deadline(iso3);
    String address = baseUrl + "/rounds/" + round.code() + "/responses/" + iso3;
    String tag = ";LANGUAGE=" + language.tag() + ":";
    String summary = text(texts.text("reminder.calendar.summary", round.title()));
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Infostate//Rounds//" + language.tag().toUpperCase(Locale.ROOT));
    line(file, "METHOD:PUBLISH");
    line(file, "BEGIN:VEVENT");
    line(file, "UID:" + round.code() + "-" + iso3 + "@" + host(baseUrl));
    line(file, "DTSTAMP:" + UTC.format(now));
    line(file, "SEQUENCE:" + sequence(round.deadline(), deadline));
    line(file, "DTSTART:" + UTC.format(deadline.minus(Duration.ofHours(1))));
    line(file, "DTEND:" + UTC.format(deadline));
    line(file, "SUMMARY" + tag + summary);
    line(
        file,
        "DESCRIPTION"
            + tag
            + text(texts.text("reminder.calendar.description", round.title(), deadline, address)));
    line(file, "URL:" + address);
    line(file, "TRANSP:TRANSPARENT");
    line(file, "BEGIN:VALARM");
    line(file, "ACTION:DISPLAY");
    line(file, "TRIGGER;RELATED=END:-P7D");
    line(file, "DESCRIPTION" + tag + summary);
    line(file, "END:VALARM");
    line(file, "END:VEVENT");
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  private static String host(String baseUrl) {
    return baseUrl.replaceFirst("^[a-z]+://", "").replaceAll("[:/].*$", "");
  }

  /** Grows with each longer extension; 0 without one. */
  private static long sequence(Instant deadline, Instant extended) {
    return Math.max(0, Duration.between(deadline, extended).toMinutes());
  }

  /** A value of type TEXT (RFC 5545, 3.3.11). */
  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** One content line, folded at 75 octets and never within a character. */
  private static void line(StringBuilder file, String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      String character = new String(Character.toChars(line.codePointAt(i)));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(character);
      octets += size;
      i += character.length();
    }
    file.append("\r\n");
  }
}
