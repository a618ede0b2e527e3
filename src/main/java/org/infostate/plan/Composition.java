package org.infostate.plan;

import java.util.Map;
import org.infostate.portfolio.Difference;
import org.infostate.portfolio.Portfolio;
import org.infostate.portfolio.Robustness;

/**
 * What the composition of a plan came to.
 *
 * @param more what would be chosen with the additional amount; never gains less
 * @param needs by country, in points
 * @param robustness null where no draws were asked for
 */
record Composition(
    Portfolio portfolio, Portfolio more, Map<String, Double> needs, Robustness robustness) {

  double wholeNeed() {
    return needs.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  Difference difference() {
    return Difference.between(portfolio, more);
  }
}
