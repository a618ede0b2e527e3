package org.infostate.report;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.report.TemplateLayout.Sheet;

/**
 * Looks through a template that somebody changed, before it is used: everything that has to be
 * mended is told at once.
 */
public final class ChangedTemplate {

  /** Says on every sheet what it rests on and who may read it. */
  private static final String STAMP = "stamp";

  /**
   * Functions that fetch from elsewhere or run something. As they stand in a file, those of newer
   * versions of Excel have a prefix.
   */
  private static final Pattern REACHES_OUT =
      Pattern.compile("(?i)(?<![A-Z0-9_.])(WEBSERVICE|IMAGE|DDE|RTD|CALL|REGISTER\\.ID)\\s*\\(");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private ChangedTemplate() {}

  /**
   * Refuses what cannot be filled: not a workbook, tables side by side, names that nobody knows,
   * formulas that reach out of the workbook, no stamp.
   *
   * @param vocabulary what can be filled; rows do not matter
   * @return what the report gives and the template does not ask for: names of values, {@code
   *     dataset} and {@code dataset.column}, in order
   * @throws org.infostate.problem.ProblemException with every problem
   */
  public static List<String> check(byte[] workbook, Filling vocabulary) {
    TemplateFile file = TemplateFile.read(workbook);
    TemplateLayout layout = TemplateLayout.of(file);
    List<Problem> problems = new ArrayList<>(layout.overlaps());
    ReportTemplate.Findings findings =
        new ReportTemplate(file, layout).check(vocabulary.values().keySet(), vocabulary.datasets());
    if (findings.unused().containsAll(vocabulary.datasets().stream().map(Dataset::name).toList())) {
      problems.add(ProblemKind.TEMPLATE_WITHOUT_TABLES.problem());
    }
    if (findings.unused().contains(STAMP)) {
      problems.add(ProblemKind.TEMPLATE_NAME_MISSING.problem(STAMP));
    }
    problems.addAll(findings.unknown());
    layout.sheets().forEach(sheet -> problems.addAll(reachingOut(file, sheet)));
    if (problems.isEmpty()) {
      tryOut(new ReportTemplate(file, layout), vocabulary);
      return findings.unused();
    }
    throw new ProblemException(problems);
  }

  private static List<Problem> reachingOut(TemplateFile file, Sheet sheet) {
    List<Problem> problems = new ArrayList<>();
    XmlCopy reading = new XmlCopy(file.part(sheet.part()), null);
    String cell = null;
    while (reading.next()) {
      if (reading.starts("c")) {
        cell = reading.attribute("r");
      } else if (reading.starts("f")) {
        var found = REACHES_OUT.matcher(QUOTED.matcher(plain(reading.content())).replaceAll(""));
        if (found.find()) {
          problems.add(
              ProblemKind.TEMPLATE_FORMULA.at(
                  Place.cell(sheet.name(), cell), found.group(1).toUpperCase(Locale.ROOT)));
        }
      }
    }
    return problems;
  }

  private static String plain(String formula) {
    return formula.replace("_xlfn.", "").replace("_xlws.", "");
  }

  /** What nobody thought of shows now, and not in the report that somebody waits for. */
  private static void tryOut(ReportTemplate template, Filling vocabulary) {
    List<Dataset> datasets =
        vocabulary.datasets().stream()
            .map(
                each -> {
                  List<Object> row = new ArrayList<>(each.columns());
                  return new Dataset(
                      each.name(),
                      each.columns(),
                      each.headings(),
                      List.of(row, row),
                      each.spare());
                })
            .toList();
    template.fill(
        new Filling(vocabulary.language(), vocabulary.values(), datasets, vocabulary.sheetNames()),
        OutputStream.nullOutputStream());
  }
}
