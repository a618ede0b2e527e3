package org.infostate.planning;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.infostate.assessment.Score;

/**
 * A need that an assessment found: an indicator of a country that is below its target or not known.
 *
 * @param requirement element right below the whole that it belongs to
 * @param score as in the assessment
 * @param top of its scale
 * @param target on its scale
 * @param missing points of 100 of the whole, as in {@link Need}
 * @param unknown likewise
 * @param help assistance of the catalogue that closes some of it
 */
public record Finding(
    String requirement,
    Score score,
    double top,
    double target,
    double missing,
    double unknown,
    List<Assistance> help) {

  public String indicator() {
    return score.element();
  }

  /** Who the help is for. */
  public Set<String> audiences() {
    Set<String> audiences = new TreeSet<>();
    help.forEach(one -> audiences.addAll(one.audiences()));
    return audiences;
  }
}
