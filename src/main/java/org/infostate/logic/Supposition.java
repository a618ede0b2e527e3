package org.infostate.logic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken to hold so far, and what is still to be looked at. What is learned can be
 * unlearned: a form may have thousands of questions that depend on one another, and a copy for each
 * fork would cost as much as all of them together.
 */
final class Supposition {

  /** A part that must come out true, or false, in an expression of this question. */
  record Goal(Node node, boolean wanted, String self) {
    Goal on(Node other, boolean otherWanted) {
      return new Goal(other, otherWanted, self);
    }
  }

  /**
   * A way that was not gone.
   *
   * @param learned how much had been learned there
   * @param agenda what there was to be looked at besides
   */
  record Fork(int learned, Deque<Goal> agenda, List<Goal> way) {}

  final Deque<Goal> agenda = new ArrayDeque<>();
  final Map<String, Domain> domains = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** For two terms, which of less, equal, greater are left. */
  final Map<List<String>, Set<Integer>> signs = new HashMap<>();

  /** How to take back what was learned, the last first. */
  private final Deque<Runnable> learned = new ArrayDeque<>();

  <K, V> void learn(Map<K, V> map, K key, V value) {
    V before = map.put(key, value);
    learned.push(() -> map.compute(key, (same, now) -> before));
  }

  /** Whether this question was not known to be answered. */
  boolean learnKnown(String question) {
    boolean fresh = known.add(question);
    if (fresh) {
      learned.push(() -> known.remove(question));
    }
    return fresh;
  }

  Fork fork(List<Goal> way) {
    return new Fork(learned.size(), new ArrayDeque<>(agenda), way);
  }

  void goBack(Fork fork) {
    while (learned.size() > fork.learned) {
      learned.pop().run();
    }
    agenda.clear();
    agenda.addAll(fork.agenda);
    fork.way.forEach(agenda::push);
  }
}
