package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PlanningTablesTest {

  private static final String GIVEN = "country,assistance,provider,from,to,cost,source\r\n";
  private static final String TARGETS = "element,country,share,source\r\n";

  private static Optional<Country> country(String iso3) {
    return CountryTable.invented().stream().filter(one -> one.iso3().equals(iso3)).findFirst();
  }

  private static Catalogue catalogue() {
    return CatalogueFile.read("catalogue", PlanningFiles.shippedCatalogue());
  }

  private static List<GivenAssistance> given(String lines) {
    return PlanningTables.given(GIVEN + lines, PlanningTablesTest::country, catalogue());
  }

  private static List<String> problems(Executable reading) {
    return assertThrows(ProblemException.class, reading).problems().stream()
        .map(p -> p.place().line() + ":" + p.place().column() + " " + p.kind().number())
        .toList();
  }

  @Test
  void whatIsEmptyIsNotKnownAndBlankLinesAreNothing() {
    List<GivenAssistance> lines =
        given("XAA,unit_set_up,\"An institute, and another\",2026-01-01,,,\r\n,,,,,,\r\n");
    assertEquals(1, lines.size());
    assertEquals("An institute, and another", lines.get(0).provider());
    assertNull(lines.get(0).to());
    assertNull(lines.get(0).cost());
  }

  @Test
  void everythingThatIsWrongIsToldWithItsLineAndColumn() {
    assertEquals(
        List.of("2:1 1732", "2:2 1732", "2:3 1732", "2:4 1732", "2:6 1732", "3:5 1732", "4:1 1733"),
        problems(
            () ->
                given(
                    "QQQ,nothing,,yesterday,,-1,\r\n"
                        + "XAA,unit_set_up,A,2026-02-01,2026-01-01,1,\r\n"
                        + "XAA,unit_set_up,A,2026-02-01,,1,\r\n")));
    assertEquals(
        List.of("1:1 1731", "1:1 1731"),
        problems(() -> PlanningTables.targets("element,country\r\n", PlanningTablesTest::country)));
    assertEquals(
        List.of("2:3 1732", "3:3 1732", "3:2 1732").stream().sorted().toList(),
        problems(
                () ->
                    PlanningTables.targets(
                        TARGETS + "law,,1.5,\r\nlaw,QQQ,,\r\n", PlanningTablesTest::country))
            .stream()
            .sorted()
            .toList());
    // A quotation mark that does not close takes all that follows into one value.
    assertEquals(
        List.of("2:4 1732"),
        problems(
            () ->
                PlanningTables.targets(
                    TARGETS + "law,,0.5,\"a\r\nexperts,,0.5,b\r\n", PlanningTablesTest::country)));
  }

  @Test
  void helpCountsFromItsFirstDayUntilLongAfterItsLast() {
    GivenAssistance help =
        new GivenAssistance(
            "XAA", "a", "b", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 6, 1), null, null);
    assertFalse(help.counts(LocalDate.of(2024, 2, 29)));
    assertTrue(help.counts(LocalDate.of(2024, 3, 1)));
    assertTrue(help.counts(LocalDate.of(2026, 6, 1)));
    assertFalse(help.counts(LocalDate.of(2026, 6, 2)));
  }
}
