package org.infostate.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.infostate.Suite;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of countries, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredCountriesIT {

  @Inject private Countries countries;

  @Test
  public void everyPublishedCountryIsThereFromTheStartWithTheDatesOfItsGroups() {
    for (Country published : CountryTable.published()) {
      Country found = countries.find(published.iso3()).orElseThrow();
      for (int year = 1965; year <= 2030; year++) {
        LocalDate day = LocalDate.of(year, 7, 1);
        assertEquals(
            List.of(published.ldc(day), published.sids(day), published.exists(day)),
            List.of(found.ldc(day), found.sids(day), found.exists(day)),
            () -> published.iso3() + " on " + day);
      }
    }
  }

  @Test
  public void aCountryComesBackAsItWasKeptHoweverOften() {
    countries.keep(CountryTable.invented());
    int all = countries.all().size();
    countries.keep(CountryTable.invented());

    assertEquals(all, countries.all().size());
    for (Country kept : CountryTable.invented()) {
      Country found = countries.find(kept.iso3()).orElseThrow();
      for (Language language : Language.values()) {
        assertEquals(kept.name(language), found.name(language));
      }
      assertEquals(kept.region(), found.region());
      assertTrue(found.invented());
    }
    assertTrue(countries.find(null).isEmpty());
  }
}
