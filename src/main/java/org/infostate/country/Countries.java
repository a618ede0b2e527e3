package org.infostate.country;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infostate.text.Language;

/** The store of countries. */
@ApplicationScoped
public class Countries {

  @PersistenceContext private EntityManager entities;

  /**
   * @param iso3 null is no country
   */
  public Optional<Country> find(String iso3) {
    return iso3 == null
        ? Optional.empty()
        : Optional.ofNullable(entities.find(Country.class, iso3));
  }

  /** All of them, areas and invented countries included, by ISO code. */
  public List<Country> all() {
    return entities
        .createQuery("select c from Country c order by c.iso3", Country.class)
        .getResultList();
  }

  /** All of them in the order of their names in the language. */
  public List<Country> all(Language language) {
    Collator order = Collator.getInstance(language.locale());
    return all().stream()
        .sorted(Comparator.comparing(country -> country.name(language), order))
        .toList();
  }

  /** Adds what is not there yet and replaces what is, by ISO code; removes nothing. */
  @Transactional
  public void keep(List<Country> countries) {
    countries.forEach(entities::merge);
  }
}
