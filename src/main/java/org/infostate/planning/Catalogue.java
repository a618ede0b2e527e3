package org.infostate.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A version of the catalogue of assistance.
 *
 * @param currency code of ISO 4217
 * @param index code of the index whose elements the effects name
 */
public record Catalogue(
    String code, int version, String currency, String index, List<Assistance> assistance) {

  public Optional<Assistance> find(String wanted) {
    return assistance.stream().filter(one -> one.code().equals(wanted)).findFirst();
  }

  /** Every element that an effect or a need names. */
  public Set<String> elements() {
    Set<String> elements = new TreeSet<>();
    for (Assistance one : assistance) {
      elements.addAll(one.effects().keySet());
      one.needs().forEach(need -> elements.add(need.element()));
    }
    return elements;
  }
}
