package org.infostate.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** How the scores of an assessment spread: over elements, over countries, over the years. */
@ApplicationScoped
public class SpreadFigures {

  /** Bars of a distribution. */
  private static final int BINS = 10;

  @Inject private AssessmentFigures figures;
  @Inject private Assessments assessments;
  @Inject private ResultTables tables;

  /** The score of each country, by rank, in each indicator. */
  Figure heat(Assessment assessment, Integer year, Language language) {
    List<LeagueTable.Line> lines = figures.league(assessment, year).lines();
    Map<String, Map<String, Double>> scores = new HashMap<>();
    for (Score score : tables.scores(assessment.id(), figures.year(assessment, year))) {
      scores
          .computeIfAbsent(score.element(), element -> new HashMap<>())
          .put(score.iso3(), score.score());
    }
    AssessmentNames names = assessments.names(assessment);
    List<Figure.Series> series = new ArrayList<>();
    for (Element element : indicators(assessment)) {
      Map<String, Double> of = scores.getOrDefault(element.code(), Map.of());
      series.add(
          new Figure.Series(
              names.element(element.code(), language),
              lines.stream().map(line -> orNaN(of.get(line.iso3()))).toList()));
    }
    List<Double> all = series.stream().flatMap(one -> one.values().stream()).toList();
    if (all.stream().allMatch(value -> value.isNaN())) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    return new Figure(
        assessment.title(Texts.in(language)),
        lines.stream().map(line -> figures.name(line.iso3(), language)).toList(),
        Texts.in(language).text("report.heat.axis"),
        0,
        AssessmentFigures.top(all),
        series,
        language);
  }

  /** Those that no other element has for its parent, in the order of the index. */
  private static List<Element> indicators(Assessment assessment) {
    List<Element> elements = assessment.index().index().elements();
    Set<String> parents = new HashSet<>();
    elements.forEach(element -> parents.add(element.parent()));
    return elements.stream().filter(element -> !parents.contains(element.code())).toList();
  }

  /**
   * How many countries have a score in each tenth of the scale.
   *
   * @param element code; null for the whole
   * @throws org.infostate.problem.ProblemException if the index has no such element
   */
  Figure distribution(Assessment assessment, Integer year, String element, Language language) {
    String code = element == null ? assessment.index().index().root().code() : element;
    if (assessment.index().index().element(code).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("element"), code).exception();
    }
    List<Double> scores =
        tables.scores(assessment.id(), figures.year(assessment, year)).stream()
            .filter(score -> score.element().equals(code) && score.score() != null)
            .map(Score::score)
            .toList();
    if (scores.isEmpty()) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    Texts texts = Texts.in(language);
    double top = AssessmentFigures.top(scores);
    double bottom = Math.min(0, scores.stream().mapToDouble(s -> s).min().orElse(0));
    double[] counts = new double[BINS];
    for (double score : scores) {
      int bin = (int) ((score - bottom) / (top - bottom) * BINS);
      counts[Math.min(bin, BINS - 1)]++;
    }
    List<String> bins = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      double from = bottom + bin * (top - bottom) / BINS;
      double to = bottom + (bin + 1) * (top - bottom) / BINS;
      bins.add(texts.number(from, 1) + "–" + texts.number(to, 1));
      values.add(counts[bin]);
    }
    double most = values.stream().mapToDouble(v -> v).max().orElse(1);
    String title = assessment.title(texts);
    return new Figure(
        element == null
            ? title
            : assessments.names(assessment).element(code, language) + " – " + title,
        bins,
        texts.text("report.distribution.axis"),
        0,
        most,
        List.of(new Figure.Series(texts.text("report.distribution.axis"), values)),
        language);
  }

  /** The info-state of each country in each year, 1 for the highest; by the last that it has. */
  Figure trajectories(Assessment assessment, Language language) {
    Map<String, TreeMap<Integer, Integer>> groups = new TreeMap<>();
    for (AssessedCase one : tables.cases(assessment.id(), null)) {
      if (one.group() != null && one.year() != null) {
        groups.computeIfAbsent(one.iso3(), iso3 -> new TreeMap<>()).put(one.year(), one.group());
      }
    }
    List<Integer> years = tables.years(assessment.id());
    int highest =
        groups.values().stream()
            .flatMap(of -> of.values().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    if (highest < 2) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    List<String> order = new ArrayList<>(groups.keySet());
    order.sort(
        Comparator.comparing((String iso3) -> groups.get(iso3).lastEntry().getValue())
            .thenComparing(iso3 -> iso3));
    return new Figure(
        assessment.title(Texts.in(language)),
        order.stream().map(iso3 -> figures.name(iso3, language)).toList(),
        Texts.in(language).text("report.trajectories.axis"),
        1,
        highest,
        years.stream()
            .map(
                year ->
                    new Figure.Series(
                        year.toString(),
                        order.stream()
                            .map(iso3 -> groups.get(iso3).get(year))
                            .map(group -> group == null ? Double.NaN : group.doubleValue())
                            .toList()))
            .toList(),
        language);
  }

  private static Double orNaN(Double value) {
    return value == null ? Double.NaN : value;
  }
}
