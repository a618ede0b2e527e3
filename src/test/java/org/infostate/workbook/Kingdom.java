package org.infostate.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ReadForm;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.PostedAnswers;
import org.infostate.text.Language;

/** The answers of Ruritania to a small form with questions of all types, and its workbook. */
final class Kingdom {

  static final byte[] SECRET = "not a real secret".getBytes(StandardCharsets.UTF_8);
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final List<String> VERSIONS = List.of("realm/1/" + "ab".repeat(32));

  static final Form FORM =
      ReadForm.of(
          Map.of(
              "form.yaml",
              """
              questionnaire: realm
              version: "1"
              language: en
              title: The realm
              choices:
                yes_no:
                  - {name: "yes", label: "Yes"}
                  - {name: "no", label: "No"}
                tongue:
                  - {name: de, label: German}
                  - {name: fr, label: French}
                  - {name: la, label: Latin}
                kind:
                  - {name: tower, label: Tower}
                  - {name: gate, label: Gate}
                detail:
                  - {name: round, label: Round, of: tower}
                  - {name: square, label: Square, of: tower}
                  - {name: iron, label: Iron, of: gate}
                twin:
                  - {name: north, label: Wing}
                  - {name: south, label: Wing}
              survey:
                - type: group
                  name: crown
                  label: "The crown: who's who?"
                  hint: Ask at court.
                  questions:
                    - {type: note, name: crown_note, label: Read this first}
                    - {type: text, name: king, label: Name of the king, required: true}
                    - type: integer
                      name: guards
                      label: Guards
                      constraint: ". >= 0"
                      constraint_message: Give 0 or more.
                    - {type: decimal, name: gold, label: Gold in kilograms}
                    - {type: date, name: crowned, label: Day of the coronation}
                    - {type: select_one yes_no, name: heir, label: Is there an heir?}
                    - type: text
                      name: heir_name
                      label: Name of the heir
                      relevant: "${heir} = 'yes'"
                    - {type: select_multiple tongue, name: tongues, label: Languages at court}
                    - {type: select_one twin, name: wing, label: Which wing?}
                    - {type: file, name: charter, label: The charter}
                    - type: calculate
                      name: gold_per_guard
                      label: Gold per guard
                      calculation: "${gold} div ${guards}"
                - type: group
                  name: walls
                  label: The walls
                  questions:
                    - {type: select_one yes_no, name: has_walls, label: Are there walls?}
                    - type: repeat
                      name: wall_roster
                      register: unit
                      label: Parts of the wall
                      relevant: "${has_walls} = 'yes'"
                      questions:
                        - {type: text, name: wall_name, label: Name}
                        - {type: select_one kind, name: wall_kind, label: Kind}
                        - type: select_one detail
                          name: wall_detail
                          label: Detail
                          choice_filter: "of = ${wall_kind}"
                        - {type: integer, name: wall_height, label: Height in metres}
                        - {type: date, name: wall_built, label: Built on}
                        - {type: select_multiple tongue, name: wall_tongues, label: Inscriptions}
                    - type: calculate
                      name: height_in_all
                      label: Height in all
                      calculation: "sum(${wall_height})"
              """,
              "fr.yaml",
              """
              language: fr
              review: human
              title: Le royaume
              choices:
                yes_no: {"yes": Oui, "no": Non}
                tongue: {de: Allemand, fr: Français, la: Latin}
                kind: {tower: Tour, gate: Porte}
              labels:
                crown: "La couronne : qui est qui ?"
                king: Nom du roi
              """));

  private final Map<AnswerKey, Held> held = new HashMap<>();
  private final Map<AnswerKey, List<Held>> history = new HashMap<>();
  private final Map<String, List<Integer>> rows = new HashMap<>();
  private final Set<AnswerKey> waiting = new HashSet<>();

  /** With an answer to everything. */
  static Kingdom answered() {
    return new Kingdom()
        .answer("king", "Rudolf V")
        .answer("guards", "120")
        .answer("gold", "12.5")
        .answer("crowned", "1897-10-24")
        .answer("heir", "yes")
        .answer("heir_name", "Flavia")
        .answer("tongues", "de la")
        .answer("wing", "south")
        .answer("charter", "50")
        .answer("has_walls", "yes")
        .rows(1, 4)
        .answer("wall_name", 1, "North tower")
        .answer("wall_kind", 1, "tower")
        .answer("wall_detail", 1, "square")
        .answer("wall_height", 1, "30")
        .answer("wall_built", 1, "1950-06-01")
        .answer("wall_tongues", 1, "la")
        .answer("wall_name", 4, "Old gate")
        .answer("wall_kind", 4, "gate")
        .held("wall_height", 4, null, AnswerStatus.UNKNOWN, null, null)
        .held("wall_tongues", 4, null, AnswerStatus.NOT_APPLICABLE, null, null);
  }

  Kingdom answer(String question, String value) {
    return answer(question, 0, value);
  }

  Kingdom answer(String question, int row, String value) {
    return held(question, row, value, AnswerStatus.ANSWERED, null, null);
  }

