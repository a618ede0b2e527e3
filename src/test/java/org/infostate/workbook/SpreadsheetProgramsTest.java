package org.infostate.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What spreadsheet programs and the habits of their countries make of a workbook, in files that are
 * written as those programs write them.
 *
 * <ol>
 *   <li>Google Sheets: texts in the cells instead of the table of shared strings, no protection, no
 *       structure lock, hidden sheets that are merely hidden, no names but those of ranges, numbers
 *       as {@code 120.0}.
 *   <li>WPS: names once more for each sheet, formula texts as {@code str}, addresses of cells left
 *       out.
 *   <li>Excel on old Macintoshes: days since 1904. Excel in strict mode: days as ISO text.
 *   <li>Everywhere: digits of other scripts, commas, spaces that do not break, and what is pasted
 *       over a list.
 * </ol>
 */
class SpreadsheetProgramsTest {

  private static final String SHEETS = "xl/worksheets/sheet\\d+\\.xml";

  private final Kingdom kingdom = Kingdom.answered();
  private final byte[] workbook = kingdom.workbook(Language.EN);

  /** What one edited workbook changes, by answer. */
  private Map<String, String> changes(byte[] content) {
    Trial trial = kingdom.trial(content);
    assertEquals(List.of(), trial.problems());
    assertEquals(List.of(), trial.refused());
    assertEquals(List.of(), trial.conflicts());
    Map<String, String> changes = new TreeMap<>();
    trial.added().forEach(c -> changes.put(c.key().field(), c.after().value()));
    trial.changed().forEach(c -> changes.put(c.key().field(), c.after().value()));
    trial.cleared().forEach(c -> changes.put(c.key().field(), null));
    return changes;
  }

  private Map<String, String> typed(String question, String text) {
    return changes(
        Kingdom.edited(workbook, edited -> Kingdom.answer(edited, question).setCellValue(text)));
  }

  /** The one problem with an answer, and that it names sheet and cell. */
  private Problem problem(String question, String text) {
    byte[] content =
        Kingdom.edited(workbook, edited -> Kingdom.answer(edited, question).setCellValue(text));
    Trial trial = kingdom.trial(content);
    List<Problem> all = trial.problems().isEmpty() ? trial.refused() : trial.problems();
    assertEquals(1, all.size(), text + ": " + all);
    assertTrue(all.get(0).place().sheet().startsWith("1 The crown"));
    assertTrue(all.get(0).place().cell().matches("D\\d+"));
    return all.get(0);
  }

  // Google Sheets

  private static String inline(String sheet, List<String> strings) {
    StringBuilder written = new StringBuilder();
    var shared = Pattern.compile("<c ([^>]*?)t=\"s\"([^>]*)><v>(\\d+)</v></c>").matcher(sheet);
    while (shared.find()) {
      String text = strings.get(Integer.parseInt(shared.group(3)));
      String cell =
          "<c "
              + shared.group(1)
              + "t=\"inlineStr\""
              + shared.group(2)
              + "><is>"
              + text
              + "</is></c>";
      shared.appendReplacement(written, Matcher.quoteReplacement(cell));
    }
    return shared.appendTail(written).toString();
  }

