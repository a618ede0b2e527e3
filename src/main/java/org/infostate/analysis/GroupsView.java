package org.infostate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infostate.cluster.Agreement;
import org.infostate.cluster.Clustering;
import org.infostate.cluster.Grouping;
import org.infostate.cluster.Groups;
import org.infostate.cluster.KMeans;
import org.infostate.cluster.Points;
import org.infostate.cluster.Quality;
import org.infostate.cluster.Ward;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Table;

/**
 * The countries of a year in groups: as the index declares them or in another way, with what speaks
 * for their number.
 *
 * @param units codes, in the order of the table
 * @param scores of the element, in the same order; NaN where there is none
 * @param shown the groups that were asked for
 * @param others the same countries in as many groups by the other methods
 * @param advice for each number of groups from 2
 * @param advisedByGap number of groups that the gap statistic advises; null where there are too few
 *     countries
 * @param stability of the groups shown when countries are drawn anew; null likewise
 */
public record GroupsView(
    String element,
    List<String> units,
    double[] scores,
    Way shown,
    List<Way> others,
    List<Advice> advice,
    Integer advisedByGap,
    Agreement.Stability stability) {

  /** Ways to make groups, as they stand in addresses and keys of texts. */
  public enum Method {
    /** By the index. */
    DECLARED,
    BREAKS,
    QUANTILES,
    /** By the elements right below, standardised. */
    WARD,
    K_MEANS;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Method> of(String code) {
      return Arrays.stream(values()).filter(method -> method.code().equals(code)).findFirst();
    }
  }

  /**
   * Groups made in one way.
   *
   * @param group of each country from 1, the highest; 0 for none
   * @param limits least scores of all groups but the lowest; empty for several dimensions
   * @param explained share of the variance between the groups, NaN where nothing varies
   * @param silhouette mean, NaN for one group
   * @param agreement adjusted Rand index with the groups shown
   */
  public record Way(
      Method method,
      int count,
      int[] group,
      double[] limits,
      double explained,
      double silhouette,
      double agreement) {

    /** How many countries are in a group. */
    public int members(int number) {
      return (int) Arrays.stream(group).filter(g -> g == number).count();
    }
  }

  /** What speaks for a number of groups; NaN where it can not be computed. */
  public record Advice(int count, double explained, double silhouette, double gap, double error) {}

  static final int MOST_GROUPS = 8;
  static final int USUAL_GROUPS = 4;
  private static final int REFERENCE_SETS = 50;
  private static final int DRAWS = 100;
  private static final int STARTS = 20;

  /**
   * @param wanted element, the whole if null
   * @param method as the index declares if null, else exact breaks
   * @param count of groups; as the index declares if null, else {@value #USUAL_GROUPS}
   * @throws org.infostate.problem.ProblemException if the element, the method or the count is not
   *     to be had
   */
  static GroupsView of(Subject subject, String wanted, String method, Integer count) {
    String element = subject.element(wanted);
    Grouping declared = subject.declared(element);
    Method way = method(method, declared);
    int number =
        count != null && way != Method.DECLARED
            ? count
            : declared == null ? USUAL_GROUPS : declared.count();
    if (number < 2 || number > Math.max(MOST_GROUPS, declared == null ? 0 : declared.count())) {
      throw Subject.refused("count", number);
    }
    Maker maker = new Maker(subject, element, declared);
    Way shown = maker.way(way, number, null);
    List<Way> others = new ArrayList<>();
    for (Method other : Method.values()) {
      if (other != way && (other != Method.DECLARED || declared != null)) {
        others.add(maker.way(other, number, shown.group()));
      }
    }
    double[][] points = maker.points(way);
    int distinct = (int) Arrays.stream(points).filter(GroupsView::whole).distinct().count();
    int most = Math.min(MOST_GROUPS, distinct - 1);
    Clustering clustering = maker.clustering(way);
    Quality.Gap gap =
        most < 2 ? null : Quality.gap(points, clustering, most, REFERENCE_SETS, subject.seed());
    return new GroupsView(
        element,
        maker.table.cases().stream().map(c -> c.unit()).toList(),
        maker.table.values(element),
        shown,
        others,
        advice(maker, way, most, gap),
        gap == null ? null : gap.advised(),
        most < number
            ? null
            : Agreement.stability(points, clustering, number, DRAWS, subject.seed()));
  }

  private static Method method(String code, Grouping declared) {
    if (code == null || code.isBlank()) {
      return declared == null ? Method.BREAKS : Method.DECLARED;
    }
    Method method = Method.of(code).orElseThrow(() -> Subject.refused("method", code));
    if (method == Method.DECLARED && declared == null) {
      throw Subject.refused("method", code);
    }
    return method;
  }

  private static boolean whole(double[] point) {
    return Arrays.stream(point).noneMatch(Double::isNaN);
  }

  private static List<Advice> advice(Maker maker, Method way, int most, Quality.Gap gap) {
    List<Advice> advice = new ArrayList<>();
    // Declared limits have one number only; what speaks for others is told of exact breaks.
    Method method = way == Method.DECLARED ? Method.BREAKS : way;
    for (int count = 2; count <= most; count++) {
      Way one = maker.way(method, count, null);
      advice.add(
          new Advice(
              count,
              one.explained(),
              one.silhouette(),
              gap.gap()[count - 1],
              gap.error()[count - 1]));
    }
    return advice;
  }

  /** Makes groups of the countries of one year. */
  private static final class Maker {

    private final Subject subject;
    private final String element;
    private final Grouping declared;
    private final Table table;
    private final boolean logarithm;

    Maker(Subject subject, String element, Grouping declared) {
      this.subject = subject;
      this.element = element;
      this.declared = declared;
      this.table = subject.scores();
      this.logarithm = declared != null && declared.logarithm();
    }

    /** The score, or its logarithm if the index cuts that; several dimensions for the others. */
    double[][] points(Method method) {
      if (method == Method.WARD || method == Method.K_MEANS) {
        return Points.of(table, subject.below(element), true);
      }
      double[][] points = Points.of(table, List.of(element), false);
      for (double[] point : points) {
        double y = logarithm ? Math.log(point[0]) : point[0];
        point[0] = Double.isFinite(y) ? y : Double.NaN;
      }
      return points;
    }

    Clustering clustering(Method method) {
      return switch (method) {
        case WARD -> Clustering.WARD;
        case K_MEANS -> Clustering.kMeans(STARTS, subject.seed());
        case DECLARED, BREAKS, QUANTILES -> Clustering.BREAKS;
      };
    }

    Way way(Method method, int count, int[] beside) {
      double[][] points = points(method);
      int[] group;
      double[] limits = new double[0];
      double explained;
      if (method == Method.WARD || method == Method.K_MEANS) {
        var partition =
            method == Method.WARD
                ? Ward.of(points).cut(count)
                : KMeans.of(points, count, STARTS, subject.seed());
        group = partition.group();
        explained = partition.explained();
      } else {
        Groups groups = groups(method, count);
        group = groups.group();
        limits = groups.limits();
        explained = groups.explained();
      }
      return new Way(
          method,
          Arrays.stream(group).max().orElse(0),
          group,
          limits,
          explained,
          Quality.silhouette(points, group),
          beside == null ? 1 : Agreement.adjustedRand(beside, group));
    }

    private Groups groups(Method method, int count) {
      if (method == Method.DECLARED) {
        // Where the limits come from other years, those years are needed to find them.
        return declared.of(subject.result().scores()).get(subject.year());
      }
      Grouping.Method cut =
          method == Method.BREAKS ? Grouping.Method.BREAKS : Grouping.Method.QUANTILES;
      return new Grouping(element, cut, count, logarithm, List.of(), Scope.EACH_YEAR, List.of())
          .of(table.values(element));
    }
  }
}
