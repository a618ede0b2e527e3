package org.infostate.opendata;

import java.text.Collator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.infostate.country.Country;
import org.infostate.text.Language;

/**
 * Countries as a reader looks for them.
 *
 * @param search part of a name in any language, or a code; case and accents do not matter. Empty
 *     for all
 * @param region M49 code of a region; empty for all
 * @param group one of {@link #GROUPS}; empty for all
 * @param sort {@code name}, {@code code} or {@code region}
 */
public record CountryList(String search, String region, String group, String sort) {

  /** Groups of countries by their code, in the order in which they are offered. */
  public static final List<String> GROUPS = List.of("ldc", "lldc", "sids", "invented");

  /** What a list can be sorted by. */
  public static final List<String> SORTS = List.of("name", "code", "region");

  private static final Map<String, BiPredicate<Country, LocalDate>> MEMBERS =
      Map.of(
          "ldc", Country::ldc,
          "lldc", Country::lldc,
          "sids", Country::sids,
          "invented", (country, day) -> country.invented());

  public CountryList {
    search = search == null ? "" : search.strip();
    region = region == null ? "" : region;
    group = group == null || !GROUPS.contains(group) ? "" : group;
    sort = sort == null || !SORTS.contains(sort) ? SORTS.get(0) : sort;
  }

  /**
   * Those that are looked for, in the order that is wanted.
   *
   * @param day on which groups are meant; what did not exist then is left out
   */
  List<Country> of(List<Country> all, Language language, LocalDate day) {
    String wanted = plain(search);
    return all.stream()
        .filter(country -> country.exists(day))
        .filter(country -> region.isEmpty() || region.equals(country.region()))
        .filter(country -> group.isEmpty() || MEMBERS.get(group).test(country, day))
        .filter(country -> wanted.isEmpty() || found(country, wanted))
        .sorted(order(language))
        .toList();
  }

  private static boolean found(Country country, String wanted) {
    return country.iso3().toLowerCase(Locale.ROOT).equals(wanted)
        || Arrays.stream(Language.values())
            .anyMatch(language -> plain(country.name(language)).contains(wanted));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private Comparator<Country> order(Language language) {
    Comparator<Country> byName =
        Comparator.comparing(
            country -> country.name(language), Collator.getInstance(language.locale()));
    return switch (sort) {
      case "code" -> Comparator.comparing(Country::iso3);
      case "region" -> Comparator.comparing(Country::region).thenComparing(byName);
      default -> byName;
    };
  }
}
