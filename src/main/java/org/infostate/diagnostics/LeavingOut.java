package org.infostate.diagnostics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.scoring.Element;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.infostate.scoring.Weighting;

/** The effect of leaving an element out of an index, with all that stands below it. */
public final class LeavingOut {

  private LeavingOut() {}

  /**
   * One element.
   *
   * @param comparison of the index with it (before) and without (after), by the top score
   */
  public record Effect(String element, Comparison comparison) {}

  /**
   * The effect of each element that can be left out: all but the top and what it would leave
   * without anything below.
   *
   * @throws IllegalArgumentException if the table lacks a column
   */
  public static List<Effect> of(Index index, Table table, Expressions expressions) {
    Result whole = Scoring.run(index, table, expressions);
    String top = index.root().code();
    List<Effect> effects = new ArrayList<>();
    for (Element element : index.elements()) {
      Optional<Index> rest = without(index, element.code());
      if (rest.isPresent()) {
        Result without = Scoring.run(rest.get(), table, expressions);
        effects.add(new Effect(element.code(), Comparison.of(whole, top, without, top)));
      }
    }
    return effects;
  }

  /**
   * The index without an element and what stands below it, and without the aggregates that would
   * have nothing left below them; empty if nothing would be left of it.
   */
  public static Optional<Index> without(Index index, String element) {
    Set<String> gone = new HashSet<>(Set.of(element));
    Set<String> aggregates = new HashSet<>();
    index.elements().forEach(e -> aggregates.add(e.parent()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Element one : index.elements()) {
        boolean below = gone.contains(one.parent());
        boolean empty =
            aggregates.contains(one.code())
                && index.elements().stream()
                    .filter(e -> one.code().equals(e.parent()))
                    .allMatch(e -> gone.contains(e.code()));
        changed |= (below || empty) && gone.add(one.code());
      }
    }
    if (gone.contains(index.root().code())) {
      return Optional.empty();
    }
    List<Element> rest = index.elements().stream().filter(e -> !gone.contains(e.code())).toList();
    List<Step> steps = index.steps().stream().map(step -> withoutPoints(step, gone)).toList();
    return Optional.of(
        new Index(index.code(), index.version(), index.names(), rest, index.denominators(), steps));
  }

  private static Step withoutPoints(Step step, Set<String> gone) {
    if (!(step instanceof Weighting weighting)) {
      return step;
    }
    Map<String, Map<String, Double>> points = new HashMap<>();
    weighting
        .points()
        .forEach(
            (expert, given) -> {
              Map<String, Double> left = new HashMap<>(given);
              left.keySet().removeAll(gone);
              points.put(expert, left);
            });
    return new Weighting(weighting.method(), weighting.levels(), points);
  }
}