  private static List<String> strings(byte[] content) {
    List<String> strings = new ArrayList<>();
    Kingdom.rewritten(
        content,
        "xl/sharedStrings.xml",
        text -> {
          var each = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);
          each.matcher(text).results().forEach(found -> strings.add(found.group(1)));
          return text;
        });
    return strings;
  }

  @Test
  void textsThatStandInTheCellsAreRead() {
    List<String> strings = strings(workbook);
    byte[] google = Kingdom.rewritten(workbook, SHEETS, sheet -> inline(sheet, strings));
    assertEquals(Map.of(), changes(google));
    assertEquals(
        Map.of("king", "Rudolf VI"),
        changes(
            Kingdom.rewritten(google, SHEETS, sheet -> sheet.replace("Rudolf V<", "Rudolf VI<"))));
  }

  @Test
  void protectionAndVeryHiddenMayBeLost() {
    byte[] bare =
        Kingdom.rewritten(
            Kingdom.rewritten(
                workbook, SHEETS, sheet -> sheet.replaceAll("<sheetProtection[^>]*/>", "")),
            "xl/workbook.xml",
            book ->
                book.replaceAll("<workbookProtection[^>]*/>", "").replace("veryHidden", "hidden"));
    assertEquals(
        Map.of("guards", "150"),
        changes(
            Kingdom.edited(
                bare,
                edited -> {
                  assertEquals(
                      SheetVisibility.HIDDEN,
                      edited.getSheetVisibility(
                          edited.getSheetIndex(ResponseWorkbook.IDENTITY_SHEET)));
                  Kingdom.answer(edited, "guards").setCellValue(150);
                })));
  }

  @Test
  void namesMayBeLost() {
    byte[] nameless =
        Kingdom.rewritten(
            workbook,
            "xl/workbook.xml",
            book -> book.replaceAll("(?s)<definedNames>.*</definedNames>", ""));
    assertEquals(Map.of(), changes(nameless));
  }

  @ParameterizedTest
  @ValueSource(strings = {"150", "150.0", "1.5E2", " 150 "})
  void aNumberIsReadInEveryNotation(String notation) {
    byte[] content =
        Kingdom.rewritten(
            workbook, SHEETS, sheet -> sheet.replace("<v>120.0</v>", "<v>" + notation + "</v>"));
    assertEquals(Map.of("guards", "150"), changes(content));
  }

  // WPS

  @Test
  void namesOfSingleSheetsAreNoWitnesses() {
    byte[] wps =
        Kingdom.rewritten(
            workbook,
            "xl/workbook.xml",
            book ->
                book.replace(
                    "<definedNames>",
                    "<definedNames><definedName name=\"a_king\" localSheetId=\"1\">"
                        + "'1 The crown- who’s who-'!$D$9</definedName>"));
    assertEquals(Map.of(), changes(wps));
  }

  @Test
  void addressesOfCellsMayBeLeftOut() {
    byte[] wps =
        Kingdom.rewritten(
            workbook, "xl/worksheets/sheet2.xml", SpreadsheetProgramsTest::withoutAddresses);
    assertEquals(Map.of(), changes(wps));
  }

  /** A cell may do without where it stands right behind the one before it. */
  private static String withoutAddresses(String sheet) {
    StringBuilder written = new StringBuilder();
    Matcher cell = Pattern.compile("<c r=\"([A-Z])(\\d+)\" ").matcher(sheet);
    String before = "";
    int left = 0;
    while (cell.find()) {
      char column = cell.group(1).charAt(0);
      boolean follows = before.equals((char) (column - 1) + cell.group(2));
      left += follows ? 1 : 0;
      cell.appendReplacement(written, follows ? "<c " : Matcher.quoteReplacement(cell.group()));
      before = column + cell.group(2);
    }
    assertTrue(left > 50);
    return cell.appendTail(written).toString();
  }

  // Days

  @Test
  void daysMayBeCountedFrom1904() {
    byte[] mac =
        Kingdom.rewritten(
            Kingdom.edited(
                workbook, edited -> Kingdom.answer(edited, "crowned").setCellValue(42_000 - 1_462)),
            "xl/workbook.xml",
            book ->
                book.replaceFirst(" date1904=\"[^\"]*\"", "")
                    .replaceFirst("<workbookPr", "<workbookPr date1904=\"1\""));
    Trial trial = kingdom.trial(mac);
    assertEquals(List.of(), trial.problems());
    assertEquals(
        "2014-12-27",
        trial.changed().stream()
            .filter(c -> c.key().question().equals("crowned"))
            .findFirst()
            .orElseThrow()
            .after()
            .value());
  }

  @Test
  void daysMayStandAsIsoDates() {
    byte[] strict =
        Kingdom.rewritten(
            Kingdom.edited(
                workbook, edited -> Kingdom.answer(edited, "crowned").setCellValue(42_000)),
            "xl/worksheets/sheet2.xml",
            sheet ->
                sheet.replaceAll(
                    "<c r=\"(D\\d+)\" s=\"(\\d+)\"( t=\"n\")?><v>42000(\\.0)?</v></c>",
                    "<c r=\"$1\" s=\"$2\" t=\"d\"><v>2014-12-27T00:00:00.000Z</v></c>"));
    assertEquals(Map.of("crowned", "2014-12-27"), changes(strict));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-04",
        " 2020-03-04\u00a0",
        "2020/3/4",
        "2020.03.04",
        "2020年3月4日",
        "２０２０－０３－０４",
        "\u200f٢٠٢٠/٠٣/٠٤",
        "۲۰۲۰-۰۳-۰۴"
      })
  void aDateThatBeginsWithItsYearIsTaken(String text) {
    assertEquals(Map.of("crowned", "2020-03-04"), typed("crowned", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04/03/2020",
        "4.3.2020",
        "25.12.2020",
        "12/25/2020",
        "4 mars 2020",
        "4 марта 2020 г.",
        "٤ مارس ٢٠٢٠",
        "4 de marzo de 2020",
        "March 2020",
        "2020",
        "2020-02-30",
        "20-03-04"
      })
  void aDateThatHasNotOneReadingIsReported(String text) {
    assertEquals(ProblemKind.WORKBOOK_DATE_AS_TEXT, problem("crowned", text).kind());
  }

  // Numbers

  @ParameterizedTest
  @CsvSource({
    "'150', 150",
    "' 150 ', 150",
    "'1\u00a0500', 1500",
    "'1\u202f500', 1500",
    "'1 500', 1500",
    "'١٥٠', 150",
    "'١٥٠٠٫٥', 1500.5",
    "'１５０', 150",
    "'150,5', 150.5",
    "'150.50', 150.5",
    "'\u22125', -5"
  })
  void aNumberAsTextIsTakenWhereItHasOneReading(String text, String value) {
    assertEquals(Map.of("gold", value), typed("gold", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.500,5", "1,500", "about 150", "150 kg", "12 5/8", "1e3x", "150%"})
  void aNumberThatHasNotOneReadingIsRefused(String text) {
    assertEquals(ProblemKind.ANSWER_NOT_A_NUMBER, problem("gold", text).kind());
  }

  // Choices, and what is pasted over the lists

  @ParameterizedTest
  @ValueSource(strings = {"No", " no ", "NO", "No\u00a0", "non"})
  void aChoiceIsFoundBySpelling(String text) {
    assertEquals(Map.of("heir", "no"), typed("heir", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "Yes/No", "Y"})
  void whatIsPastedOverAListIsReported(String text) {
    assertEquals(ProblemKind.WORKBOOK_CHOICE_UNKNOWN, problem("heir", text).kind());
  }

  @Test
  void truthValuesStandForMarks() {
    assertEquals(
        Map.of("tongues", "fr la"),
        changes(
            Kingdom.edited(
                workbook,
                edited -> {
                  Kingdom.answer(edited, "tongues/de").setCellValue(false);
                  Kingdom.answer(edited, "tongues/fr").setCellValue(true);
                })));
  }

  @Test
  void textKeepsItsInnerSpacesAndLines() {
    assertEquals(
        Map.of("king", "Rudolf\u00a0V\nof Ruritania"),
        typed("king", " Rudolf\u00a0V\nof Ruritania "));
  }

  // Rows that changed places

  @Test
  void answersThatWereSwappedAreNotTaken() {
    byte[] swapped =
        Kingdom.edited(
            workbook,
            edited -> {
              Cell king = Kingdom.cell(edited, "king", 0);
              Cell heir = Kingdom.cell(edited, "heir_name", 0);
              king.setCellValue("heir_name");
              heir.setCellValue("king");
            });
    Trial trial = kingdom.trial(swapped);
    assertTrue(
        trial.problems().stream()
            .allMatch(problem -> problem.kind() == ProblemKind.WORKBOOK_WITNESSES_DISAGREE));
    assertEquals(2, trial.problems().size());
    assertTrue(trial.changesNothing());
  }
}
