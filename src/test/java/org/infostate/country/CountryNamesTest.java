package org.infostate.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.country.CountryNames.Kind;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may differ between a publisher's spelling and ours, and what may not:
 *
 * <ol>
 *   <li>case, accents, punctuation, spaces and marks of footnotes do not matter;
 *   <li>every letter, every word and their order do;
 *   <li>a spelling that differs by more stands in {@code aliases.csv};
 *   <li>a group of countries is told from what is unknown.
 * </ol>
 */
class CountryNamesTest {

  private final CountryNames names = CountryNames.published();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRA | France
          FRA |  FRANCE
          FRA | France (1)
          FRA | France1
          FRA | France *
          FRA | France ¹
          FRA | France [a]
          FRA | 2/ France
          CIV | Cote d'Ivoire
          CIV | Côte d’Ivoire
          CIV | CÔTE D'IVOIRE
          CUW | Curacao
          TTO | Trinidad & Tobago
          GNB | Guinea Bissau
          GIN | Guinea
          GNQ | Equatorial Guinea
          PNG | Papua New Guinea
          COG | Congo
          COG | Congo, Rep.
          COG | Congo (Rep. of the)
          COD | Congo, Dem. Rep.
          COD | Dem. Rep. of the Congo
          COD | Congo (Democratic Republic of the)
          PRK | Korea, Dem. People’s Rep.
          KOR | Korea (Rep. of)
          DMA | Dominica
          DOM | Dominican Rep.
          NER | Niger
          NGA | Nigeria
          BOL | Bolivia (Plurinational State of)
          FSM | Micronesia
          HKG | Hong Kong, China (SAR)ᵃ
          VAT | Vatican
          VAT | Holy See
          PSE | West Bank and Gaza
          BHS | Bahamas, The
          EGY | مصر
          CHN | 中国
          RUS | Российская Федерация
          ESP | España
          ESP | ESPANA
          TUR | Türkiye
          TUR | Turkey
          XKX | Kosovo
          ANT | Neth. Antilles
          """)
  void aSpellingIsFound(String iso3, String name) {
    assertEquals(iso3, names.name(name).iso3());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "New Guinea",
        "Fance",
        "Frances",
        "Korea",
        "Virgin Islands",
        "Republic",
        "Congo Dem",
        "Source: ITU",
        "Southern Africa",
        "fra",
        "1",
        "***"
      })
  void whatIsNotKnownIsNotGuessed(String name) {
    assertEquals(Kind.UNKNOWN, names.codeOrName(name).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "World",
        "Arab States",
        "Asia & Pacific",
        "CIS",
        "Least developed countries: UN classification",
        "Latin America & the Caribbean (IDA & IBRD countries)",
        "Channel Islands",
        "Not classified",
        "ZZK.WORLD",
        "WLD",
        "EUU"
      })
  void aGroupOfCountriesIsToldFromWhatIsUnknown(String text) {
    assertEquals(Kind.AGGREGATE, names.codeOrName(text).kind());
  }

  @Test
  void aCodeIsWrittenInCapitals() {
    assertEquals("FRA", names.code(" FRA ").iso3());
    assertEquals(Kind.UNKNOWN, names.code("fra").kind());
    assertEquals(Kind.UNKNOWN, names.code("France").kind());
  }

  @Test
  void aCodeAndANameOfDifferentCountriesContradict() {
    assertTrue(names.code("FRA").contradicts(names.name("Germany")));
    assertTrue(names.code("WLD").contradicts(names.name("Germany")));
    assertFalse(names.code("DEU").contradicts(names.name("Germany")));
    assertFalse(names.code("DEU").contradicts(names.name("Prussia")));
    assertFalse(names.code("WLD").contradicts(names.name("High income")));
  }

  @Test
  void everyCountryIsFoundByItsOwnNames() {
    for (Country country : CountryTable.published()) {
      for (Language language : Language.values()) {
        assertEquals(country.iso3(), names.name(country.name(language)).iso3());
      }
      assertEquals(country.iso3(), names.code(country.iso3()).iso3());
    }
  }

  @Test
  void everyAliasIsNeededAndLeadsToACountry() {
    Set<String> codes =
        CountryTable.published().stream().map(Country::iso3).collect(Collectors.toSet());
    Set<String> own =
        CountryTable.published().stream()
            .flatMap(c -> List.of(Language.values()).stream().map(c::name))
            .map(CountryNames::normal)
            .collect(Collectors.toSet());
    List<String> useless =
        CountryTable.rows(
                "aliases.csv",
                row -> List.of(row.getField("name"), row.getField("iso3"), row.getField("source")))
            .stream()
            .filter(
                alias ->
                    own.contains(CountryNames.normal(alias.get(0)))
                        || !codes.contains(alias.get(1))
                        || alias.get(2).isBlank())
            .map(alias -> alias.get(0))
            .toList();
    assertEquals(List.of(), useless);
  }
}
