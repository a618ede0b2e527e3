package org.infostate.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * Targets that somebody declared, say in a national strategy, as shares of the scale.
 *
 * @param shares by country, the empty name for all countries, then by element; 0 to 1
 */
public record DeclaredTargets(Map<String, Map<String, Double>> shares) {

  static final DeclaredTargets NONE = new DeclaredTargets(Map.of());

  /** One line of a table of them. */
  record Line(String iso3, String element, double share) {}

  static DeclaredTargets of(List<Line> lines) {
    Map<String, Map<String, Double>> shares = new HashMap<>();
    lines.forEach(
        line ->
            shares
                .computeIfAbsent(line.iso3(), iso3 -> new HashMap<>())
                .put(line.element(), line.share()));
    return new DeclaredTargets(shares);
  }

  /**
   * The target of an indicator: that of the indicator or else of the nearest element above it, of
   * the country before that of all countries; the top where there is none.
   */
  double of(Index index, String iso3, String indicator, double top) {
    for (String whose : List.of(iso3, "")) {
      Map<String, Double> own = shares.getOrDefault(whose, Map.of());
      for (String at = indicator; at != null; at = parent(index, at)) {
        if (own.containsKey(at)) {
          return own.get(at) * top;
        }
      }
    }
    return top;
  }

  private static String parent(Index index, String element) {
    return index.element(element).map(Element::parent).flatMap(Optional::ofNullable).orElse(null);
  }
}
