package org.infostate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.infostate.Suite;
import org.infostate.country.Countries;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of statistics, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredStatisticsIT {

  private static final String INTERNET = Indicator.INTERNET_USERS_PCT.code();

  @Inject private Countries countries;
  @Inject private Statistics statistics;

  @BeforeEach
  public void keepCountries() {
    countries.keep(CountryTable.invented());
  }

  private StatisticsImport store(String name, String edition, Figure... figures) {
    LeftOut atlantis = new LeftOut("Final", 7, 1, "Atlantis", LeftOut.Reason.COUNTRY_UNKNOWN);
    Reading reading = new Reading("ITU", edition, List.of(figures), List.of(atlantis));
    return statistics.store(name, name.repeat(64), reading, "planner");
  }

  private static Figure figure(String iso3, int year, String value) {
    return new Figure(iso3, INTERNET, year, new BigDecimal(value), null);
  }

  private List<String> history(int year) {
    return statistics.history(INTERNET, "XAA", year).stream()
        .map(one -> one.value().toPlainString() + (one.current() ? "" : " before"))
        .sorted()
        .toList();
  }

  @Test
  public void figuresComeBackToTheLastDigitAndOnlyANewerEditionSupersedes() {
    store("a", "2019", figure("XAA", 1951, "0.000808842787006944"), figure("XAA", 1952, "5"));
    StatisticsImport newer = store("b", "2020", figure("XAA", 1952, "6"));
    store("c", "2018", figure("XAA", 1952, "4"));

    assertEquals(List.of("0.000808842787006944"), history(1951));
    assertEquals(List.of("4 before", "5 before", "6"), history(1952));
    assertEquals("Atlantis", statistics.leftOut(newer.id()).get(0).text());
  }

  @Test
  public void theSameFileIsNotImportedTwice() {
    store("d", "2019", figure("XAA", 1953, "1"));

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> store("d", "2019", figure("XAA", 1953, "2")));

    assertEquals(ProblemKind.STATISTICS_ALREADY_IMPORTED, refusal.first().kind());
    assertEquals(List.of("1"), history(1953));
  }

  @Test
  public void anImportThatFailsLeavesNothing() {
    assertThrows(
        Exception.class,
        () -> store("e", "2019", figure("XAA", 1954, "1"), figure("ZZZ", 1954, "1")));

    assertEquals(List.of(), history(1954));
    assertTrue(statistics.imports().stream().noneMatch(each -> each.fileName().equals("e")));
  }
}
