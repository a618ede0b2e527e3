package org.infostate.country;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.infostate.text.Language;

/**
 * Finds the country that a publisher means: by its ISO code, by its name in any of the six
 * languages, or by a spelling from {@code aliases.csv}. Case, accents, punctuation and marks of
 * footnotes do not matter; every letter and word does. A name that is not known is unknown:
 * "Guinea" is never found in "New Guinea". Regions and groups of countries are told from what is
 * unknown by {@code aggregates.csv}.
 *
 * <p>Immutable.
 */
public final class CountryNames {

  /** What a code or name stands for. */
  public enum Kind {
    COUNTRY,
    AGGREGATE,
    UNKNOWN
  }

  /**
   * What a code or name was found to stand for.
   *
   * @param iso3 null unless it is a country
   */
  public record Match(Kind kind, String iso3) {

    private static final Match AGGREGATE = new Match(Kind.AGGREGATE, null);
    private static final Match UNKNOWN = new Match(Kind.UNKNOWN, null);

    private static Match country(String iso3) {
      return new Match(Kind.COUNTRY, iso3);
    }

    public boolean country() {
      return kind == Kind.COUNTRY;
    }

    /** Whether both are known and are not the same. */
    public boolean contradicts(Match other) {
      return kind != Kind.UNKNOWN && other.kind != Kind.UNKNOWN && !equals(other);
    }
  }

  /** Small raised figures and letters that refer to a footnote. */
  private static final Pattern RAISED =
      Pattern.compile(
          "[\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u02b0-\\u02b8\\u1d2c-\\u1d6a\\u2070-\\u209f]");

  /** A footnote in brackets, or before a slash: (1), [a], 2/. */
  private static final Pattern NOTE =
      Pattern.compile("\\((\\d{1,2}|[a-z])\\)|\\[(\\d{1,2}|[a-z])]|\\b(\\d{1,2}|[a-z])/");

  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHE = Pattern.compile("['`\\u00b4\\u2018\\u2019\\u02bc]");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern FINAL_DIGITS = Pattern.compile("\\s*\\d+$");

  private final Map<String, Match> codes = new HashMap<>();
  private final Map<String, Match> names = new HashMap<>();

  private CountryNames(List<Country> countries) {
    countries.forEach(this::addCountry);
    CountryTable.rows("aliases.csv", row -> List.of(row.getField("name"), row.getField("iso3")))
        .forEach(alias -> add(names, normal(alias.get(0)), Match.country(alias.get(1))));
    CountryTable.rows("aggregates.csv", row -> List.of(row.getField("code"), row.getField("name")))
        .forEach(this::addAggregate);
  }

  /** The names of the countries and areas of the world; none of the invented. */
  public static CountryNames published() {
    return Published.NAMES;
  }

  private static final class Published {
    private static final CountryNames NAMES = new CountryNames(CountryTable.published());
  }

  private void addCountry(Country country) {
    Match match = Match.country(country.iso3());
    add(codes, country.iso3(), match);
    for (Language language : Language.values()) {
      add(names, normal(country.name(language)), match);
    }
  }

  private void addAggregate(List<String> codeAndName) {
    if (!codeAndName.get(0).isEmpty()) {
      add(codes, codeAndName.get(0), Match.AGGREGATE);
    }
    if (!codeAndName.get(1).isEmpty()) {
      add(names, normal(codeAndName.get(1)), Match.AGGREGATE);
    }
  }

  private static void add(Map<String, Match> map, String key, Match match) {
    Match before = map.putIfAbsent(key, match);
    if (before != null && !before.equals(match)) {
      throw new IllegalStateException(key + " stands for both " + before + " and " + match);
    }
  }

  /**
   * What the code stands for: ISO 3166-1 alpha-3 or a publisher's code for a group, in capitals.
   */
  public Match code(String code) {
    return codes.getOrDefault(code.strip(), Match.UNKNOWN);
  }

  /** What the name stands for. */
  public Match name(String name) {
    return names.getOrDefault(normal(name), Match.UNKNOWN);
  }

  /** What the text stands for, be it a code or a name. */
  public Match codeOrName(String text) {
    Match code = code(text);
    return code.kind() == Kind.UNKNOWN ? name(text) : code;
  }

  /** What two spellings have in common where they differ in nothing that matters. */
  static String normal(String name) {
    String plain = RAISED.matcher(name).replaceAll(" ");
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = ACCENT.matcher(plain).replaceAll("");
    plain = NOTE.matcher(plain).replaceAll(" ");
    plain = APOSTROPHE.matcher(plain).replaceAll("").replace("&", " and ");
    plain = SEPARATOR.matcher(plain).replaceAll(" ").strip();
    return FINAL_DIGITS.matcher(plain).replaceAll("");
  }
}
