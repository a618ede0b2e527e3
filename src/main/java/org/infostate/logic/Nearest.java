package org.infostate.logic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody may have meant. */
final class Nearest {

  private Nearest() {}

  /**
   * The nearest of the names by edit distance, upper and lower case being alike; empty where none
   * is near: at most a third of the letters may differ.
   */
  static Optional<String> to(String name, Collection<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, wanted.length() / 3);
    record Candidate(String name, int distance) {}
    return names.stream()
        .filter(other -> Math.abs(other.length() - wanted.length()) <= allowed)
        .map(other -> new Candidate(other, distance(wanted, other.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance <= allowed)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[b.length()];
  }
}
