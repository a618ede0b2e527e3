package org.infostate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.infostate.EmbeddedDatabase;
import org.infostate.country.Countries;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String INTERNET = Indicator.INTERNET_USERS_PCT.code();
  private static final String POPULATION = Indicator.POPULATION.code();

  private final EmbeddedDatabase database = EmbeddedDatabase.open();
  private final Statistics statistics = new Statistics();
  private int files;

  @BeforeEach
  void open() {
    EmbeddedDatabase.inject(statistics, "entities", database.entities());
    EmbeddedDatabase.inject(statistics, "clock", Clock.fixed(NOW, ZoneOffset.UTC));
    Countries countries = EmbeddedDatabase.inject(new Countries(), "entities", database.entities());
    database.inTransaction(
        () -> {
          countries.keep(CountryTable.invented());
          return null;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Figure figure(String iso3, String indicator, int year, String value) {
    return new Figure(iso3, indicator, year, new BigDecimal(value), null);
  }

  private static Reading reading(String edition, Figure... figures) {
    return new Reading("ITU", edition, List.of(figures), List.of());
  }

  private StatisticsImport store(Reading reading) {
    String hash = "%064d".formatted(++files);
    return database.inTransaction(
        () -> statistics.store("file " + files, hash, reading, "planner"));
  }

  private static List<String> shown(List<Statistic> found) {
    return found.stream()
        .map(
            one ->
                one.iso3()
                    + " "
                    + one.year()
                    + " "
                    + one.value().toPlainString()
                    + (one.current() ? "" : " before"))
        .toList();
  }

  @Test
  void anImportIsKeptWithWhatItLeftOut() {
    List<LeftOut> leftOut =
        List.of(
            new LeftOut("Final", 7, 1, "Atlantis", LeftOut.Reason.COUNTRY_UNKNOWN),
            new LeftOut("Final", 9, 3, "World", LeftOut.Reason.AGGREGATE),
            new LeftOut("Final", 12, 1, "Europe", LeftOut.Reason.AGGREGATE));
    Reading reading =
        new Reading(
            "ITU",
            "2019-08-27",
            List.of(
                figure("XAA", INTERNET, 2017, "13.5"),
                figure("XRU", INTERNET, 2018, "14"),
                figure("XRU", POPULATION, 2018, "3000000")),
            leftOut);
    StatisticsImport kept = statistics.find(store(reading).id()).orElseThrow();
    assertEquals("ITU", kept.publisher());
    assertEquals("2019-08-27", kept.edition());
    assertEquals("planner", kept.importedBy());
    assertEquals(NOW, kept.importedAt());
    assertEquals(3, kept.figures());
    assertEquals(2, kept.countries());
    assertEquals(List.of(INTERNET, POPULATION), kept.indicators());
    assertEquals(2017, kept.firstYear());
    assertEquals(2018, kept.lastYear());
    assertEquals(1, kept.unmatched());
    assertEquals(2, kept.ignored());
    assertEquals(leftOut, statistics.leftOut(kept.id()));
  }

  @Test
  void figuresComeBackAsTheyWereRead() {
    Figure small =
        new Figure("XAA", INTERNET, 2004, new BigDecimal("0.000808842787006944"), "Source: ITU.");
    Figure large = figure("XAA", "gdp_usd", 2018, "12345678901234567890.12345678901234567890");
    store(reading("2019", small, large));
    List<Figure> found =
        statistics.find(Statistics.Wanted.ALL, 0, 10).stream().map(Statistic::figure).toList();
    assertEquals(List.of(large, small), found);
  }

  @Test
  void theSameFileIsNotImportedTwice() {
    Reading reading = reading("2019", figure("XAA", INTERNET, 2018, "13.5"));
    database.inTransaction(() -> statistics.store("a.xls", "0".repeat(64), reading, "planner"));
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                database.inTransaction(
                    () -> statistics.store("b.xls", "0".repeat(64), reading, "planner")));
    assertEquals(ProblemKind.STATISTICS_ALREADY_IMPORTED.problem("a.xls", NOW), refusal.first());
    assertEquals(1, statistics.imports().size());
    assertTrue(statistics.imported("0".repeat(64)).isPresent());
    assertEquals(Optional.empty(), statistics.imported("1".repeat(64)));
  }

  @Test
  void aNewerEditionSupersedesAndTheOlderStaysAsHistory() {
    store(
        reading("2019", figure("XAA", INTERNET, 2017, "40"), figure("XAA", INTERNET, 2018, "50")));
    store(
        reading(
            "2020-06-01",
            figure("XAA", INTERNET, 2018, "51"),
            figure("XAA", INTERNET, 2019, "61")));
    assertEquals(
        List.of("XAA 2017 40", "XAA 2018 51", "XAA 2019 61"),
        shown(statistics.find(Statistics.Wanted.ALL, 0, 10)));
    assertEquals(
        List.of("XAA 2018 51", "XAA 2018 50 before"),
        shown(statistics.history(INTERNET, "XAA", 2018)));
  }

  @Test
  void anOlderEditionFillsGapsAndSupersedesNothing() {
    store(reading("2020", figure("XAA", INTERNET, 2018, "51")));
    store(
        reading(
            "2019-12-31",
            figure("XAA", INTERNET, 2017, "40"),
            figure("XAA", INTERNET, 2018, "50")));
    assertEquals(
        List.of("XAA 2017 40", "XAA 2018 51"),
        shown(statistics.find(Statistics.Wanted.ALL, 0, 10)));
    assertEquals(
        List.of("XAA 2018 51", "XAA 2018 50 before"),
        shown(statistics.history(INTERNET, "XAA", 2018)));
  }

  @Test
  void theLaterImportOfTheSameEditionSupersedes() {
    store(reading("2020", figure("XAA", INTERNET, 2018, "50")));
    store(reading("2020", figure("XAA", INTERNET, 2018, "51")));
    store(reading("2020", figure("XAA", INTERNET, 2018, "52")));
    assertEquals(
        List.of("XAA 2018 52", "XAA 2018 51 before", "XAA 2018 50 before"),
        shown(statistics.history(INTERNET, "XAA", 2018)));
  }

  @Test
  void figuresOfOtherCountriesIndicatorsAndYearsStay() {
    store(
        reading(
            "2019",
            figure("XAA", INTERNET, 2018, "1"),
            figure("XRU", INTERNET, 2018, "2"),
            figure("XAA", POPULATION, 2018, "3"),
            figure("XAA", INTERNET, 2017, "4")));
    store(reading("2020", figure("XAA", INTERNET, 2018, "9")));
    assertEquals(
        List.of("XAA 2017 4", "XAA 2018 9", "XRU 2018 2", "XAA 2018 3"),
        shown(statistics.find(Statistics.Wanted.ALL, 0, 10)));
  }

  @Test
  void anImportThatFailsLeavesNothing() {
    store(reading("2019", figure("XAA", INTERNET, 2018, "50")));
    assertThrows(
        PersistenceException.class,
        () ->
            store(
                reading(
                    "2020",
                    figure("XAA", INTERNET, 2018, "51"),
                    figure("ZZZ", INTERNET, 2018, "1"))));
    assertEquals(List.of("XAA 2018 50"), shown(statistics.find(Statistics.Wanted.ALL, 0, 10)));
    assertEquals(1, statistics.imports().size());
  }

  @Test
  void theDatabaseAllowsOneCurrentFigureOnly() {
    store(reading("2019", figure("XAA", INTERNET, 2018, "50")));
    store(reading("2020", figure("XAA", INTERNET, 2018, "51")));
    assertThrows(
        PersistenceException.class,
        () ->
            database.inTransaction(
                () ->
                    database
                        .entities()
                        .createQuery("update Statistic s set s.current = true")
                        .executeUpdate()));
  }

  @Test
  void moreFiguresThanOneUpdateTakesAreSuperseded() {
    Figure[] before = new Figure[2400];
    Figure[] after = new Figure[2400];
    List<String> codes = CountryTable.invented().stream().map(c -> c.iso3()).toList();
    for (int i = 0; i < before.length; i++) {
      before[i] = figure(codes.get(i % 24), INTERNET, 1950 + i / 24, "1");
      after[i] = figure(codes.get(i % 24), INTERNET, 1950 + i / 24, "2");
    }
    store(reading("2019", before));
    store(reading("2020", after));
    List<Statistic> current = statistics.find(Statistics.Wanted.ALL, 0, 10_000);
    assertEquals(2400, current.size());
    assertTrue(current.stream().allMatch(one -> one.value().intValue() == 2));
  }

  @Test
  void figuresAreFoundByIndicatorCountryAndYears() {
    store(
        reading(
            "2019",
            figure("XAA", INTERNET, 2016, "1"),
            figure("XAA", INTERNET, 2017, "2"),
            figure("XAA", INTERNET, 2018, "3"),
            figure("XRU", INTERNET, 2017, "4"),
            figure("XAA", POPULATION, 2017, "5")));
    assertEquals(
        List.of("XAA 2017 2", "XRU 2017 4"),
        shown(statistics.find(new Statistics.Wanted(INTERNET, null, 2017, 2017), 0, 10)));
    assertEquals(
        List.of("XAA 2017 2", "XAA 2018 3"),
        shown(statistics.find(new Statistics.Wanted(INTERNET, "XAA", 2017, null), 0, 10)));
    assertEquals(
        List.of("XAA 2016 1"),
        shown(statistics.find(new Statistics.Wanted(null, "XAA", null, 2016), 0, 10)));
    assertEquals(
        List.of("XAA 2018 3", "XRU 2017 4"), shown(statistics.find(Statistics.Wanted.ALL, 2, 2)));
  }

  @Test
  void theTableForScoringHoldsWhatIsCurrent() {
    store(
        reading(
            "2019",
            figure("XAA", INTERNET, 2017, "40"),
            figure("XAA", INTERNET, 2018, "50"),
            figure("XRU", POPULATION, 2018, "7"),
            figure("XZE", "gdp_usd", 2018, "8")));
    store(reading("2020", figure("XAA", INTERNET, 2018, "51")));
    FigureTable table = statistics.table(List.of(INTERNET, POPULATION), 2018, 2018);
    assertEquals(List.of("XAA", "XRU"), table.countries());
    assertEquals(51, table.figure("XAA", INTERNET, 2018));
    assertEquals(7, table.figure("XRU", POPULATION, 2018));
    assertTrue(Double.isNaN(table.figure("XAA", INTERNET, 2017)));
    assertEquals(List.of(), statistics.table(List.of(), 2000, 2018).countries());
  }

  @Test
  void currentFiguresAreWrittenAsCsv() throws IOException {
    store(
        new Reading(
            "ITU",
            "2019",
            List.of(
                new Figure("XAA", INTERNET, 2018, new BigDecimal("1E-5"), "=1+1, \"a\""),
                figure("XAA", POPULATION, 2018, "5")),
            List.of()));
    store(reading("2020", figure("XAA", POPULATION, 2018, "6")));
    assertEquals(
        """
        country,indicator,year,value,note,publisher,edition
        XAA,internet_users_pct,2018,0.00001,"'=1+1, ""a""\",ITU,2019
        XAA,population,2018,6,,ITU,2020
        """,
        csv(Statistics.Wanted.ALL));
    assertEquals(
        """
        country,indicator,year,value,note,publisher,edition
        XAA,population,2018,6,,ITU,2020
        """,
        csv(new Statistics.Wanted(POPULATION, "XAA", 2018, 2018)));
  }

  private String csv(Statistics.Wanted wanted) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FigureCsv.write(statistics, wanted, out);
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
