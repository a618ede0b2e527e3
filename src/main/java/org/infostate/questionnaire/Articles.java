package org.infostate.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.text.Language;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the treaty articles that questions refer to are about, in our own words, from the dated file
 * {@code questionnaires/reference/articles.yaml}. A reference names instruments and articles:
 * {@code ETS 185 art. 29 and 35; UNCC art. 49 to 52; Arab art. 40*}, with an asterisk where nobody
 * has checked the number yet.
 */
public final class Articles {

  private static final String FILE = "/questionnaires/reference/articles.yaml";
  private static final Pattern PART =
      Pattern.compile("([A-Za-z]+(?: \\d+)?)(?: ((?:art|s)\\.) (.+))?");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d+)(?:\\.\\d+)?(\\*?)(?: to (\\d+)(\\*?))?");
  private static final Articles SHIPPED = read();

  private final Map<?, ?> instruments;

  private Articles(Map<?, ?> instruments) {
    this.instruments = instruments;
  }

  /**
   * What one or more articles are about.
   *
   * @param places the articles as the reference names them, those about the same subject together
   * @param seen whether the subject and the number were checked; otherwise they are to be verified
   */
  public record Article(String places, String text, boolean seen) {}

  /** What a reference names, in its order; what the file does not describe, by its title. */
  public static List<Article> of(String reference, Language reader) {
    if (reference == null) {
      return List.of();
    }
    Map<String, Article> found = new LinkedHashMap<>();
    for (String part : reference.split(";")) {
      SHIPPED.part(part.strip(), reader).forEach(article -> merge(found, article));
    }
    return List.copyOf(found.values());
  }

  private static void merge(Map<String, Article> found, Article article) {
    found.merge(
        article.text(),
        article,
        (one, other) ->
            new Article(
                one.places() + "; " + other.places(), one.text(), one.seen() && other.seen()));
  }

  private List<Article> part(String part, Language reader) {
    Matcher named = PART.matcher(part);
    if (!named.matches() || !(instruments.get(named.group(1)) instanceof Map<?, ?> instrument)) {
      return List.of();
    }
    String title = text(instrument.get("title"), reader);
    if (named.group(3) == null) {
      return List.of(new Article(part, title, true));
    }
    List<Article> articles = new ArrayList<>();
    Matcher numbers = NUMBERS.matcher(named.group(3));
    while (numbers.find()) {
      int first = Integer.parseInt(numbers.group(1));
      int last = numbers.group(3) == null ? first : Integer.parseInt(numbers.group(3));
      boolean sure = numbers.group(2).isEmpty() && !"*".equals(numbers.group(4));
      for (int number = first; number <= last; number++) {
        String place = named.group(1) + " " + named.group(2) + " " + number;
        articles.add(article(instrument, place, number, title, sure, reader));
      }
    }
    return articles;
  }

  private Article article(
      Map<?, ?> instrument, String place, int number, String title, boolean sure, Language reader) {
    if (instrument.get("articles") instanceof Map<?, ?> all
        && all.get(Integer.toString(number)) instanceof Map<?, ?> one) {
      return new Article(
          place, text(same(one), reader), sure && Boolean.TRUE.equals(one.get("seen")));
    }
    return new Article(place, title, sure);
  }

  private Map<?, ?> same(Map<?, ?> article) {
    if (!(article.get("as") instanceof String other)) {
      return article;
    }
    String[] place = other.split("/");
    Map<?, ?> instrument = (Map<?, ?>) instruments.get(place[0]);
    return (Map<?, ?>) ((Map<?, ?>) instrument.get("articles")).get(place[1]);
  }

  private static String text(Object texts, Language reader) {
    Object text = ((Map<?, ?>) texts).get(reader.tag());
    return String.valueOf(text == null ? ((Map<?, ?>) texts).get(Language.EN.tag()) : text);
  }

  private static Articles read() {
    try (InputStream in = Articles.class.getResourceAsStream(FILE)) {
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new Articles((Map<?, ?>) file.get("instruments"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
