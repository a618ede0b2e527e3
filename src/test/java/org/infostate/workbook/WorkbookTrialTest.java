package org.infostate.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/**
 * What one workbook, or several together, would do to the answers that are stored meanwhile.
 *
 * <ol>
 *   <li>An answer that nobody touched in a workbook says nothing.
 *   <li>What only one side changed is changed; what all changed alike too.
 *   <li>What was changed differently is a conflict, which a person decides.
 *   <li>A carried answer that is marked as still correct is confirmed, unless it has been changed.
 *   <li>A new row is added once, however often it is uploaded.
 * </ol>
 */
class WorkbookTrialTest {

  private final Kingdom kingdom = Kingdom.answered();
  private final byte[] workbook = kingdom.workbook(Language.EN);

  private static Map<String, byte[]> files(byte[] army, byte[] court) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("army.xlsx", army);
    files.put("court.xlsx", court);
    return files;
  }

  private byte[] with(String question, String answer) {
    return Kingdom.edited(
        workbook, edited -> Kingdom.answer(edited, question).setCellValue(answer));
  }

  private byte[] withRow(String name, String height) {
    return Kingdom.edited(
        workbook,
        edited -> {
          Kingdom.inTable(edited, "wall_roster.+1", "wall_name").setCellValue(name);
          Kingdom.inTable(edited, "wall_roster.+1", "wall_height").setCellValue(height);
        });
  }

  private static Set<String> keys(List<Trial.Change> changes) {
    return changes.stream().map(change -> change.key().field()).collect(Collectors.toSet());
  }

  private static List<ProblemKind> kinds(List<Problem> problems) {
    return problems.stream().map(Problem::kind).toList();
  }

  @Test
  void aWorkbookThatNobodyTouchedListsItsAnswersAsUnchanged() {
    Trial trial = kingdom.trial(workbook);
    assertTrue(trial.changesNothing());
    assertTrue(trial.acceptable());
    assertEquals(
        kingdom.held().keySet(),
        trial.unchanged().stream().map(Trial.Same::key).collect(Collectors.toSet()));
    assertTrue(trial.unchanged().stream().allMatch(same -> same.place().cell() != null));
  }

  @Test
  void whatSeveralWorkbooksChangeIsPutTogether() {
    Trial trial = kingdom.trial(files(with("guards", "150"), with("king", "Rudolf VI")));
    assertEquals(Set.of("guards", "king"), keys(trial.changed()));
    assertEquals(List.of(), trial.conflicts());
    assertEquals(
        Set.of("[army.xlsx]1 The crown- who’s who-", "[court.xlsx]1 The crown- who’s who-"),
        trial.changed().stream().map(change -> change.place().sheet()).collect(Collectors.toSet()));
  }

  @Test
  void whatSeveralWorkbooksChangeAlikeIsOneChange() {
    Trial trial = kingdom.trial(files(with("guards", "150"), with("guards", "150,0")));
    assertEquals(Set.of("guards"), keys(trial.changed()));
    assertEquals(List.of(), trial.conflicts());
  }

  @Test
  void whatSeveralWorkbooksAnswerDifferentlyIsAConflict() {
    Trial trial = kingdom.trial(files(with("guards", "150"), with("guards", "160")));
    assertEquals(List.of(), trial.changed());
    Trial.Conflict conflict = trial.conflicts().get(0);
    assertEquals("120", conflict.online().value());
    assertEquals(
        List.of("150", "160"),
        conflict.offers().stream().map(offer -> offer.given().value()).toList());
    assertEquals(
        List.of("[army.xlsx]1 The crown- who’s who-", "[court.xlsx]1 The crown- who’s who-"),
        conflict.offers().stream().map(offer -> offer.place().sheet()).toList());
  }

  @Test
  void anAnswerThatOneOfSeveralMakesWrongIsRefusedThere() {
    Trial trial = kingdom.trial(files(with("guards", "150"), with("guards", "-1")));
    assertEquals(List.of(ProblemKind.ANSWER_CONSTRAINT), kinds(trial.refused()));
    assertTrue(trial.refused().get(0).place().sheet().startsWith("[court.xlsx]"));
  }

  @Test
  void anAnswerThatWasChangedOnBothSidesIsAConflict() {
    byte[] filled = with("guards", "150");
    kingdom.answer("guards", "130").answer("king", "Michael");
    Trial trial = kingdom.trial(filled);
    assertTrue(trial.changed().isEmpty());
    assertEquals(1, trial.conflicts().size());
    Trial.Conflict conflict = trial.conflicts().get(0);
    assertEquals("120", conflict.issued().value());
    assertEquals("130", conflict.online().value());
    assertEquals("150", conflict.offers().get(0).given().value());
    assertEquals(
        "Michael",
        trial.unchanged().stream()
            .filter(same -> same.key().question().equals("king"))
            .findFirst()
            .orElseThrow()
            .stored()
            .value());
  }

  @Test
  void bothSidesMaySayTheSame() {
    byte[] filled = with("guards", "150");
    kingdom.answer("guards", "150");
    assertTrue(kingdom.trial(filled).changesNothing());
  }

  // Decisions

  private final AnswerKey guards = AnswerKey.of("guards");

  private static List<ProblemKind> refusal(Runnable deed) {
    return kinds(assertThrows(ProblemException.class, deed::run).problems());
  }

  @Test
  void aPersonDecidesWhichAnswerStays() {
    byte[] filled = with("guards", "150");
    kingdom.answer("guards", "130");
    List<Trial.Conflict> conflicts = kingdom.trial(filled).conflicts();
    WorkbookDecisions mine = WorkbookDecisions.of(Map.of("w.guards", "workbook"));
    WorkbookDecisions first = WorkbookDecisions.of(Map.of("w.guards", "1"));
    WorkbookDecisions theirs = WorkbookDecisions.of(Map.of("w.guards", "online"));
    WorkbookDecisions none = WorkbookDecisions.of(Map.of());
    assertEquals("150", mine.won(conflicts, null).get(guards).value());
    assertEquals("150", first.won(conflicts, null).get(guards).value());
    assertEquals(Map.of(), theirs.won(conflicts, Trial.Side.WORKBOOK));
    assertEquals("150", none.won(conflicts, Trial.Side.WORKBOOK).get(guards).value());
    assertEquals(Map.of(), none.won(conflicts, Trial.Side.ONLINE));
    assertEquals(
        List.of(ProblemKind.WORKBOOK_ANSWER_NEWER_ONLINE),
        refusal(() -> none.won(conflicts, null)));
    assertTrue(mine.settle(conflicts));
    assertTrue(!none.settle(conflicts));
  }

  @Test
  void ofSeveralWorkbooksOneIsNamed() {
    List<Trial.Conflict> conflicts =
        kingdom.trial(files(with("guards", "150"), with("guards", "160"))).conflicts();
    WorkbookDecisions second = WorkbookDecisions.of(Map.of("w.guards", "2"));
    assertEquals("160", second.won(conflicts, null).get(guards).value());
    for (String unclear : List.of("workbook", "3", "0", "x")) {
      assertEquals(
          List.of(ProblemKind.WORKBOOK_FILES_DISAGREE),
          refusal(() -> WorkbookDecisions.of(Map.of("w.guards", unclear)).won(conflicts, null)),
          unclear);
    }
    assertEquals(
        List.of(ProblemKind.WORKBOOK_FILES_DISAGREE),
        refusal(() -> WorkbookDecisions.of(Map.of()).won(conflicts, Trial.Side.WORKBOOK)));
  }

  @Test
  void aDecisionNamesTheRowOfATable() {
    assertEquals(
        Map.of(new AnswerKey("wall_name", 4), "online"),
        WorkbookDecisions.of(Map.of("w.wall_name.4", "online", "conflicts", "workbook")).sides());
  }

  // Carried answers

  private byte[] marked(String... rows) {
    kingdom.carried(
        AnswerKey.of("king"),
        guards,
        AnswerKey.of("tongues"),
        AnswerKey.of("charter"),
        new AnswerKey("wall_name", 1),
        new AnswerKey("wall_kind", 1),
        new AnswerKey("wall_name", 4));
    return marked(kingdom.workbook(Language.AR), rows);
  }

  private static byte[] marked(byte[] workbook, String... rows) {
    return Kingdom.edited(
        workbook,
        edited -> {
          for (String row : rows) {
            Kingdom.inTable(edited, row, WorkbookConfirmations.KEY).setCellValue("نعم");
          }
        });
  }

  private static Set<String> confirmed(Trial trial) {
    return trial.confirmed().stream().map(same -> same.key().field()).collect(Collectors.toSet());
  }

  @Test
  void carriedAnswersThatAreMarkedAsStillCorrectAreConfirmed() {
    Trial trial = kingdom.trial(marked("king", "tongues", "charter", "wall_roster.1"));
    assertTrue(trial.acceptable());
    assertTrue(!trial.changesNothing());
    assertEquals(
        Set.of("king", "tongues", "charter", "wall_name.1", "wall_kind.1"), confirmed(trial));
    assertEquals(List.of(), trial.changed());
    assertEquals(List.of(), trial.conflicts());
  }

  @Test
  void onlyWhatWaitsCanBeConfirmed() {
    assertTrue(kingdom.trial(workbook).confirmed().isEmpty());
    byte[] marked = marked("king");
    assertEquals(Set.of("king"), confirmed(kingdom.trial(marked)));
    byte[] withoutMark = kingdom.workbook(Language.EN);
    assertTrue(kingdom.trial(withoutMark).changesNothing());
    assertThrows(AssertionError.class, () -> marked(workbook, "king"));
  }

  @Test
  void whatIsChangedInTheWorkbookIsAChangeThoughItIsMarked() {
    byte[] both =
        Kingdom.edited(
            marked("guards"), edited -> Kingdom.answer(edited, "guards").setCellValue(150));
    Trial trial = kingdom.trial(both);
    assertEquals(Set.of("guards"), keys(trial.changed()));
    assertEquals(Set.of(), confirmed(trial));
  }

  @Test
  void whatWasChangedOnlineIsAConflictWithTheMark() {
    byte[] marked = marked("guards");
    kingdom.answer("guards", "130");
    Trial trial = kingdom.trial(marked);
    assertEquals(Set.of(), confirmed(trial));
    assertEquals("130", trial.conflicts().get(0).online().value());
    assertEquals("120", trial.conflicts().get(0).offers().get(0).given().value());
  }

  @Test
  void aMarkThatNobodyCanReadIsRefusedOnce() {
    byte[] unclear =
        Kingdom.edited(
            marked(),
            edited -> {
              Kingdom.inTable(edited, "king", "confirm").setCellValue("perhaps");
              Kingdom.inTable(edited, "wall_roster.1", "confirm").setCellValue("perhaps");
            });
    assertEquals(
        List.of(ProblemKind.WORKBOOK_MARK_UNKNOWN, ProblemKind.WORKBOOK_MARK_UNKNOWN),
        kinds(kingdom.trial(unclear).problems()));
  }

  // Tables

  @Test
  void newRowsOfSeveralWorkbooksAreAllAdded() {
    Trial trial = kingdom.trial(files(withRow("Moat", "2"), withRow("Keep", "40")));
    assertEquals(Map.of("wall_roster", List.of(-1, -2)), trial.newRows());
    assertEquals(
        Set.of("wall_name.-1", "wall_height.-1", "wall_name.-2", "wall_height.-2"),
        keys(trial.added()));
    assertEquals(List.of(), trial.remarks());
  }

  @Test
  void aNewRowThatStandsInTwoWorkbooksIsAddedOnce() {
    Trial trial = kingdom.trial(files(withRow("Moat", "2"), withRow("Moat", "2")));
    assertEquals(1, trial.newRowCount());
    assertEquals(List.of(ProblemKind.WORKBOOK_ROW_IN_TWO_FILES), kinds(trial.remarks()));
  }

  @Test
  void aWorkbookThatIsUploadedAgainAddsItsRowsOnce() {
    byte[] filled = withRow("Moat", "2");
    assertEquals(1, kingdom.trial(filled).newRowCount());
    kingdom.rows(1, 4, 5).answer("wall_name", 5, "Moat").answer("wall_height", 5, "2");
    Trial again = kingdom.trial(filled);
    assertTrue(again.changesNothing());
    assertEquals(0, again.newRowCount());
    assertEquals(List.of(ProblemKind.WORKBOOK_ROW_THERE_ALREADY), kinds(again.remarks()));
    assertEquals(List.of(5), again.remarks().get(0).arguments());
  }

  @Test
  void aNewRowOfTheSameNameIsAddedWithARemark() {
    Trial trial = kingdom.trial(withRow("North tower", "31"));
    assertEquals(1, trial.newRowCount());
    assertEquals(List.of(ProblemKind.WORKBOOK_ROW_LIKE_ANOTHER), kinds(trial.remarks()));
    assertEquals(List.of(1), trial.remarks().get(0).arguments());
  }

  @Test
  void whatWasWrittenInARowThatIsRemovedOnlineIsRefused() {
    byte[] filled =
        Kingdom.edited(
            workbook,
            edited ->
                Kingdom.inTable(edited, "wall_roster.4", "wall_name").setCellValue("New gate"));
    kingdom.rows(1);
    Trial trial = kingdom.trial(filled);
    assertEquals(List.of(ProblemKind.WORKBOOK_ROW_REMOVED_ONLINE), kinds(trial.refused()));
    byte[] emptied =
        Kingdom.edited(
            workbook,
            edited -> {
              Kingdom.inTable(edited, "wall_roster.4", "wall_name").setBlank();
              Kingdom.inTable(edited, "wall_roster.4", "wall_kind").setBlank();
            });
    assertTrue(kingdom.trial(emptied).acceptable());
    assertTrue(kingdom.trial(emptied).changesNothing());
  }

  // Parts

  @Test
  void aWorkbookOfOneSectionSaysNothingAboutTheOthers() {
    WorkbookIdentity whole = kingdom.identity(Language.EN);
    byte[] walls =
        kingdom.workbook(
            new WorkbookIdentity(
                whole.round(),
                whole.country(),
                whole.versions(),
                Language.RU,
                List.of("walls"),
                whole.issued(),
                whole.revisions()));
    byte[] filled =
        Kingdom.edited(
            walls,
            edited -> {
              assertNull(edited.getSheet("1 The crown- who’s who-"));
              Kingdom.answer(edited, "has_walls").setCellValue("No");
            });
    Trial trial = kingdom.trial(files(filled, with("king", "Rudolf VI")));
    assertTrue(trial.acceptable());
    assertEquals(List.of(), trial.remarks());
    assertEquals(Set.of("has_walls", "king"), keys(trial.changed()));
  }
}
