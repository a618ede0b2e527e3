package org.infostate.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A version of the catalogue of assistance.
 *
 * @param currency code of ISO 4217
 * @param index code of the index whose elements the effects name
 * @param answers in which answers countries speak of assistance; null where it does not say
 */
public record Catalogue(
    String code,
    int version,
    String currency,
    String index,
    Answers answers,
    List<Assistance> assistance) {

  /**
   * The questions in which a country says what it needs, receives and gives.
   *
   * @param asked questions about what it needs, the most urgent first
   * @param received what it has received
   * @param given what it has given
   * @param audiences questions about who needs training
   * @param serves by choice of these questions, the element right below the whole that such
   *     assistance serves; choices that it lacks serve none
   * @param networks element of which nothing is in place where a country is linked to no 24/7
   *     network; null where there is none
   */
  public record Answers(
      List<String> asked,
      Told received,
      Told given,
      List<String> audiences,
      Map<String, String> serves,
      String networks) {}

  /**
   * Three questions about the same: whether there was any, of which kinds, and with whom.
   *
   * @param whether question that is answered with {@code no} where there was none
   * @param partners null where it is not asked
   */
  public record Told(String whether, String kinds, String partners) {}

  public Optional<Assistance> find(String wanted) {
    return assistance.stream().filter(one -> one.code().equals(wanted)).findFirst();
  }

  List<String> codes() {
    return assistance.stream().map(Assistance::code).toList();
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

  /** Every element right below the whole that assistance serves. */
  public Set<String> requirements() {
    Set<String> requirements = new TreeSet<>();
    assistance.forEach(one -> requirements.add(one.requirement()));
    if (answers != null) {
      requirements.addAll(answers.serves().values());
    }
    return requirements;
  }
}
