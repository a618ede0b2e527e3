package org.infostate.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The interface texts of one language, with its numbers and dates.
 *
 * <p>Texts live in {@code /text/<area>_<tag>.properties} (UTF-8); the area is what stands before
 * the first dot of a key. A text that a language lacks is shown in English; a key that nobody has
 * is shown as itself, in brackets, so that it is seen.
 */
public final class Texts {

  private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();
  private static final Map<Language, Texts> ALL = new ConcurrentHashMap<>();

  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private final Language language;

  private Texts(Language language) {
    this.language = language;
  }

  public static Texts in(Language language) {
    return ALL.computeIfAbsent(language, Texts::new);
  }

  public Language language() {
    return language;
  }

  /**
   * The text of the key with {@code {0}}, {@code {1}} filled in: numbers and dates in the way of
   * the language. Whole numbers are grouped; give a year as a string. In a language that is written
   * from right to left, what is filled in keeps its own direction.
   */
  public String text(String key, Object... arguments) {
    String pattern = pattern(key);
    if (pattern == null) {
      return "[" + key + "]";
    }
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = show(arguments[i]);
    }
    // Writers of texts need not double their apostrophes.
    return new MessageFormat(pattern.replace("'", "''"), language.locale()).format(shown);
  }

  /** Whether the key has a text in this language or in English. */
  public boolean has(String key) {
    return pattern(key) != null;
  }

  /** A number with at most so many decimals, in the digits and separators of the language. */
  public String number(Number number, int decimals) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  /** A number with just so many decimals; the empty string where it is missing (NaN). */
  public String fixed(double number, int decimals) {
    if (Double.isNaN(number)) {
      return "";
    }
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  public String date(LocalDate date) {
    return date == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(language.locale())
            .format(date);
  }

  /** Date, time and the zone that they are in. */
  public String time(Instant instant, ZoneId zone) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(instant.atZone(zone))
            + " "
            + (zone.getRules().isFixedOffset() ? "UTC" : zone.getId().replace('_', ' '));
  }

  private Object show(Object argument) {
    if (argument instanceof LocalDate date) {
      return date(date);
    }
    if (argument instanceof Instant instant) {
      return time(instant, ZoneId.of("UTC"));
    }
    if (argument instanceof BigDecimal decimal) {
      return number(decimal, 12);
    }
    String said = argument instanceof Phrase phrase ? phrase.in(language) : null;
    if (said == null && argument instanceof CharSequence text) {
      said = text.toString();
    }
    return said == null ? argument : language.rightToLeft() ? isolated(said) : said;
  }

  /**
   * What stands in a text that is written from right to left without mixing with it: {@code . >= 1}
   * would be shown as {@code 1 =< .} otherwise, and a number behind a Latin word would change
   * places with it. A text that begins with such a piece was itself put together from right to
   * left, and its first letter would not be looked for in the piece. Not an address of a page: mail
   * programs would take the mark for its end.
   */
  private static String isolated(String said) {
    return said.isEmpty() || said.contains("://") || said.codePoints().allMatch(Character::isDigit)
        ? said
        : (said.charAt(0) == FIRST_STRONG_ISOLATE ? RIGHT_TO_LEFT_ISOLATE : FIRST_STRONG_ISOLATE)
            + said
            + POP_DIRECTIONAL_ISOLATE;
  }

  private String pattern(String key) {
    String area = key.split("\\.", 2)[0];
    String own = bundle(area, language).getProperty(key);
    return own != null || language == Language.EN
        ? own
        : bundle(area, Language.EN).getProperty(key);
  }

  private static Properties bundle(String area, Language language) {
    return BUNDLES.computeIfAbsent(area + "_" + language.tag(), Texts::read);
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/text/" + name + ".properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
