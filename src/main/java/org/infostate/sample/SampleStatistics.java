package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.statistics.Figure;
import org.infostate.statistics.Reading;
import org.infostate.statistics.Statistics;

/**
 * Figures of the invented countries from 2000 on: each series grows as a logistic curve, earlier
 * and higher the better the country's level, so that the countries fall into info-states.
 */
@ApplicationScoped
public class SampleStatistics {

  private static final int FIRST_YEAR = 2000;

  /** Where a series saturates, and in which year the best country is half-way there. */
  private record Series(String indicator, double ceiling, double halfWay, int decimals) {}

  private static final List<Series> SERIES =
      List.of(
          new Series("fixed_telephone_per_100", 52, 1988, 2),
          new Series("mobile_cellular_per_100", 135, 2003, 2),
          new Series("fixed_broadband_per_100", 42, 2007, 2),
          new Series("internet_users_pct", 98, 2003, 1),
          new Series("households_internet_pct", 97, 2005, 1),
          new Series("households_computer_pct", 96, 2003, 1),
          new Series("mean_schooling_years", 13.5, 1975, 1),
          new Series("expected_schooling_years", 19, 1970, 1));

  @Inject private Statistics statistics;

  void store(Map<String, Double> levels, int lastYear, Random chance) {
    List<Figure> figures = new ArrayList<>();
    levels.forEach(
        (iso3, level) -> {
          double population = Math.exp(12.5 + chance.nextGaussian() * 1.5);
          for (int year = FIRST_YEAR; year <= lastYear; year++) {
            for (Series series : SERIES) {
              // Poorer countries publish less.
              if (chance.nextDouble() > 0.04 * (1 - level)) {
                figures.add(figure(iso3, year, series, level, chance));
              }
            }
            figures.add(
                new Figure(
                    iso3,
                    "population",
                    year,
                    new BigDecimal(Math.round(population * Math.pow(1.012, year - FIRST_YEAR))),
                    null));
          }
        });
    statistics.store(
        "sample data (invented)",
        "0".repeat(64),
        new Reading("Infostate sample", Integer.toString(lastYear), figures, List.of()),
        "-");
  }

  private static Figure figure(String iso3, int year, Series series, double level, Random chance) {
    double delayYears = (1 - level) * 14;
    double ceiling = series.ceiling() * (0.45 + 0.55 * level);
    double value =
        ceiling
            / (1 + Math.exp(-0.32 * (year - series.halfWay() - delayYears)))
            * (1 + chance.nextGaussian() * 0.015);
    double bounded = Math.max(0, Math.min(series.ceiling(), value));
    return new Figure(
        iso3,
        series.indicator(),
        year,
        BigDecimal.valueOf(bounded).setScale(series.decimals(), RoundingMode.HALF_UP),
        null);
  }
}
