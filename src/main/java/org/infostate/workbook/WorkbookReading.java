package org.infostate.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerCheck;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.spreadsheet.WorkbookFile;
import org.infostate.spreadsheet.WorkbookSheet;

/**
 * What was found in an uploaded workbook: whose it is, its answers, and everything that is wrong
 * with it, by sheet and cell. Nothing is judged here that {@link AnswerCheck} judges.
 *
 * <p>Rows are believed by the identity that they carry. Names of cells and the labels are further
 * witnesses; where they say otherwise, the answer is left out and reported: values that silently
 * land on the wrong question are the one thing that must not happen.
 *
 * @param identity null where the workbook is refused as a whole
 * @param found answers by key, also those that are blank; rows of tables that are not stored yet
 *     have negative numbers, from -1 in the order of the sheet
 * @param newRows by table, the negative numbers in order
 * @param remarks what a person should know of, though nothing is wrong: rows that are gone
 * @param problems answers that have one are not among those found
 */
record WorkbookReading(
    WorkbookIdentity identity,
    Map<AnswerKey, Found> found,
    Map<String, List<Integer>> newRows,
    List<Problem> remarks,
    List<Problem> problems) {

  /**
   * An answer as it stands in the workbook.
   *
   * @param given status null: there is none; confidentiality is never in a workbook
   * @param confirmed whether it was marked as still correct
   * @param table whether it stands in a table, which has no place for comment and source
   * @param place sheet and cell
   */
  record Found(AnswerKey key, Given given, boolean confirmed, boolean table, Place place) {}

  /**
   * What a workbook must be to be taken.
   *
   * @param versions as {@link WorkbookIdentity#versions}
   * @param forms of the round, with the answers that are there now
   * @param secret that signed it
   */
  record Expected(
      String round, String country, List<String> versions, List<FilledForm> forms, byte[] secret) {}

  /** Reads a file. Never throws: what is wrong is among the problems. */
  static WorkbookReading read(byte[] content, Expected expected) {
    try {
      WorkbookFile file = WorkbookFile.read(content);
      WorkbookIdentity identity = identity(file, expected);
      return read(file, identity, expected.forms());
    } catch (ProblemException e) {
      return new WorkbookReading(null, Map.of(), Map.of(), List.of(), e.problems());
    }
  }

  /**
   * The same, each place with the name of the file, {@code [file.xlsx]Sheet} as Excel writes it.
   */
  WorkbookReading inFile(String name) {
    Map<AnswerKey, Found> named = new LinkedHashMap<>();
    found.forEach(
        (key, each) ->
            named.put(
                key,
                new Found(
                    key,
                    each.given(),
                    each.confirmed(),
                    each.table(),
                    inFile(name, each.place()))));
    return new WorkbookReading(
        identity, named, newRows, inFile(name, remarks), inFile(name, problems));
  }

  private static List<Problem> inFile(String name, List<Problem> problems) {
    return problems.stream().map(each -> each.at(inFile(name, each.place()))).toList();
  }

  private static Place inFile(String name, Place place) {
    String sheet = place.sheet() == null ? "" : place.sheet();
    return place.inCell("[" + name + "]" + sheet, place.cell());
  }

  private static WorkbookIdentity identity(WorkbookFile file, Expected expected) {
    List<List<WorkbookIdentity.Line>> sheets =
        file.sheets().stream()
            .map(WorkbookReading::lines)
            .filter(lines -> !lines.isEmpty() && lines.get(0).key().equals(WorkbookIdentity.FORMAT))
            .toList();
    if (sheets.isEmpty()) {
      throw ProblemKind.WORKBOOK_NOT_OURS.exception();
    }
    WorkbookIdentity identity =
        WorkbookIdentity.read(sheets.get(0), expected.secret())
            .filter(signed -> sheets.size() == 1)
            .orElseThrow(ProblemKind.WORKBOOK_TAMPERED::exception);
    boolean own = identity.country().equals(expected.country());
    boolean here = own && identity.round().equals(expected.round());
    List<String> versions = expected.versions();
    if (here && !identity.versions().equals(versions)
        || own && isOtherVersion(identity, versions)) {
      throw ProblemKind.WORKBOOK_OTHER_VERSION.exception();
    }
    if (!here) {
      throw ProblemKind.WORKBOOK_OTHER_RESPONSE.exception(identity.country(), identity.round());
    }
    return identity;
  }

  /** Whether it asks the same questionnaire in another version, as that of an earlier round may. */
  private static boolean isOtherVersion(WorkbookIdentity identity, List<String> expected) {
    return identity.versions().stream()
        .filter(version -> !expected.contains(version))
        .map(WorkbookReading::code)
        .anyMatch(code -> expected.stream().map(WorkbookReading::code).anyMatch(code::equals));
  }

  private static String code(String version) {
    return version.substring(0, version.indexOf('/'));
  }

  private static List<WorkbookIdentity.Line> lines(WorkbookSheet sheet) {
    return sheet.rows().keySet().stream()
        .map(
            row ->
                new WorkbookIdentity.Line(
                    sheet.cell(row, 0).text().strip(), sheet.cell(row, 1).text().strip()))
        .toList();
  }

  private static WorkbookReading read(
      WorkbookFile file, WorkbookIdentity identity, List<FilledForm> forms) {
    WorkbookPlan plan =
        WorkbookPlan.of(forms, Set.copyOf(identity.sections()), identity.language());
    WorkbookFindings findings = new WorkbookFindings();
    WorkbookWitnesses witnesses = new WorkbookWitnesses(file);
    Map<String, WorkbookPlan.Sheet> planned = new LinkedHashMap<>();
    plan.sheets().forEach(sheet -> planned.put(sheet.marker(), sheet));
    Map<String, WorkbookSheet> read = new HashMap<>();
    WorkbookQuestionReader questions =
        new WorkbookQuestionReader(plan, file.from1904(), witnesses, findings);
    for (WorkbookSheet sheet : file.sheets()) {
      WorkbookKeys keys = WorkbookKeys.of(sheet);
      WorkbookPlan.Sheet known = keys == null ? null : planned.get(keys.marker());
      if (known == null) {
        continue;
      }
      if (read.put(keys.marker(), sheet) != null) {
        findings.problem(ProblemKind.WORKBOOK_SHEET_TWICE, sheet.place(0, 0), known.name());
      } else if (known.roster() == null) {
        questions.read(sheet, keys, known);
      } else {
        new WorkbookTableReader(identity, file.from1904(), witnesses, findings)
            .read(sheet, keys, known);
      }
    }
    questions.finish();
    planned.forEach(
        (marker, sheet) -> {
          if (!read.containsKey(marker) && witnesses.seeAnswersOf(sheet)) {
            findings.problem(ProblemKind.WORKBOOK_SHEET_MISSING, Place.NOWHERE, sheet.name());
          } else if (!read.containsKey(marker)) {
            findings.remark(ProblemKind.WORKBOOK_SHEET_GONE, Place.NOWHERE, sheet.name());
          }
        });
    return findings.reading(identity);
  }
}
