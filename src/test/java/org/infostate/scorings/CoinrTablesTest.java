package org.infostate.scorings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

/**
 * COINr's tables in place of an index file. That every table of the reference comes out is told by
 * {@code ScoringsIT}, through the address itself.
 */
class CoinrTablesTest {

  private static final String META =
      """
      iCode,iName,Type,Level,Parent,Direction,Weight,Denominator,ScaleFactor,Target,goalpost_lower,goalpost_upper
      x,Lines,Indicator,1,P,1,1,POP,1000,8,0,10
      y,Outages,Indicator,1,P,-1,3,,,2,0,20
      P,Pillar,Aggregate,2,,1,1,,,,,
      POP,Population,Denominator,,,,,,,,,
      Region,Region,Group,,,,,,,,,
      Note,Remark,Other,,,,,,,,,
      """;
  private static final String DATA =
      """
      uName,uCode,Region,POP,Note,x,y
      Arcadia,XAA,North,1000,good,8,10
      Ruritania,XRU,South,500,,1,2
      """;

  private static double[] scores(String steps) {
    Scored scored = Parts.score("iMeta", META, "steps", steps, "data", DATA);
    return scored.result().scores().values("P");
  }

  /**
   * x per thousand: 8 and 2; goalposts 0.8 and 0.2; y turned: (20-10)/20 = 0.5, (20-2)/20 = 0.9.
   */
  @Test
  void goalpostsAndScaleFactorsAreThoseOfTheTable() {
    double[] scores =
        scores(
            """
            steps:
              - denominate
              - normalise: {method: goalposts}
              - aggregate: {mean: arithmetic}
            """);
    assertEquals((0.8 + 3 * 0.5) / 4, scores[0], 1e-12);
    assertEquals((0.2 + 3 * 0.9) / 4, scores[1], 1e-12);
  }

  /** x: (x - 2) / (8 - 2); y: (10 - y) / (10 - 2). */
  @Test
  void targetsAreThoseOfTheTable() {
    double[] scores =
        scores(
            """
            steps:
              - denominate
              - normalise: {method: distance-to-target}
              - aggregate: {mean: arithmetic}
            """);
    assertEquals(1.0 / 4, scores[0], 1e-12);
    assertEquals(3.0 / 4, scores[1], 1e-12);
  }

  @Test
  void anElementMayDepartFromTheSteps() {
    Scored scored =
        Parts.score(
            "iMeta",
            META,
            "data",
            DATA.replace("uName", "extra,uName").replace("Arc", "1,Arc").replace("Rur", "2,Rur"),
            "steps",
            """
            index: small
            version: 3
            steps:
              - normalise: {method: min-max, from: 0, to: 1}
              - aggregate: {mean: arithmetic}
              - rank
            elements:
              - {code: x, normalise: {method: goalposts, low: 0, high: 16, scale: 1}}
            groups: {of: P, method: bands, limits: [0.5], names: [High, Low]}
            """);
    Table normalised = scored.result().after(Normalisation.class);
    assertEquals(0.5, normalised.value("XAA", "x"), 1e-12);
    assertEquals(1, normalised.value("XRU", "y"), 1e-12);
    assertEquals("small", scored.result().index().code());
    assertEquals("Ruritania", scored.league().get(0).name());
    assertEquals("High", scored.group(scored.league().get(0).group(), "en"));
    assertEquals(List.of("extra"), List.copyOf(scored.unused()));
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsPlace() {
    List<String> problems =
        Parts.problems(
            "iMeta",
            """
            iCode,Type,Level,Parent,Direction,Weight
            x,Indicator,1,P,up,1
            2y,Indicator,1,P,1,-1
            z,Thing,1,P,1,1
            P,Aggregate,2,,,
            """,
            "steps",
            """
            steps:
              - normalize: {method: min-max}
            """,
            "data",
            """
            uCode,x,x
            XAA,1,2
            XAA,1,2
            ,1,2
            XBB,1
            """);
    assertEquals(
        List.of(
            "iMeta 2:5 1760 [up, Direction]",
            "iMeta 3:1 1762 [2y]",
            "iMeta 4:2 1761 [thing, Indicator, Aggregate, Denominator, Group, Other]"),
        problems.subList(0, 3),
        problems::toString);
    String all = String.join("\n", problems);
    for (String one :
        List.of(
            "steps 2:5 1701",
            "data 1:3 1757 [x]",
            "data 3:1 1767 [XAA, 2]",
            "data 4:1 1765",
            "data 5:3 1756 [2, 3]")) {
      assertTrue(all.contains(one), one + " in\n" + all);
    }
  }

  @Test
  void aHierarchyThatIsNoneIsRefusedInTheLinesOfTheTable() {
    String steps = "steps: [aggregate: {mean: arithmetic}]";
    assertEquals(
        List.of(
            "iMeta 2:1 1701 ['Q' is the code of no element.]",
            "iMeta 3:1 1701 ['A' stands above itself.]",
            "iMeta 4:1 1701 ['B' stands above itself.]"),
        Parts.problems(
                "iMeta",
                """
            iCode,Type,Parent
            x,Indicator,Q
            A,Aggregate,B
            B,Aggregate,A
            P,Aggregate,
            """,
                "steps",
                steps,
                "data",
                "uCode,x\nXAA,1\n")
            .stream()
            .filter(p -> !p.contains("source") && !p.contains("without a parent"))
            .toList());
    assertEquals(
        List.of("iMeta 3:1 1764 [P, 3, 2]"),
        Parts.problems(
            "iMeta",
            "iCode,Type,Parent,Level\nx,Indicator,P,1\nP,Aggregate,NA,3\n",
            "steps",
            steps,
            "data",
            "uCode,x\nXAA,1\n"));
  }

  @Test
  void everyTableGoesOut() {
    Scored scored =
        Parts.score(
            "iMeta",
            META,
            "data",
            DATA,
            "steps",
            "steps: [denominate, {normalise: {method: rank}}, {weigh: {method: equal}},"
                + " {aggregate: {mean: median}}, rank]");
    List<String> names = new ArrayList<>();
    for (Sheet sheet : ResultSheets.of(scored, true)) {
      names.add(sheet.name());
      sheet
          .rows()
          .accept(
              row ->
                  assertEquals(
                      sheet.columns().size(),
                      row.length,
                      () -> sheet.name() + " " + Arrays.toString(row)));
    }
    assertEquals(
        List.of(
            "league",
            "00_input",
            "01_denominate",
            "02_normalise",
            "04_aggregate",
            "05_rank",
            "weights",
            "contributions",
            "cells",
            "notes"),
        names);
  }
}
