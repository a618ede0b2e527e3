package org.infostate.scorings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.assessment.IndexFile;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Source;
import org.infostate.scoring.Step;

/**
 * The elements of an index in COINr's own table, {@code iMeta}: a line for each, of {@code Type}
 * {@code Indicator}, {@code Aggregate}, {@code Denominator}, {@code Group} or {@code Other}. {@code
 * iCode}, {@code Type} and {@code Parent} must be there; {@code iName}, {@code Direction}, {@code
 * Weight}, {@code Level}, {@code Denominator}, {@code ScaleFactor}, {@code Target} and {@code
 * goalpost_lower}, {@code _upper}, {@code _scale} and {@code _trunc2posts} may; what other columns
 * say is not read.
 *
 * @param elements in the order of the table
 * @param denominators by code
 * @param lines by code of the element, its line in the table
 * @param levels by code of the element, the level that the table gives it
 * @param scales by code of the indicator, its own limits of those scales that leave them open
 * @param declared codes of groups and of what the table calls other
 */
record ElementTable(
    List<Element> elements,
    Map<String, Source> denominators,
    Map<String, Integer> lines,
    Map<String, Integer> levels,
    Map<String, List<Scale>> scales,
    Set<String> declared) {

  private static final double HEAVIEST = 1e9;

  /** Reads a table; what is wrong with it goes to the findings. */
  static ElementTable read(CsvPart csv, Findings findings) {
    ElementTable table =
        new ElementTable(
            new ArrayList<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new HashSet<>());
    boolean complete = true;
    for (String heading : List.of("iCode", "Type", "Parent")) {
      if (!csv.has(heading)) {
        findings.add(csv.part(), 1, 1, ProblemKind.SCORING_HEADING_MISSING, heading, csv.part());
        complete = false;
      }
    }
    for (CsvRecord row : complete ? csv.rows() : List.<CsvRecord>of()) {
      table.read(csv, row, findings);
    }
    return table;
  }

  private void read(CsvPart csv, CsvRecord row, Findings findings) {
    String code = csv.value(row, "iCode");
    String type = csv.value(row, "Type").toLowerCase(Locale.ROOT);
    switch (type) {
      case "indicator", "aggregate" -> {
        if (code.matches(IndexFile.CODE)) {
          element(csv, row, code, type.equals("indicator"), findings);
        } else {
          csv.fault(findings, row, "iCode", ProblemKind.SCORING_CODE_INVALID, code);
        }
      }
      case "denominator" -> denominators.put(code, Source.column(code));
      case "group", "other" -> declared.add(code);
      default ->
          csv.fault(
              findings,
              row,
              "Type",
              ProblemKind.SCORING_VALUE_UNKNOWN,
              type,
              "Indicator, Aggregate, Denominator, Group, Other");
    }
  }

  private void element(
      CsvPart csv, CsvRecord row, String code, boolean indicator, Findings findings) {
    String parent = text(csv, row, "Parent");
    String name = text(csv, row, "iName");
    String denominator = indicator ? text(csv, row, "Denominator") : null;
    double weight = number(csv, row, "Weight", parent == null ? 0 : 1, 0, HEAVIEST, findings);
    double per = number(csv, row, "ScaleFactor", 1, Double.MIN_NORMAL, 1e18, findings);
    int direction = indicator ? direction(csv, row, findings) : 1;
    if (name != null && name.length() > Limits.LONGEST_NAME) {
      csv.fault(findings, row, "iName", ProblemKind.SCORING_TEXT_TOO_LONG, Limits.LONGEST_NAME);
    }
    elements.add(
        new Element(
            code,
            parent,
            Map.of("en", name == null ? code : name),
            direction,
            weight,
            denominator,
            per,
            indicator ? Source.column(code) : null,
            List.of()));
    lines.put(code, CsvPart.line(row));
    double level = number(csv, row, "Level", Double.NaN, 1, 100, findings);
    if (!Double.isNaN(level)) {
      levels.put(code, (int) level);
    }
    if (indicator) {
      scales.put(code, scales(csv, row, code, findings));
    }
  }

  private static int direction(CsvPart csv, CsvRecord row, Findings findings) {
    double direction = number(csv, row, "Direction", 1, -1, 1, findings);
    if (direction != 1 && direction != -1) {
      csv.fault(
          findings,
          row,
          "Direction",
          ProblemKind.SCORING_VALUE_UNKNOWN,
          csv.value(row, "Direction"),
          "1, -1");
      return 1;
    }
    return (int) direction;
  }

  private static List<Scale> scales(CsvPart csv, CsvRecord row, String code, Findings findings) {
    double most = Limits.LARGEST_FIGURE;
    double low = number(csv, row, "goalpost_lower", Double.NaN, -most, most, findings);
    double high = number(csv, row, "goalpost_upper", Double.NaN, -most, most, findings);
    double scale = number(csv, row, "goalpost_scale", 1, -1e18, 1e18, findings);
    boolean capped = !csv.value(row, "goalpost_trunc2posts").equalsIgnoreCase("false");
    double target = number(csv, row, "Target", Double.NaN, -most, most, findings);
    List<Scale> scales = new ArrayList<>();
    if (low < high) {
      scales.add(new Scale.Goalposts(low, high, scale, capped));
    } else if (!Double.isNaN(low) || !Double.isNaN(high)) {
      csv.fault(
          findings,
          row,
          csv.has("goalpost_lower") ? "goalpost_lower" : "goalpost_upper",
          ProblemKind.SCORING_GOALPOSTS,
          code);
    }
    if (!Double.isNaN(target)) {
      scales.add(new Scale.DistanceToTarget(target, true));
    }
    return scales;
  }

  private static String text(CsvPart csv, CsvRecord row, String heading) {
    String value = csv.value(row, heading);
    return CsvPart.missing(value) ? null : value;
  }

  private static double number(
      CsvPart csv,
      CsvRecord row,
      String heading,
      double usual,
      double least,
      double most,
      Findings findings) {
    String value = csv.value(row, heading);
    if (CsvPart.missing(value)) {
      return usual;
    }
    double number = csv.number(value);
    if (!(number >= least && number <= most)) {
      csv.fault(findings, row, heading, ProblemKind.SCORING_NOT_A_NUMBER, value, heading);
      return usual;
    }
    return number;
  }

  /**
   * The elements with what a file of steps says about each, and with their own limits of the scale
   * that the steps leave open.
   */
  List<Element> with(List<Step> steps, Map<String, List<Step>> methods) {
    Optional<Normalisation> open =
        steps.stream()
            .filter(Normalisation.class::isInstance)
            .map(Normalisation.class::cast)
            .filter(step -> step.scale().open())
            .findFirst();
    List<Element> all = new ArrayList<>();
    for (Element element : elements) {
      Element one = element;
      for (Step method : methods.getOrDefault(element.code(), List.of())) {
        one = one.with(method);
      }
      Normalisation own =
          one.method(Normalisation.class).filter(n -> n.scale().open()).or(() -> open).orElse(null);
      boolean asked =
          own != null && one.method(Normalisation.class).map(n -> n.scale().open()).orElse(true);
      all.add(asked ? closed(one, own) : one);
    }
    return all;
  }

  private Element closed(Element element, Normalisation open) {
    return scales.getOrDefault(element.code(), List.of()).stream()
        .filter(scale -> scale.getClass() == open.scale().getClass())
        .findFirst()
        .map(scale -> element.with(new Normalisation(scale, open.over(), open.floor())))
        .orElse(element);
  }
}
