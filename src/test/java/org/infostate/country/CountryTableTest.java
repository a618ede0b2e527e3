package org.infostate.country;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountryTableTest {

  private static final LocalDate MIDDLE_OF_2024 = LocalDate.of(2024, 7, 1);

  /** Codes from XAA to XZZ that ICAO, SWIFT and others have given a meaning. */
  private static final Set<String> TAKEN =
      Set.of(
          "XBA", "XCC", "XCE", "XCO", "XCT", "XDC", "XEC", "XES", "XEU", "XIM", "XKX", "XMP", "XMS",
          "XOM", "XPO", "XUN", "XXA", "XXB", "XXC", "XXK", "XXX");

  private final List<Country> published = CountryTable.published();
  private final List<Country> invented = CountryTable.invented();

  @Test
  void everyMemberOfTheUnitedNationsIsThere() {
    assertEquals(193, count(published, Country::member));
    assertEquals(
        Set.of("PSE", "VAT"),
        codes(published, country -> country.standing() == Country.Standing.OBSERVER));
    assertEquals(234, published.size());
  }

  @Test
  void codesAreThoseOfIsoButForThree() {
    Set<String> iso =
        Set.of(Locale.getISOCountries()).stream()
            .map(two -> new Locale.Builder().setRegion(two).build().getISO3Country())
            .collect(Collectors.toSet());
    assertEquals(Set.of("ANT", "ASC", "XKX"), codes(published, c -> !iso.contains(c.iso3())));
  }

  @Test
  void codesAreGivenOnceAndInOrder() {
    for (List<Country> table : List.of(published, invented)) {
      List<String> codes = table.stream().map(Country::iso3).toList();
      assertEquals(codes.stream().distinct().sorted().toList(), codes);
    }
    List<String> numbers =
        published.stream().map(Country::m49).filter(number -> number != null).toList();
    assertEquals(numbers.size(), new HashSet<>(numbers).size());
    assertTrue(numbers.stream().allMatch(number -> number.matches("\\d{3}")));
    assertEquals(Set.of("ASC", "XKX"), codes(published, country -> country.m49() == null));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCountryHasANameOfItsOwnInEveryLanguage(Language language) {
    List<Country> all = Stream.concat(published.stream(), invented.stream()).toList();
    Set<String> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Country country : all) {
      String name = country.name(language);
      if (name.isBlank()
          || !name.equals(name.strip())
          || name.contains("*")
          || name.matches(".*\\((the|el|la|los|las|le|les|l')\\).*")
          || !seen.add(name)) {
        wrong.add(country.iso3() + " " + name);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void namesAreWrittenInTheScriptOfTheirLanguage() {
    for (Country country : Stream.concat(published.stream(), invented.stream()).toList()) {
      assertAll(
          country.iso3(),
          () -> assertScript(country, Language.AR, Character.UnicodeScript.ARABIC),
          () -> assertScript(country, Language.ZH, Character.UnicodeScript.HAN),
          () -> assertScript(country, Language.RU, Character.UnicodeScript.CYRILLIC),
          () -> assertScript(country, Language.EN, Character.UnicodeScript.LATIN),
          () -> assertScript(country, Language.FR, Character.UnicodeScript.LATIN),
          () -> assertScript(country, Language.ES, Character.UnicodeScript.LATIN));
    }
  }

  private static void assertScript(
      Country country, Language language, Character.UnicodeScript script) {
    assertTrue(
        country
            .name(language)
            .codePoints()
            .filter(Character::isLetter)
            .allMatch(letter -> Character.UnicodeScript.of(letter) == script),
        () -> country.name(language));
  }

  @Test
  void everyRegionBelongsToOneLargerRegion() {
    for (Country country : Stream.concat(published.stream(), invented.stream()).toList()) {
      assertTrue(country.region().matches("002|009|019|142|150"), country.iso3());
      assertTrue(country.subRegion().matches("\\d{3}"), country.iso3());
    }
    assertEquals(
        1,
        count(published, c -> c.subRegion().equals("021") && c.member() && c.iso3().equals("CAN")));
    for (String part : codesOf(published, Country::subRegion)) {
      assertEquals(
          1,
          published.stream()
              .filter(country -> country.subRegion().equals(part))
              .map(Country::region)
              .distinct()
              .count(),
          part);
    }
  }

  @Test
  void groupsHaveAsManyMembersAsTheSourceSays() {
    assertEquals(45, count(published, country -> country.ldc(MIDDLE_OF_2024)));
    assertEquals(44, count(published, country -> country.ldc(LocalDate.of(2025, 1, 1))));
    assertEquals(32, count(published, country -> country.lldc(MIDDLE_OF_2024)));
    assertEquals(52, count(published, c -> c.sids(MIDDLE_OF_2024) && !c.iso3().equals("ANT")));
  }

  @Test
  void aGroupIsLeftOnTheDayOfGraduation() {
    Country maldives = find(published, "MDV");
    assertTrue(maldives.ldc(LocalDate.of(2010, 12, 31)));
    assertFalse(maldives.ldc(LocalDate.of(2011, 1, 1)));
    assertTrue(maldives.sids(LocalDate.of(2011, 1, 1)));
    assertFalse(maldives.lldc(LocalDate.of(2011, 1, 1)));
  }

  @Test
  void theNetherlandsAntillesEndWhereCuracaoBegins() {
    LocalDate day = LocalDate.of(2010, 10, 10);
    assertFalse(find(published, "ANT").exists(day));
    assertTrue(find(published, "ANT").exists(day.minusDays(1)));
    assertTrue(find(published, "CUW").exists(day));
    assertFalse(find(published, "CUW").exists(day.minusDays(1)));
    assertTrue(find(published, "FRA").exists(day));
  }

  @Test
  void twentyFourCountriesAreInvented() {
    assertEquals(24, invented.size());
    assertTrue(invented.stream().allMatch(Country::invented));
    assertTrue(published.stream().noneMatch(Country::invented));
    assertTrue(invented.stream().allMatch(country -> country.iso3().matches("X[A-Z]{2}")));
    assertEquals(Set.of(), codes(invented, country -> TAKEN.contains(country.iso3())));
    assertEquals("Arcadia", find(invented, "XAA").name(Language.EN));
    assertEquals("Руритания", find(invented, "XRU").name(Language.RU));
    assertNull(find(invented, "XAA").m49());
  }

  @Test
  void inventedCountriesAreOfEveryKind() {
    assertEquals(Set.of("002", "009", "019", "142", "150"), codesOf(invented, Country::region));
    Predicate<Country> ldc = country -> country.ldc(MIDDLE_OF_2024);
    Predicate<Country> lldc = country -> country.lldc(MIDDLE_OF_2024);
    Predicate<Country> sids = country -> country.sids(MIDDLE_OF_2024);
    assertEquals(6, count(invented, ldc));
    assertEquals(2, count(invented, ldc.and(lldc)));
    assertEquals(1, count(invented, ldc.and(sids)));
    assertTrue(count(invented, ldc.or(lldc).or(sids).negate()) >= 8);
    assertEquals(
        Set.of("XWN"),
        codes(invented, c -> c.ldc(LocalDate.of(2020, 1, 1)) && !c.ldc(MIDDLE_OF_2024)));
  }

  @Test
  void noInventedNameIsThatOfACountry() {
    for (Country country : invented) {
      for (Language language : Language.values()) {
        assertEquals(
            CountryNames.Kind.UNKNOWN,
            CountryNames.published().codeOrName(country.name(language)).kind());
      }
      assertEquals(CountryNames.Kind.UNKNOWN, CountryNames.published().code(country.iso3()).kind());
    }
  }

  private static Country find(List<Country> table, String iso3) {
    return table.stream().filter(country -> country.iso3().equals(iso3)).findFirst().orElseThrow();
  }

  private static long count(List<Country> table, Predicate<Country> which) {
    return table.stream().filter(which).count();
  }

  private static Set<String> codes(List<Country> table, Predicate<Country> which) {
    return table.stream().filter(which).map(Country::iso3).collect(Collectors.toSet());
  }

  private static Set<String> codesOf(List<Country> table, Function<Country, String> part) {
    return table.stream().map(part).collect(Collectors.toSet());
  }
}
