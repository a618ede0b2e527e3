package org.infostate.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.infostate.diagnostics.Comparison;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * Two assessments side by side.
 *
 * @param comparison over all countries and years that both have a score of
 * @param shifts of the year that is looked at, the furthest first
 * @param sameDefinition whether both are by the same file
 * @param sameInput whether the same table went into both
 * @param differences what differs between the two definitions
 */
public record ComparisonView(
    Subject before,
    Subject after,
    Comparison comparison,
    List<Comparison.Shift> shifts,
    boolean sameDefinition,
    boolean sameInput,
    List<Difference> differences) {

  /** What can differ between two definitions; as keys of texts in small letters. */
  public enum Kind {
    /** The element is in the first only. */
    REMOVED,
    /** The element is in the second only. */
    ADDED,
    PARENT,
    WEIGHT,
    DIRECTION,
    SOURCE,
    METHODS,
    STEPS
  }

  /**
   * Something that differs.
   *
   * @param element code; null for the steps of the index
   * @param before as the first has it, as the engine writes it; empty where it has nothing
   * @param after likewise
   */
  public record Difference(Kind kind, String element, String before, String after) {}

  /**
   * @throws org.infostate.problem.ProblemException if no country has a score in both
   */
  static ComparisonView of(Subject before, Subject after) {
    Comparison comparison =
        Comparison.of(
            before.result(),
            before.index().root().code(),
            after.result(),
            after.index().root().code());
    if (comparison.shifts().isEmpty()) {
      throw ProblemKind.COMPARISON_WITHOUT_COMMON.exception();
    }
    List<Comparison.Shift> shifts =
        comparison.furthest(Integer.MAX_VALUE).stream()
            .filter(shift -> Objects.equals(shift.subject().year(), before.year()))
            .toList();
    return new ComparisonView(
        before,
        after,
        comparison,
        shifts,
        before.assessment().definitionSha256().equals(after.assessment().definitionSha256()),
        before.assessment().inputSha256().equals(after.assessment().inputSha256()),
        differences(before.index(), after.index()));
  }

  /** What differs between two definitions, in the order of the first, then of the second. */
  static List<Difference> differences(Index before, Index after) {
    List<Difference> found = new ArrayList<>();
    if (!before.steps().equals(after.steps())) {
      found.add(
          new Difference(Kind.STEPS, null, before.steps().toString(), after.steps().toString()));
    }
    for (Element one : before.elements()) {
      Optional<Element> other = after.element(one.code());
      if (other.isEmpty()) {
        found.add(new Difference(Kind.REMOVED, one.code(), "", ""));
      } else {
        compare(one, other.get(), found);
      }
    }
    after.elements().stream()
        .filter(one -> before.element(one.code()).isEmpty())
        .forEach(one -> found.add(new Difference(Kind.ADDED, one.code(), "", "")));
    return found;
  }

  private static void compare(Element one, Element other, List<Difference> found) {
    note(Kind.PARENT, one.code(), one.parent(), other.parent(), found);
    note(Kind.WEIGHT, one.code(), one.weight(), other.weight(), found);
    note(Kind.DIRECTION, one.code(), one.direction(), other.direction(), found);
    note(Kind.SOURCE, one.code(), one.source(), other.source(), found);
    note(Kind.METHODS, one.code(), one.methods(), other.methods(), found);
  }

  private static void note(
      Kind kind, String element, Object before, Object after, List<Difference> found) {
    if (!Objects.equals(before, after)) {
      found.add(new Difference(kind, element, text(before), text(after)));
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
