package org.infostate.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.analysis.DivideView;
import org.infostate.analysis.FactorEffect;
import org.infostate.analysis.UncertainCase;
import org.infostate.analysis.UncertaintyRun;
import org.infostate.analysis.UncertaintyTables;
import org.infostate.chart.Figure.Series;
import org.infostate.cluster.Divide;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** The figures of what was asked of an assessment. */
@ApplicationScoped
public class AnalysisFigures {

  private static final double PERCENT = 100;

  @Inject private UncertaintyTables tables;
  @Inject private Countries countries;

  /** Ranks with their intervals, the first on top; countries without a rank are left out. */
  Figure ranks(UncertaintyRun run, Language language) {
    Texts texts = Texts.in(language);
    Map<String, Country> byCode =
        countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
    List<UncertainCase> ranked =
        tables.cases(run.id()).stream()
            .filter(c -> c.rankLow() != null)
            .sorted(
                Comparator.comparing(UncertainCase::rankMedian)
                    .thenComparing(UncertainCase::meanRank))
            .toList();
    if (ranked.isEmpty()) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    return new Figure(
        texts.text("analysis.intervals"),
        ranked.stream().map(c -> byCode.get(c.iso3()).name(language)).toList(),
        texts.text("analysis.interval.rank"),
        1,
        Math.max(2, ranked.size()),
        List.of(
            series(texts.text("analysis.rank.median"), ranked, UncertainCase::rankMedian),
            series("5 %", ranked, UncertainCase::rankLow),
            series("95 %", ranked, UncertainCase::rankHigh)),
        language);
  }

  private static Series series(
      String name, List<UncertainCase> cases, Function<UncertainCase, Double> value) {
    return new Series(name, cases.stream().map(value).toList());
  }

  /** How much each factor matters, alone and with others, in per cent. */
  Figure sensitivity(UncertaintyRun run, Language language) {
    Texts texts = Texts.in(language);
    List<FactorEffect> factors = tables.factors(run.id());
    if (factors.isEmpty()) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    List<Double> first = new ArrayList<>();
    List<Double> total = new ArrayList<>();
    for (FactorEffect factor : factors) {
      first.add(factor.first() == null ? Double.NaN : PERCENT * factor.first());
      total.add(factor.total() == null ? Double.NaN : PERCENT * factor.total());
    }
    return new Figure(
        texts.text("analysis.sensitivity"),
        factors.stream().map(f -> texts.text("analysis.factor." + f.name())).toList(),
        "%",
        0,
        PERCENT,
        List.of(
            new Series(texts.text("analysis.sensitivity.first"), first),
            new Series(texts.text("analysis.sensitivity.total"), total)),
        language);
  }

  /** The geometric mean of each group of the start, year by year. */
  Figure groupMeans(DivideView view, Language language) {
    Texts texts = Texts.in(language);
    List<Series> series = new ArrayList<>();
    double highest = 1;
    for (int g = 1; g <= view.lowest(); g++) {
      List<Double> means = new ArrayList<>();
      for (Divide.Year year : view.divide().years()) {
        double mean = year.groupMeans()[g - 1];
        means.add(mean);
        highest = Double.isNaN(mean) ? highest : Math.max(highest, mean);
      }
      series.add(new Series(texts.text("analysis.group.number", g), means));
    }
    return new Figure(
        texts.text("analysis.divide.means"), years(view), "", 0, highest, series, language);
  }

  /** First group to middle group and middle group to last group, as ratios, year by year. */
  Figure distances(DivideView view, Language language) {
    Texts texts = Texts.in(language);
    List<Double> middle = new ArrayList<>();
    List<Double> bottom = new ArrayList<>();
    double highest = 2;
    for (Divide.Year year : view.divide().years()) {
      double above = year.ratio(1, view.middle());
      double below = year.ratio(view.middle(), view.lowest());
      middle.add(above);
      bottom.add(below);
      highest = Math.max(highest, Math.max(above, below));
    }
    return new Figure(
        texts.text("analysis.divide.distances"),
        years(view),
        texts.text("analysis.divide.times.axis"),
        1,
        highest,
        List.of(
            new Series(texts.text("analysis.divide.pair.middle"), middle),
            new Series(texts.text("analysis.divide.pair.bottom"), bottom)),
        language);
  }

  private static List<String> years(DivideView view) {
    return view.divide().years().stream().map(year -> String.valueOf(year.year())).toList();
  }
}
