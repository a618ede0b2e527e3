package org.infostate.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryListTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final List<Country> ALL =
      Stream.concat(CountryTable.published().stream(), CountryTable.invented().stream()).toList();

  private static List<String> found(String search, String region, String group, String sort) {
    return new CountryList(search, region, group, sort)
        .of(ALL, Language.EN, DAY).stream().map(Country::iso3).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ruritania", "RURITAN", " Ruritania ", "xru", "XRU"})
  void countriesAreFoundByPartsOfTheirNameAndByCode(String search) {
    assertEquals(List.of("XRU"), found(search, null, null, null));
  }

  @Test
  void accentsDoNotMatterAndNamesInAnyLanguageCount() {
    assertTrue(found("cote d", null, null, null).contains("CIV"));
    assertEquals(List.of("DEU"), found("allemagne", null, null, null));
    assertEquals(List.of("EGY"), found("مصر", null, null, null));
    assertEquals(List.of("JPN"), found("Япония", null, null, null));
  }

  @Test
  void regionsAndGroupsNarrowTheList() {
    List<String> ldc = found("", "002", "ldc", null);
    assertTrue(ldc.contains("AGO"), "Angola was among the least developed countries in 2026");
    assertEquals(List.of(), ldc.stream().filter(iso3 -> iso3.equals("AFG")).toList());
    assertEquals(CountryTable.invented().size(), found("", "", "invented", "").size());
  }

  @Test
  void orderIsByNameUnlessItIsAskedFor() {
    List<String> byName = found("", "", "", null);
    assertTrue(byName.indexOf("DZA") < byName.indexOf("BHS"), "Algeria before Bahamas");
    List<String> byCode = found("", "", "", "code");
    assertEquals(byCode.stream().sorted().toList(), byCode);
    List<String> regions =
        new CountryList("", "", "", "region")
            .of(ALL, Language.EN, DAY).stream().map(Country::region).toList();
    assertEquals(regions.stream().sorted().toList(), regions);
  }

  @Test
  void whatIsNoMoreIsNotListed() {
    List<Country> gone = ALL.stream().filter(country -> !country.exists(DAY)).toList();
    assertTrue(gone.stream().noneMatch(country -> found("", "", "", "").contains(country.iso3())));
  }

  @Test
  void unknownGroupsAndOrdersAreTakenAsNone() {
    CountryList list = new CountryList(null, null, "'; drop table", "size");
    assertEquals(new CountryList("", "", "", "name"), list);
  }
}
