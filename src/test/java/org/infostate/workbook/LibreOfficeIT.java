package org.infostate.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The round trip through a real spreadsheet program, in which people do what people do. */
@EnabledIf(value = LibreOffice.AVAILABLE, disabledReason = LibreOffice.WHY)
class LibreOfficeIT {

  /** One for all, as a fresh profile takes LibreOffice most of its time. */
  @TempDir private static Path folder;

  private final Kingdom kingdom = Kingdom.answered();
  private LibreOffice office;

  @BeforeEach
  void open() {
    office = new LibreOffice(folder);
  }

  private Trial after(Language language, String... deeds) throws IOException {
    return kingdom.trial(office.edited(kingdom.workbook(language), deeds));
  }

  private static Map<String, String> changes(Trial trial) {
    assertEquals(List.of(), trial.problems());
    assertEquals(List.of(), trial.refused());
    assertEquals(List.of(), trial.conflicts());
    Map<String, String> changes = new TreeMap<>();
    trial.added().forEach(c -> changes.put(c.key().field(), c.after().value()));
    trial.changed().forEach(c -> changes.put(c.key().field(), c.after().value()));
    trial.cleared().forEach(c -> changes.put(c.key().field(), "cleared"));
    return changes;
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void aWorkbookThatWasOnlySavedChangesNothing(Language language) throws IOException {
    Trial trial = kingdom.trial(office.saved(kingdom.workbook(language)));
    assertEquals(Map.of(), changes(trial));
    assertEquals(List.of(), trial.remarks());
    assertEquals(kingdom.held().size(), trial.unchanged().size());
  }

  @Test
  void whatWasFilledInIsRead() throws IOException {
    Trial trial =
        after(
            Language.EN,
            "fill|king|answer|Michael",
            "fill|guards|answer|150",
            "fill|gold|answer|13.25",
            "fill|crowned|answer|2020-03-04",
            "fill|heir|answer|No",
            "fill|tongues/fr|answer|Yes",
            "fill|tongues/de|answer|",
            "fill|charter|status|Not available",
            "fill|wing|comment|Rebuilt",
            "fill|wall_roster.1|wall_height|31",
            "fill|wall_roster.4|wall_height|7",
            "fill|wall_roster.+1|wall_name|Moat",
            "fill|wall_roster.+1|wall_built|1999-12-31");
    assertEquals(
        Map.ofEntries(
            Map.entry("king", "Michael"),
            Map.entry("guards", "150"),
            Map.entry("gold", "13.25"),
            Map.entry("crowned", "2020-03-04"),
            Map.entry("heir", "no"),
            Map.entry("tongues", "fr la"),
            Map.entry("wing", "south"),
            Map.entry("wall_height.1", "31"),
            Map.entry("wall_height.4", "7"),
            Map.entry("wall_name.-1", "Moat"),
            Map.entry("wall_built.-1", "1999-12-31")),
        changes(trialWithoutStatus(trial)));
  }

  /** The file question has a status and no value; it is looked at by itself. */
  private static Trial trialWithoutStatus(Trial trial) {
    assertTrue(trial.changed().stream().anyMatch(c -> c.key().question().equals("charter")));
    return new Trial(
        trial.added(),
        trial.changed().stream().filter(c -> !c.key().question().equals("charter")).toList(),
        trial.cleared(),
        trial.confirmed(),
        trial.unchanged(),
        trial.newRows(),
        trial.refused(),
        trial.conflicts(),
        trial.remarks(),
        trial.problems(),
        trial.fingerprint());
  }

  @Test
  void rowsMayBeInsertedColumnsWidenedAndSheetsRenamedAndAdded() throws IOException {
    assertEquals(
        Map.of("king", "Michael", "wall_name.1", "South tower"),
        changes(
            after(
                Language.EN,
                "insert|king|2",
                "insert|wall_roster.1|1",
                "widen|1|6000",
                "rename|1|Crown",
                "rename|3|Walls, corrected",
                "add|Notes|for us only",
                "fill|king|answer|Michael",
                "fill|wall_roster.1|wall_name|South tower")));
  }

  @Test
  void aTableThatWasSortedIsReadByTheIdentityOfItsRows() throws IOException {
    Trial trial =
        after(
            Language.EN,
            "fill|wall_roster.1|wall_name|Zenith tower",
            "sort|wall_roster.1|wall_name",
            "fill|wall_roster.4|wall_height|8");
    assertEquals(Map.of("wall_name.1", "Zenith tower", "wall_height.4", "8"), changes(trial));
  }

  @Test
  void aSheetThatWasCopiedIsReported() throws IOException {
    Trial trial = after(Language.EN, "copy|1|Copy of the crown");
    assertEquals(
        List.of(ProblemKind.WORKBOOK_SHEET_TWICE),
        trial.problems().stream().map(Problem::kind).toList());
    assertEquals("Copy of the crown", trial.problems().get(0).place().sheet());
  }

  @Test
  void aWorkbookInArabicIsFilledInAndRead() throws IOException {
    assertEquals(
        Map.of("guards", "150", "king", "رودولف السادس"),
        changes(after(Language.AR, "fill|guards|answer|150", "fill|king|answer|رودولف السادس")));
  }
}
