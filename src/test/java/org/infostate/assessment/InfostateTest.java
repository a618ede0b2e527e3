package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infostate.cluster.Divide;
import org.infostate.cluster.Groups;
import org.infostate.scoring.Case;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The infostate index over the files that ITU and UNDP publish. The files are not part of the
 * project: where they are absent the class is skipped, and the report says so.
 */
@EnabledIf(
    value = "published",
    disabledReason =
        "no files of ITU and UNDP in ../shared/data; -Dshared.data= names another folder")
class InfostateTest {

  private static IndexFile file;
  private static Result result;

  static boolean published() {
    return Files.isDirectory(PublishedFiles.FOLDER.resolve("itu"));
  }

  @BeforeAll
  static void score() throws IOException {
    file = IndexFile.read(Files.readString(Path.of("questionnaires/index/infostate/1.yaml")));
    result = Scoring.run(file.index(), PublishedFiles.statistics());
  }

  @Test
  void hypotheticaIsAHundredInTheBaseYear() {
    for (String indicator : List.of("internet_users", "expected_schooling", "mean_schooling")) {
      assertEquals(100, mean(indicator, 2001), 0.1, indicator);
    }
    // The floor lifts the mean of those that have zeros a little.
    assertEquals(100, mean("mobile_cellular", 2001), 1);
  }

  @Test
  void theWorldMovesUp() {
    double before = 0;
    for (int year = 2003; year <= 2017; year++) {
      double uptake = mean("uptake", year);
      assertTrue(uptake > before, "uptake rises in " + year);
      before = uptake;
    }
    assertTrue(mean("infostate", 2017) > 2 * mean("infostate", 2003));
  }

  @Test
  void countriesKnownToBeAheadAreInTheFirstGroupAndThoseBehindInTheLast() {
    Map<Integer, Groups> groups = file.grouping().of(result.scores());
    for (String ahead : List.of("ISL", "KOR", "CHE", "DNK", "NLD", "SWE")) {
      assertEquals(1, group(groups, ahead, 2010), ahead);
    }
    for (String behind : List.of("NER", "TCD", "ETH", "ERI", "BDI")) {
      assertEquals(5, group(groups, behind, 2010), behind);
    }
    assertTrue(groups.get(2010).explained() > 0.95);
  }

  @Test
  void aCountryRisesInNineYearsOfTen() {
    Table scores = result.scores();
    int steps = 0;
    int rises = 0;
    for (Case one : scores.cases()) {
      int next = scores.row(one.unit(), one.year() + 1);
      double from = scores.value(one.unit(), one.year(), "infostate");
      double to = next < 0 ? Double.NaN : scores.value(next, scores.column("infostate"));
      if (!Double.isNaN(from) && !Double.isNaN(to)) {
        steps++;
        rises += to > from ? 1 : 0;
      }
    }
    assertTrue(steps > 2500 && rises > 0.9 * steps, rises + " of " + steps);
  }

  /**
   * The question of the 2005 workshop. Over the economies that have a score in every year the
   * middle closes up to the first either way; the last close up in ratios, and fall behind the
   * middle in points.
   */
  @Test
  void theDivideClosesInTheMiddleAndWidensAtTheBottomInPoints() {
    Divide divide =
        Divide.of(result.scores(), "infostate", file.grouping().of(result.scores()), 2005, 2017);
    Divide.Verdict verdict = divide.verdict();
    assertTrue(divide.units().size() > 150);
    assertEquals(Divide.Direction.CLOSING, verdict.middle().inRatio());
    assertEquals(Divide.Direction.CLOSING, verdict.middle().inPoints());
    assertEquals(Divide.Direction.CLOSING, verdict.bottom().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inPoints());
    assertTrue(verdict.bottom().gapAfter() > 3 * verdict.bottom().gapBefore());
    assertTrue(divide.convergence().beta() < 0 && divide.convergence().sigma() < 0);
    double before = 1;
    for (Divide.Year year : divide.years()) {
      assertTrue(year.inequality().gini() < before, year.year() + " gini");
      before = year.inequality().gini();
    }
  }

  /**
   * What paragraph 6 of the workshop's report said in 2005, from the figures of its own time:
   * closing as a whole because the middle moves up, and widening at the bottom.
   */
  @Test
  void until2005TheMiddleClosedAndTheBottomWidened() {
    Divide.Verdict verdict =
        Divide.of(result.scores(), "infostate", file.grouping().of(result.scores()), 2001, 2005)
            .verdict();
    assertEquals(Divide.Direction.CLOSING, verdict.whole().inRatio());
    assertEquals(Divide.Direction.CLOSING, verdict.middle().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inPoints());
  }

  @Test
  void componentsArePublishedWhereTheWholeCannotBeComputed() {
    int networks = count("networks", 2001);
    int whole = count("infostate", 2001);
    assertTrue(whole >= 60 && networks >= 200, whole + " of " + networks);
  }

  @Test
  void gapsAreFilledOnlyAlongTheLineAndForTwoYearsAfterTheLastFigure() {
    Table filled = result.after(Imputation.class);
    int column = filled.column("internet_users");
    int input = result.input().column("internet_users");
    for (int row = 0; row < filled.cases().size(); row++) {
      Case one = filled.cases().get(row);
      if (filled.marks(row, column).contains(Mark.IMPUTED)) {
        assertTrue(hasFigure(one.unit(), one.year(), input), one.toString());
      }
    }
    assertEquals(0, filledIn(2000, filled, column));
    assertTrue(filledIn(2018, filled, column) > 100);
  }

  /** A later figure of the unit, or one at most two years before. */
  private static boolean hasFigure(String unit, int year, int column) {
    Table input = result.input();
    for (int other = 2000; other <= 2018; other++) {
      int row = input.row(unit, other);
      boolean there = row >= 0 && input.state(row, column).present();
      if (there && other != year && other >= year - 2) {
        return true;
      }
    }
    return false;
  }

  private static long filledIn(int year, Table table, int column) {
    long count = 0;
    for (int row = 0; row < table.cases().size(); row++) {
      boolean filled = table.marks(row, column).contains(Mark.IMPUTED);
      count += filled && table.cases().get(row).year() == year ? 1 : 0;
    }
    return count;
  }

  private static int group(Map<Integer, Groups> groups, String unit, int year) {
    List<String> units = new ArrayList<>();
    for (Case one : result.scores().cases()) {
      if (one.year() == year) {
        units.add(one.unit());
      }
    }
    return groups.get(year).group()[units.indexOf(unit)];
  }

  private static double[] present(String element, int year) {
    Table scores = result.scores();
    return scores.cases().stream()
        .filter(c -> c.year() == year)
        .mapToDouble(c -> scores.value(c.unit(), year, element))
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }

  private static int count(String element, int year) {
    return present(element, year).length;
  }

  private static double mean(String element, int year) {
    double[] values = present(element, year);
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }
}
