package org.infostate.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * The score of one country taken apart.
 *
 * @param parts every element, each right below its parent, in the order of the index
 */
public record Explanation(List<Part> parts) {

  /**
   * One element.
   *
   * @param depth 0 for the whole, 1 for its pillars, and so on
   * @param indicator whether nothing stands below it
   */
  public record Part(Score score, int depth, boolean indicator) {}

  /**
   * @param scores of one country and year, all elements
   */
  public static Explanation of(Index index, List<Score> scores) {
    Map<String, Score> byElement = new HashMap<>();
    scores.forEach(score -> byElement.put(score.element(), score));
    Map<String, List<Element>> below = new HashMap<>();
    for (Element element : index.elements()) {
      below.computeIfAbsent(element.parent(), parent -> new ArrayList<>()).add(element);
    }
    List<Part> parts = new ArrayList<>();
    climbDown(index.root(), 0, below, byElement, parts);
    return new Explanation(parts);
  }

  private static void climbDown(
      Element element,
      int depth,
      Map<String, List<Element>> below,
      Map<String, Score> byElement,
      List<Part> parts) {
    List<Element> children = below.getOrDefault(element.code(), List.of());
    Score score = byElement.get(element.code());
    if (score != null) {
      parts.add(new Part(score, depth, children.isEmpty()));
    }
    children.forEach(child -> climbDown(child, depth + 1, below, byElement, parts));
  }

  /** The whole. */
  public Score total() {
    return parts.get(0).score();
  }

  /** Its pillars. */
  public List<Score> pillars() {
    return parts.stream().filter(part -> part.depth() == 1).map(Part::score).toList();
  }

  /** Indicators that ought to have a value and have none. */
  public List<Score> missing() {
    return parts.stream()
        .filter(Part::indicator)
        .map(Part::score)
        .filter(score -> score.score() == null && score.state().applicable())
        .toList();
  }

  /** The known indicators that would raise the whole most if they were as good as the best. */
  public List<Score> chances(int most) {
    return parts.stream()
        .filter(Part::indicator)
        .map(Part::score)
        .filter(score -> score.score() != null && score.gain() != null && score.gain() > 0)
        .sorted(Comparator.comparing(Score::gain).reversed())
        .limit(most)
        .toList();
  }

  /**
   * The sum of the points of the indicators. It is the whole score, up to the last digits, wherever
   * the index aggregates by means; null where the whole could not be computed.
   */
  public Double sum() {
    if (total().score() == null) {
      return null;
    }
    return parts.stream()
        .filter(Part::indicator)
        .map(Part::score)
        .filter(score -> score.points() != null)
        .mapToDouble(Score::points)
        .sum();
  }
}
