package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/** Takes the needs of countries apart, down to the indicator; for page and API alike. */
@ApplicationScoped
public class FindNeeds {

  @Inject private ResultTables tables;
  @Inject private PlanningFiles files;

  /**
   * What each country of a list lacks, by country in the order of the list; of each the gravest
   * first within a requirement, requirements in the order of the index.
   */
  public Map<String, List<Finding>> of(PriorityList list) {
    Index index = list.assessment().index().index();
    Catalogue catalogue = files.catalogue();
    Needs measure = new Needs(index, tables.weights(list.assessment().id()), list.targets());
    Map<String, List<Score>> scores =
        tables.scores(list.assessment().id(), null).stream()
            .collect(Collectors.groupingBy(Score::iso3));
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    for (Priority priority : list.priorities()) {
      String iso3 = priority.iso3();
      found.put(iso3, of(iso3, index, measure, scores.get(iso3), list.targets(), catalogue));
    }
    return found;
  }

  private static List<Finding> of(
      String iso3,
      Index index,
      Needs measure,
      List<Score> scores,
      Targets targets,
      Catalogue catalogue) {
    Set<String> indicators =
        index.indicators().stream().map(Element::code).collect(Collectors.toSet());
    Map<String, Need.Gap> gaps = new HashMap<>();
    measure
        .of(iso3, scores, indicators)
        .ifPresent(need -> need.pillars().forEach(gap -> gaps.put(gap.element(), gap)));
    List<Finding> findings = new ArrayList<>();
    for (Score score : scores) {
      Need.Gap gap = gaps.get(score.element());
      if (gap != null && gap.missing() + gap.unknown() > 0) {
        double top =
            Needs.goalposts(index, index.element(score.element()).orElseThrow())
                .orElseThrow()
                .scale();
        findings.add(
            new Finding(
                pillar(index, score.element()),
                score,
                top,
                targets.of(iso3, score.element(), top),
                gap.missing(),
                gap.unknown(),
                help(index, score.element(), catalogue)));
      }
    }
    List<String> order = index.elements().stream().map(Element::code).toList();
    findings.sort(
        Comparator.comparing((Finding one) -> order.indexOf(one.requirement()))
            .thenComparing(one -> -one.missing() - one.unknown())
            .thenComparing(Finding::indicator));
    return findings;
  }

  /** Whether a country is linked to a 24/7 network; null where it is not known. */
  public Boolean linked(List<Score> scores) {
    Catalogue catalogue = files.catalogue();
    String element = catalogue.answers() == null ? null : catalogue.answers().networks();
    return scores.stream()
        .filter(score -> score.element().equals(element) && score.score() != null)
        .findFirst()
        .map(score -> score.score() > 0)
        .orElse(null);
  }

  private static List<Assistance> help(Index index, String indicator, Catalogue catalogue) {
    Set<String> above = above(index, indicator);
    return catalogue.assistance().stream()
        .filter(one -> one.effects().keySet().stream().anyMatch(above::contains))
        .toList();
  }

  /** The indicator and all that it stands below, from itself upwards. */
  private static Set<String> above(Index index, String indicator) {
    Set<String> above = new LinkedHashSet<>();
    for (Element at = index.element(indicator).orElse(null); at != null; ) {
      above.add(at.code());
      at = at.parent() == null ? null : index.element(at.parent()).orElse(null);
    }
    return above;
  }

  private static String pillar(Index index, String indicator) {
    List<String> above = List.copyOf(above(index, indicator));
    return above.get(Math.max(0, above.size() - 2));
  }
}
