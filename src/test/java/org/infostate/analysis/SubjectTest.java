package org.infostate.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.assessment.IndexFile;
import org.infostate.cluster.Divide;
import org.infostate.diagnostics.Correlations;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

/** Nine countries in three groups over two years: the middle doubles, the others grow by a half. */
class SubjectTest {

  private static final String INDEX =
      """
      index: asked
      version: 1
      name: Asked
      steps:
        - normalise: {method: none}
        - aggregate: {mean: arithmetic}
      elements:
        - {code: total, name: Total}
        - {code: a, parent: total, name: A, source: {columns: "${a}"}}
        - {code: b, parent: total, name: B, source: {columns: "${b}"}}
      """;
  private static final double[] START = {100, 102, 104, 20, 21, 22, 4, 4.1, 4.2};

  @Test
  void theMiddleCatchesUpAndTheBottomFallsBehind() {
    DivideView view = DivideView.of(subject(INDEX), null, null, null, null);

    assertArrayEquals(new int[] {3, 3, 3}, view.members());
    Divide.Verdict verdict = view.divide().verdict();
    assertEquals(Divide.Direction.CLOSING, verdict.middle().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inRatio());
    assertEquals(0.75, verdict.middle().ratioAfter() / verdict.middle().ratioBefore(), 1e-12);
    assertEquals(1, view.movement().stayed());
  }

  @Test
  void yearsOnScalesOfTheirOwnAreNotCompared() {
    String eachYear = INDEX.replace("{method: none}", "{method: min-max, over: each-year}");

    assertEquals(
        ProblemKind.YEARS_NOT_COMPARABLE,
        kind(() -> DivideView.of(subject(eachYear), null, null, null, null)));
  }

  @Test
  void badOrdersAreRefused() {
    Subject subject = subject(INDEX);

    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> DivideView.of(subject, 1999, null, null, null)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> DivideView.of(subject, 2001, 2001, null, null)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> DivideView.of(subject, null, null, "c", null)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> DivideView.of(subject, null, null, null, 99)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> GroupsView.of(subject, null, "by-eye", null)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> GroupsView.of(subject, null, "declared", null)));
    assertEquals(ProblemKind.BAD_PARAMETER, kind(() -> GroupsView.of(subject, null, "ward", 1)));
  }

  @Test
  void allMethodsFindTheThreeGroups() {
    GroupsView view = GroupsView.of(subject(INDEX), null, "breaks", 3);

    assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 3, 3, 3}, view.shown().group());
    assertEquals(3, view.others().size());
    for (GroupsView.Way way : view.others()) {
      assertEquals(1, way.agreement(), 1e-12, way.method().code());
      assertArrayEquals(view.shown().group(), way.group(), way.method().code());
    }
    assertTrue(view.shown().explained() > 0.9);
    assertTrue(view.shown().silhouette() > 0.8);
    assertEquals(3, view.stability().jaccard().length);
    assertTrue(view.advisedByGap() >= 1);
  }

  @Test
  void theGroupsOfTheIndexAreTheUsualOnes() {
    GroupsView view =
        GroupsView.of(
            subject(INDEX + "groups: {of: total, method: bands, limits: [50]}\n"),
            null,
            null,
            null);

    assertEquals(GroupsView.Method.DECLARED, view.shown().method());
    assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 2, 2, 2}, view.shown().group());
  }

  @Test
  void otherWeightsMoveNobodyWhereBothColumnsAreTheSame() {
    Subject subject = subject(INDEX);

    WhatIf whatIf = WhatIf.of(subject, Map.of("a", 3.0, "b", 1.0), null);
    assertEquals(Map.of("a", 3.0), whatIf.changed());
    assertEquals(0, whatIf.comparison().meanPlaces());
    assertEquals(9, whatIf.shifts().size());
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> WhatIf.of(subject, Map.of("total", 2.0), null)));
    assertEquals(
        ProblemKind.BAD_PARAMETER, kind(() -> WhatIf.of(subject, Map.of("a", -1.0), null)));
    assertEquals(ProblemKind.BAD_PARAMETER, kind(() -> WhatIf.of(subject, Map.of(), 9)));
    assertEquals(ProblemKind.BAD_PARAMETER, kind(() -> WhatIf.of(subject, Map.of(), 1)));
  }

  @Test
  void twoColumnsThatAreTheSameAreRedundant() {
    DiagnosticsView view = DiagnosticsView.of(subject(INDEX));

    assertEquals(1, view.flagged().size());
    assertEquals(Set.of(Correlations.Flag.REDUNDANT), view.flagged().get(0).flags());
    assertEquals(1, view.pillars().get(0).alpha(), 1e-12);
    assertEquals(1, view.pillars().get(0).components());
    assertEquals(0.5, view.weights().get(1).ofWhole(), 1e-12);
    assertEquals(2, view.leavingOut().size());
    assertEquals(9, view.distributions().get(0).present());
  }

  @Test
  void whatDiffersBetweenTwoDefinitionsIsNamed() {
    Index before = IndexFile.read(INDEX).index();
    Index after =
        IndexFile.read(
                INDEX
                    .replace("arithmetic", "geometric")
                    .replace("parent: total, name: A", "parent: total, weight: 2, name: A")
                    .replace("code: b", "code: c"))
            .index();

    assertEquals(
        List.of("STEPS null", "WEIGHT a", "REMOVED b", "ADDED c"),
        ComparisonView.differences(before, after).stream()
            .map(difference -> difference.kind() + " " + difference.element())
            .toList());
    assertEquals(List.of(), ComparisonView.differences(before, before));
  }

  private static ProblemKind kind(Runnable asking) {
    return assertThrows(ProblemException.class, asking::run).first().kind();
  }

  private static Subject subject(String yaml) {
    IndexFile file = IndexFile.read(yaml);
    assertEquals(List.of(), file.faults());
    List<Case> cases = new ArrayList<>();
    for (int unit = 0; unit < START.length; unit++) {
      cases.add(Case.of("XA" + (char) ('A' + unit), 2001));
      cases.add(Case.of("XA" + (char) ('A' + unit), 2002));
    }
    Table.Builder table = Table.builder(cases, List.of("a", "b"));
    for (int unit = 0; unit < START.length; unit++) {
      double growth = unit / 3 == 1 ? 2 : 1.5;
      for (int column = 0; column < 2; column++) {
        table.set(2 * unit, column, START[unit]);
        table.set(2 * unit + 1, column, START[unit] * growth);
      }
    }
    return new Subject(null, file, Scoring.run(file.index(), table.build()), 2002, 1);
  }
}
