package org.infostate.logic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which name needs which. For the order of evaluation give what decides whether a question is asked
 * and what its value is: relevance, calculation and choice filter, and the names of its section and
 * roster; not its constraint, which may well name a question that names it back.
 */
public final class Dependencies {

  private final Map<String, Set<String>> needs;

  private Dependencies(Map<String, Set<String>> needs) {
    this.needs = needs;
  }

  /** The graph of names and the expressions that belong to each. */
  public static Dependencies of(Map<String, ? extends Collection<Expression>> expressions) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    expressions.forEach(
        (name, all) -> {
          Set<String> references = new LinkedHashSet<>();
          all.forEach(expression -> references.addAll(expression.references()));
          needs.put(name, references);
        });
    return new Dependencies(needs);
  }

  /**
   * The same with more that names need: a question its section and roster, a roster its questions.
   */
  public Dependencies with(Map<String, ? extends Collection<String>> further) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    needs.forEach((name, references) -> all.put(name, new LinkedHashSet<>(references)));
    further.forEach(
        (name, more) -> all.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(more));
    return new Dependencies(all);
  }

  /** What a name needs directly; empty for an unknown one. */
  public Set<String> of(String name) {
    return Collections.unmodifiableSet(needs.getOrDefault(name, Set.of()));
  }

  /** What is needed and does not exist: each unknown name with those that need it. */
  public Map<String, List<String>> missing() {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    needs.forEach(
        (name, references) ->
            references.stream()
                .filter(reference -> !needs.containsKey(reference))
                .forEach(r -> missing.computeIfAbsent(r, x -> new ArrayList<>()).add(name)));
    return missing;
  }

  /** All that changes when the name changes, directly or not, in the order of evaluation. */
  public List<String> affected(String name) {
    Map<String, Set<String>> needed = new HashMap<>();
    needs.forEach(
        (by, references) ->
            references.forEach(r -> needed.computeIfAbsent(r, x -> new LinkedHashSet<>()).add(by)));
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(needed.getOrDefault(name, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needed.getOrDefault(next, Set.of()));
      }
    }
    return order().stream().filter(reached::contains).toList();
  }

  /**
   * All names so that each comes after what it needs; otherwise in the order in which they were
   * given. Names in a cycle come where they are met first.
   */
  public List<String> order() {
    return new Walk().order;
  }

  /**
   * Paths that lead back to their start, {@code [a, b, a]}: at least one through each knot of names
   * that need one another. Empty where all can be evaluated.
   */
  public List<List<String>> cycles() {
    return new Walk().cycles;
  }

  /** A walk in depth without recursion: chains may be as long as the form. */
  private final class Walk {

    private final List<String> order = new ArrayList<>();
    private final List<List<String>> cycles = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final Deque<Deque<String>> open = new ArrayDeque<>();

    Walk() {
      for (String start : needs.keySet()) {
        if (!done.contains(start)) {
          enter(start);
          run();
        }
      }
    }

    private void enter(String name) {
      underWay.put(name, path.size());
      path.add(name);
      open.push(new ArrayDeque<>(needs.get(name)));
    }

    private void run() {
      while (!open.isEmpty()) {
        if (open.peek().isEmpty()) {
          leave();
          continue;
        }
        String next = open.peek().pop();
        if (underWay.containsKey(next)) {
          List<String> cycle = new ArrayList<>(path.subList(underWay.get(next), path.size()));
          cycle.add(next);
          cycles.add(cycle);
        } else if (needs.containsKey(next) && !done.contains(next)) {
          enter(next);
        }
      }
    }

    private void leave() {
      open.pop();
      String name = path.remove(path.size() - 1);
      underWay.remove(name);
      done.add(name);
      order.add(name);
    }
  }
}