  Kingdom held(
      String question, int row, String value, AnswerStatus status, String comment, String source) {
    AnswerKey key = new AnswerKey(question, row);
    int revision = held.containsKey(key) ? held.get(key).revision() + 1 : 1;
    held.put(key, new Held(value, status, comment, source, null, revision, "focal-xru", NOW));
    history.computeIfAbsent(key, none -> new ArrayList<>()).add(held.get(key));
    return this;
  }

  /** Makes answers that are there carried ones, which wait to be confirmed. */
  Kingdom carried(AnswerKey... keys) {
    waiting.addAll(List.of(keys));
    return this;
  }

  Kingdom rows(Integer... numbers) {
    rows.put("wall_roster", List.of(numbers));
    return this;
  }

  Map<AnswerKey, Held> held() {
    return held;
  }

  FilledForm filled() {
    return new FilledForm(FORM, held, rows, LocalDate.of(2026, 11, 24));
  }

  WorkbookIdentity identity(Language language) {
    return new WorkbookIdentity(
        "first",
        "XRU",
        VERSIONS,
        language,
        FORM.sections().stream().map(Section::name).toList(),
        NOW,
        held.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().revision())));
  }

  byte[] workbook(Language language) {
    return workbook(identity(language));
  }

  byte[] workbook(WorkbookIdentity identity) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ResponseWorkbook.write(identity, cover(), List.of(filled()), waiting, SECRET, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  static ResponseWorkbook.Cover cover() {
    return new ResponseWorkbook.Cover(
        "First round",
        "Ruritania",
        "31 Dec 2026",
        "http://localhost:8080/rounds/first/responses/XRU",
        Map.of("50", "charter.pdf"));
  }

  WorkbookReading read(byte[] content) {
    return WorkbookReading.read(
        content, new WorkbookReading.Expected("first", "XRU", VERSIONS, List.of(filled()), SECRET));
  }

  /** What these workbooks, by file name, would do together to what is held now. */
  Trial trial(Map<String, byte[]> files) {
    List<WorkbookReading> readings = new ArrayList<>();
    files.forEach(
        (name, content) ->
            readings.add(files.size() == 1 ? read(content) : read(content).inFile(name)));
    return WorkbookChanges.trial(
        readings,
        new WorkbookChanges.Stored(
            List.of(filled()),
            held,
            (key, revision) -> history.get(key).get(revision - 1),
            waiting,
            Set.of("crown", "walls")),
        Language.EN);
  }

  /** What one workbook would do. */
  Trial trial(byte[] content) {
    return trial(Map.of("workbook.xlsx", content));
  }

  /** Answers of a reading that differ from those that are held, as the dry run sees them. */
  Map<AnswerKey, Given> changes(WorkbookReading reading) {
    Map<AnswerKey, Given> changes = new HashMap<>();
    for (WorkbookReading.Found found : reading.found().values()) {
      Held shown = held.get(found.key());
      Given given = WorkbookChanges.given(found, question(found.key()), shown);
      if (!PostedAnswers.unchanged(given, shown)) {
        changes.put(found.key(), given);
      }
    }
    return changes;
  }

  private static org.infostate.questionnaire.Question question(AnswerKey key) {
    return FORM.questions().get(key.question());
  }

  /** What a person does to a workbook. */
  interface Deed {
    void to(XSSFWorkbook workbook);
  }

  /** Another text for one part of the package: what programs write that POI does not. */
  static byte[] rewritten(byte[] content, String part, UnaryOperator<String> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean there = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = in.readAllBytes();
        if (entry.getName().matches(part)) {
          there = true;
          String text = new String(bytes, StandardCharsets.UTF_8);
          bytes = change.apply(text).getBytes(StandardCharsets.UTF_8);
        }
        zip.write(bytes);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (!there) {
      throw new AssertionError("no part " + part);
    }
    return out.toByteArray();
  }

  static byte[] edited(byte[] content, Deed deed) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      deed.to(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The row that carries an identity, on whatever sheet. */
  static Row row(XSSFWorkbook workbook, String id) {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        Cell cell = row.getCell(0);
        if (cell != null && cell.toString().equals(id)) {
          return row;
        }
      }
    }
    throw new AssertionError("no row " + id);
  }

  /** A cell of the row with this identity. */
  static Cell cell(XSSFWorkbook workbook, String id, int column) {
    Row row = row(workbook, id);
    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  static Cell answer(XSSFWorkbook workbook, String id) {
    return cell(workbook, id, WorkbookPlan.ANSWER);
  }

  /** A cell of a table, by the key of its column. */
  static Cell inTable(XSSFWorkbook workbook, String id, String key) {
    Row row = row(workbook, id);
    for (Cell cell : row.getSheet().getRow(WorkbookPlan.KEY_ROW)) {
      if (cell.toString().equals(key)) {
        return row.getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new AssertionError("no column " + key);
  }

  static Set<Integer> numbers(WorkbookReading reading) {
    return reading.problems().stream()
        .map(problem -> problem.kind().number())
        .collect(Collectors.toSet());
  }
}
