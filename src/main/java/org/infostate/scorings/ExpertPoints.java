package org.infostate.scorings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Step;
import org.infostate.scoring.Weighting;

/**
 * The points of an enquiry among experts, as a spreadsheet of them is kept: a row for each expert,
 * named in the column {@code expert}, and a column for each element that points were given to. A
 * missing value is no point. What comes of it is the budget allocation of {@link
 * Weighting.Method#EXPERTS}.
 */
final class ExpertPoints {

  private static final String EXPERT = "expert";
  private static final double MOST = 1e9;

  private ExpertPoints() {}

  /**
   * The index weighed so: in place of its step {@code weigh}, whose levels stay, or right before
   * the first {@code aggregate}.
   *
   * @return null if something is wrong with the table, which stands in the findings
   */
  static Index weigh(Index index, ScoringOrder order, Findings findings) {
    String part = ScoringOrder.POINTS;
    CsvPart csv = CsvPart.read(part, order.part(part), Limits.MOST_EXPERTS, findings);
    Map<String, Map<String, Double>> points = csv == null ? Map.of() : read(csv, index, findings);
    if (!findings.none()) {
      return null;
    }
    List<Step> steps = new ArrayList<>();
    Set<Integer> levels = index.step(Weighting.class).map(Weighting::levels).orElse(Set.of());
    Weighting weighting = new Weighting(Weighting.Method.EXPERTS, levels, points);
    boolean weighed = false;
    for (Step step : index.steps()) {
      if (!weighed && (step instanceof Weighting || step instanceof Aggregation)) {
        steps.add(weighting);
        weighed = true;
      }
      if (!(step instanceof Weighting)) {
        steps.add(step);
      }
    }
    return new Index(
        index.code(),
        index.version(),
        index.names(),
        index.elements(),
        index.denominators(),
        steps);
  }

  private static Map<String, Map<String, Double>> read(
      CsvPart csv, Index index, Findings findings) {
    String expert = csv.firstOf(EXPERT);
    Set<String> codes =
        index.elements().stream()
            .filter(element -> element.parent() != null)
            .map(Element::code)
            .collect(Collectors.toSet());
    if (expert == null) {
      findings.add(csv.part(), 1, 1, ProblemKind.SCORING_HEADING_MISSING, EXPERT, csv.part());
      return Map.of();
    }
    Set<String> elements = new HashSet<>(csv.headings().keySet());
    elements.remove(expert);
    for (String element : csv.headings().keySet()) {
      if (elements.contains(element) && !codes.contains(element)) {
        findings.add(
            csv.part(), 1, csv.column(element), ProblemKind.SCORING_ELEMENT_UNKNOWN, element);
      }
    }
    Map<String, Map<String, Double>> points = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (CsvRecord row : csv.rows()) {
      String name = csv.value(row, expert);
      Integer earlier = lines.putIfAbsent(name, CsvPart.line(row));
      if (name.isEmpty()) {
        csv.fault(findings, row, expert, ProblemKind.SCORING_EXPERT_MISSING);
      } else if (earlier != null) {
        csv.fault(findings, row, expert, ProblemKind.SCORING_CASE_TWICE, name, earlier);
      }
      points.put(name, points(csv, row, elements, findings));
    }
    if (findings.none() && points.values().stream().allMatch(ExpertPoints::none)) {
      findings.add(csv.part(), ProblemKind.SCORING_TABLE_EMPTY, csv.part());
    }
    return points;
  }

  private static boolean none(Map<String, Double> points) {
    return points.values().stream().allMatch(point -> point == 0);
  }

  private static Map<String, Double> points(
      CsvPart csv, CsvRecord row, Set<String> elements, Findings findings) {
    Map<String, Double> points = new LinkedHashMap<>();
    for (String element : elements) {
      String value = csv.value(row, element);
      if (!CsvPart.missing(value)) {
        double number = csv.number(value);
        if (number >= 0 && number <= MOST) {
          points.put(element, number);
        } else {
          csv.fault(findings, row, element, ProblemKind.SCORING_NOT_A_NUMBER, value, element);
        }
      }
    }
    return points;
  }
}
