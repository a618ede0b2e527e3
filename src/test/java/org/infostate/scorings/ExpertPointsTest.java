package org.infostate.scorings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Points of experts that come with an index.
 *
 * <ol>
 *   <li>The weight of an element is the mean of the shares that the experts gave it; who gave a
 *       group nothing is not counted there, and what nobody weighed keeps its weight.
 *   <li>They take the place of the index's own step, or stand before the aggregation.
 *   <li>What is wrong with the table is told with line and column, all of it at once.
 * </ol>
 */
class ExpertPointsTest {

  private static final String ELEMENTS =
      """
      elements:
        - {code: t, name: T}
        - {code: p, parent: t, name: P, weight: 3}
        - {code: q, parent: t, name: Q, weight: 1}
        - {code: a, parent: p, name: A, source: {columns: "${a}"}}
        - {code: b, parent: p, name: B, source: {columns: "${b}"}}
        - {code: c, parent: q, name: C, source: {columns: "${c}"}}
      """;
  private static final String DEFINITION =
      "index: small\nversion: 1\nname: Small\nsteps:\n  - aggregate: {mean: arithmetic}\n  - rank\n"
          + ELEMENTS;
  private static final String WEIGHED =
      DEFINITION.replace("steps:\n", "steps:\n  - weigh: {method: equal, levels: [2]}\n");
  private static final String DATA = "unit,a,b,c\nX,0,8,100\n";

  private static double score(String definition, String points) {
    Scored scored = Parts.score("definition", definition, "data", DATA, "points", points);
    return scored.league().get(0).score();
  }

  private static List<String> problems(String points) {
    return Parts.problems("definition", DEFINITION, "data", DATA, "points", points);
  }

  @Test
  void weightsAreTheMeanOfTheSharesThatExpertsGave() {
    // b: (0.25 + 0.75) / 2, so that p is 4; p and q weigh as the file says, three to one.
    assertEquals(28, score(DEFINITION, "expert,a,b\none,3,1\ntwo,10,30\n"), 1e-12);
    // p: 0.5 of the one expert who was asked about it; b: all of the other's.
    assertEquals(54, score(DEFINITION, "expert;p;q;b\none;2;2;\ntwo;;;1\n"), 1e-12);
  }

  @Test
  void theyTakeThePlaceOfTheStepOfTheIndex() {
    // Its levels stay: q of level 2 would be weighed, p and q below the top are not.
    assertEquals(28, score(WEIGHED, "expert,a,b,p\none,1,1,0\n"), 1e-12);
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertEquals(List.of("points 1:1 1758 [expert, points]"), problems("name,a\none,1\n"));
    assertEquals(
        List.of(
            "points 1:3 1775 [t]",
            "points 1:4 1775 [z]",
            "points 2:2 1760 [-1, a]",
            "points 3:1 1767 [one, 2]",
            "points 3:2 1760 [x, a]",
            "points 4:1 1776 []"),
        problems("expert,a,t,z\none,-1,,\none,x,,\n,1,,\n"));
    assertEquals(List.of("points 1754 [points]"), problems("expert,a\n"));
    assertEquals(List.of("points 1754 [points]"), problems("expert,a\none,0\ntwo,\n"));
  }
}
