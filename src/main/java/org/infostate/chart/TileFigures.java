package org.infostate.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.chart.TileDrawing.Tiles;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** The countries of an assessment on the map. */
@ApplicationScoped
public class TileFigures {

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private ResultTables tables;
  @Inject private Countries countries;

  /**
   * The score of each country.
   *
   * @param element code; null for the whole
   * @throws org.infostate.problem.ProblemException if the index has no such element
   */
  Tiles scores(Assessment assessment, Integer year, String element, Language language) {
    String code = element == null ? assessment.index().index().root().code() : element;
    if (assessment.index().index().element(code).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("element"), code).exception();
    }
    Map<String, Double> values = new HashMap<>();
    for (Score score : tables.scores(assessment.id(), figures.year(assessment, year))) {
      if (score.element().equals(code) && score.score() != null) {
        values.put(score.iso3(), score.score());
      }
    }
    String name = assessments.names(assessment).element(code, language);
    return tiles(assessment, year, name, values, List.of(), language);
  }

  /** The info-state of each country. */
  Tiles infoStates(Assessment assessment, Integer year, Language language) {
    Map<String, Double> values = new HashMap<>();
    for (AssessedCase one : tables.cases(assessment.id(), figures.year(assessment, year))) {
      if (one.group() != null) {
        values.put(one.iso3(), one.group().doubleValue());
      }
    }
    AssessmentNames names = assessments.names(assessment);
    int lowest = values.values().stream().mapToInt(Double::intValue).max().orElse(0);
    List<String> groups = new ArrayList<>();
    for (int group = 1; group <= lowest; group++) {
      groups.add(names.infoState(group, language));
    }
    String axis = Texts.in(language).text("chart.map.groups.axis");
    return tiles(assessment, year, axis, values, groups, language);
  }

  private Tiles tiles(
      Assessment assessment,
      Integer year,
      String axis,
      Map<String, Double> values,
      List<String> groups,
      Language language) {
    if (values.isEmpty()) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    List<Country> assessed =
        tables.cases(assessment.id(), figures.year(assessment, year)).stream()
            .map(one -> countries.find(one.iso3()).orElseThrow())
            .sorted(Comparator.comparing(Country::iso3))
            .toList();
    List<Double> shown =
        assessed.stream().map(c -> values.getOrDefault(c.iso3(), Double.NaN)).toList();
    Figure figure =
        new Figure(
            assessment.title(Texts.in(language)),
            assessed.stream().map(country -> country.name(language)).toList(),
            axis,
            groups.isEmpty() ? 0 : 1,
            groups.isEmpty() ? AssessmentFigures.top(shown) : Math.max(2, groups.size()),
            List.of(new Figure.Series(axis, shown)),
            language);
    return new Tiles(
        figure,
        assessed.stream().map(Country::iso3).toList(),
        around(assessment, assessed),
        groups);
  }

  /** The states of the world that were not assessed, on the day of the assessment. */
  private List<String> around(Assessment assessment, List<Country> assessed) {
    LocalDate day = LocalDate.ofInstant(assessment.finishedAt(), ZoneOffset.UTC);
    return countries.all().stream()
        .filter(country -> country.standing() != Country.Standing.AREA && country.exists(day))
        .filter(country -> !country.invented() && !assessed.contains(country))
        .map(Country::iso3)
        .toList();
  }
}
