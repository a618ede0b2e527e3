package org.infostate.planning;

import java.util.List;
import java.util.Map;
import org.infostate.text.Language;

/**
 * A kind of assistance that a country can be given.
 *
 * @param requirement element right below the whole of the index that it serves
 * @param names in every language
 * @param audiences codes; never empty
 * @param languages in which it can be had; empty for any
 * @param providers who can give it; empty where the catalogue names nobody
 * @param months that it takes
 * @param cost for one country alone, in whole units of the currency
 * @param shared how it is given to several countries together; null where it is not
 * @param effects by element, the share of what is missing that it closes, above 0 to 1
 */
public record Assistance(
    String code,
    Kind kind,
    String requirement,
    Map<Language, String> names,
    List<String> audiences,
    List<Language> languages,
    List<String> providers,
    int months,
    long cost,
    Shared shared,
    Map<String, Double> effects,
    List<Need> needs) {

  /**
   * What it consists of; the kinds that Workshop 6 named (A/CONF.203, report of the workshop,
   * paragraphs 12 and 18), and mentoring.
   */
  public enum Kind {
    PERSONNEL,
    ADVICE,
    COURSE,
    EQUIPMENT,
    DRAFTING,
    BRIEFING,
    MENTORING,
    NETWORK
  }

  /**
   * Given to several countries of a sub-region together.
   *
   * @param least countries that it takes place with
   * @param most countries that it has room for
   * @param fixed what it costs once
   * @param cost what each country costs
   */
  public record Shared(int least, int most, long fixed, long cost) {}

  /**
   * What must be given before, or be in place.
   *
   * @param assistance code of what would bring it about
   * @param element that shows whether it is in place
   * @param inPlace share of the element that is enough, above 0 to 1
   */
  public record Need(String assistance, String element, double inPlace) {}

  public String name(Language language) {
    return names.get(language);
  }
}
