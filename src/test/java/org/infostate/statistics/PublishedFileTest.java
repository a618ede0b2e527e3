package org.infostate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What reading a publisher's file keeps to:
 *
 * <ol>
 *   <li>the format is told from the content;
 *   <li>a blank gives no figure, a zero gives a zero;
 *   <li>what becomes no figure is listed with its place and the reason;
 *   <li>what stands for a figure and is none refuses the file, with the place of each;
 *   <li>what the publisher says about a figure stays with it.
 * </ol>
 */
class PublishedFileTest {

  private static final String SERIES =
      """
      | Fixed-telephone subscriptions ||| Fixed-telephone subscriptions per 100 inhabitants ||| Metadata for fixed-telephone subscriptions |
      | 2000 | 2001 || 2000 | 2001 || Notes 2000 | Source 2000 | Notes 2001 | Source 2001
      France | 33987000 | 34033000 || 57.5 | 57.1 || Main lines. | ARCEP. | | ITU estimate.
      American Samoa
      Bahamas (1) | | 0 || | 0
      """;

  private static final String HOUSEHOLDS =
      """
      Core Household Indicators
      ||| Proportion of households with
      ||| (HH4) || Year | (HH6) || Year || (HH7) || Year
      ||| Computer || of data | Internet access at home || of data || Internet || of data
      1 | Afghanistan || ... ||| '3.5' || 2016 || '13.5' | '1' | 2017
      2 | Albania || '21.6' | '2, 1' | 2017 | _30.2_ || 2018
      3 | Algeria || - || 2018 | 74.4 | '7' | 2018

      Note: || Figures in italics are ITU estimates.
      - || Zero or quantity less than the unit shown.
      (1) 18+ (2) Article (9) of the survey (3) Last.
      """;

  private static final String POPULATION =
      """
      \ufeff"Data Source","World Development Indicators",

      "Last Updated Date","2019-10-02",

      "Country Name","Country Code","Indicator Name","Indicator Code","2017","2018",
      "Aruba","ABW","Population, total","SP.POP.TOTL","105366","105845",
      "Arab World","ARB","Population, total","SP.POP.TOTL","411898965","419790588",
      "Eritrea","ERI","Population, total","SP.POP.TOTL","","",
      """
          .replace("\n", "\r\n");

  private static final String SCHOOLING =
      """
      iso3,year,expected_years_of_schooling,mean_years_of_schooling
      AFG,1990,2.936460018,0.871961963
      AFG,1991,,0.915267456
      ZZK.WORLD,1990,9.1,5.8
      ZZK.WORLD,1991,9.2,5.9
      """;

  private static Reading read(String text) {
    return PublishedFile.of("a.csv", text.getBytes(StandardCharsets.UTF_8)).read();
  }

  private static Reading readXls(String text) {
    return PublishedFile.of("a.xls", Workbooks.xls(Map.of("Final", text))).read();
  }

  private static Reading readXlsx(String text) {
    return PublishedFile.of("a.xlsx", Workbooks.xlsx(Map.of("Sheet1", text))).read();
  }

  private static List<Problem> problems(Runnable reading) {
    return assertThrows(ProblemException.class, reading::run).problems();
  }

  private static Figure figure(
      String iso3, Indicator indicator, int year, String value, String note) {
    return new Figure(iso3, indicator.code(), year, new BigDecimal(value), note);
  }

  @Test
  void aTimeSeriesGivesAFigureForEachCellThatIsNotBlank() {
    Reading reading = readXls(SERIES);
    String note = "Main lines.\nSource: ARCEP.";
    String estimate = "Source: ITU estimate.";
    assertEquals(
        List.of(
            figure("FRA", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS, 2000, "33987000", note),
            figure("FRA", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS, 2001, "34033000", estimate),
            figure("FRA", Indicator.FIXED_TELEPHONE_PER_100, 2000, "57.5", note),
            figure("FRA", Indicator.FIXED_TELEPHONE_PER_100, 2001, "57.1", estimate),
            figure("BHS", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS, 2001, "0", null),
            figure("BHS", Indicator.FIXED_TELEPHONE_PER_100, 2001, "0", null)),
        reading.figures());
    assertEquals("ITU", reading.publisher());
    assertEquals("2019-08-27", reading.edition());
    assertEquals(List.of(), reading.leftOut());
    assertEquals(2, reading.countries());
    assertEquals(2000, reading.firstYear());
    assertEquals(2001, reading.lastYear());
  }

  @Test
  void theSameSheetIsReadFromEitherKindOfWorkbook() {
    assertEquals(readXls(SERIES), readXlsx(SERIES));
    assertEquals(readXls(HOUSEHOLDS).figures(), readXlsx(HOUSEHOLDS).figures());
  }

  @Test
  void theNameOfTheFileSaysNothingAboutItsFormat() {
    byte[] workbook = Workbooks.xls(Map.of("Final", SERIES));
    assertEquals(readXls(SERIES), PublishedFile.of("schooling.csv", workbook).read());
  }

  @Test
  void numbersKeepTheDigitsThatThePublisherTyped() {
    Reading reading =
        readXls(SERIES.replace("57.5", "8.08842787006944E-4").replace("33987000", "0.1"));
    assertEquals(new BigDecimal("0.000808842787006944"), reading.figures().get(2).value());
    assertEquals(new BigDecimal("0.1"), reading.figures().get(0).value());
  }

  @Test
  void rowsThatAreNoCountryAreListed() {
    Reading reading =
        readXls(
            SERIES
                + """
                  Atlantis | 1
                  World | 1
                  | 2
                  Frances | 3
                  """);
    assertEquals(
        List.of(
            new LeftOut("Final", 6, 1, "Atlantis", LeftOut.Reason.COUNTRY_UNKNOWN),
            new LeftOut("Final", 8, 1, "", LeftOut.Reason.COUNTRY_UNKNOWN),
            new LeftOut("Final", 9, 1, "Frances", LeftOut.Reason.COUNTRY_UNKNOWN)),
        reading.unmatched());
    assertEquals(
        List.of(new LeftOut("Final", 7, 1, "World", LeftOut.Reason.AGGREGATE)), reading.ignored());
    assertEquals(6, reading.figures().size());
  }

  @Test
  void columnsThatNothingSaysAnythingAboutAreListed() {
    Reading reading =
        readXls(
            """
            | Percentage of Individuals using the Internet || Telex subscribers
            | 2000 || 2000
            France | 14.3 | 10.59 | 7
            Germany | 30.2 | 10.59 | 8
            """);
    assertEquals(2, reading.figures().size());
    assertEquals(
        List.of(
            new LeftOut("Final", 1, 1, "Telex subscribers", LeftOut.Reason.SERIES_UNKNOWN),
            new LeftOut("Final", 3, 2, "C", LeftOut.Reason.COLUMN_WITHOUT_HEADING)),
        reading.ignored());
  }

  @Test
  void everySheetOfAWorkbookIsRead() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("Telephones", SERIES);
    sheets.put("Read me", "Written by somebody");
    sheets.put("Nothing", "");
    sheets.put(
        "Internet",
        """
        | Percentage of Individuals using the Internet
        | 2000
        France | 14.3
        """);
    for (byte[] workbook : List.of(Workbooks.xls(sheets), Workbooks.xlsx(sheets))) {
      Reading reading = PublishedFile.of("a.xls", workbook).read();
      assertEquals(7, reading.figures().size());
      assertEquals(
          List.of(new LeftOut("Read me", 1, 1, "Read me", LeftOut.Reason.SHEET_UNKNOWN)),
          reading.leftOut());
    }
  }

  @Test
  void householdIndicatorsComeWithTheirYearAndFootnotes() {
    Reading reading = readXlsx(HOUSEHOLDS);
    assertEquals(
        List.of(
            figure("AFG", Indicator.HOUSEHOLDS_INTERNET_PCT, 2016, "3.5", null),
            figure(
                "ALB",
                Indicator.HOUSEHOLDS_COMPUTER_PCT,
                2017,
                "21.6",
                "Article (9) of the survey\n18+"),
            figure("ALB", Indicator.HOUSEHOLDS_INTERNET_PCT, 2018, "30.2", "ITU estimate."),
            figure(
                "DZA",
                Indicator.HOUSEHOLDS_COMPUTER_PCT,
                2018,
                "0",
                "Zero or quantity less than the unit shown."),
            figure("DZA", Indicator.HOUSEHOLDS_INTERNET_PCT, 2018, "74.4", "(7)")),
        reading.figures());
    assertEquals(
        List.of(
            new LeftOut("Sheet1", 3, 1, "(HH7) Internet", LeftOut.Reason.SERIES_IN_ANOTHER_FILE),
            new LeftOut(
                "Sheet1",
                9,
                1,
                "Note: Figures in italics are ITU estimates.",
                LeftOut.Reason.LEGEND),
            new LeftOut(
                "Sheet1",
                10,
                1,
                "- Zero or quantity less than the unit shown.",
                LeftOut.Reason.LEGEND),
            new LeftOut(
                "Sheet1",
                11,
                1,
                "(1) 18+ (2) Article (9) of the survey (3) Last.",
                LeftOut.Reason.LEGEND)),
        reading.leftOut());
  }

  @Test
  void aHouseholdFigureWithoutAYearIsRefused() {
    assertEquals(
        List.of(ProblemKind.STATISTICS_ROW_INVALID.at(Place.cell("Sheet1", "F6"), "")),
        problems(() -> readXlsx(HOUSEHOLDS.replace("'2, 1' | 2017", "'2, 1' |"))));
  }

  @Test
  void theWorldBankSaysWhenItsDataWasUpdated() {
    Reading reading = read(POPULATION);
    assertEquals("World Bank", reading.publisher());
    assertEquals("2019-10-02", reading.edition());
    assertEquals(
        List.of(
            figure("ABW", Indicator.POPULATION, 2017, "105366", null),
            figure("ABW", Indicator.POPULATION, 2018, "105845", null)),
        reading.figures());
    assertEquals(
        List.of(new LeftOut("", 7, 1, "Arab World (ARB)", LeftOut.Reason.AGGREGATE)),
        reading.leftOut());
  }

  @Test
  void aCodeAndANameOfTwoCountriesAreBelievedNeither() {
    Reading reading = read(POPULATION + "\"France\",\"DEU\",\"\",\"SP.POP.TOTL\",\"1\",\"2\",\r\n");
    assertEquals(
        List.of(new LeftOut("", 9, 1, "France (DEU)", LeftOut.Reason.CODE_AND_NAME_DIFFER)),
        reading.unmatched());
    assertEquals(2, reading.figures().size());
  }

  @Test
  void aSeriesOfTheWorldBankThatIsNotKnownIsListedOnce() {
    Reading reading =
        read(
            POPULATION
                + "\"Aruba\",\"ABW\",\"Forest area\",\"AG.LND.FRST.K2\",\"4\",\"4\",\r\n"
                + "\"France\",\"FRA\",\"Forest area\",\"AG.LND.FRST.K2\",\"4\",\"4\",\r\n");
    assertEquals(
        new LeftOut("", 9, 2, "Forest area (AG.LND.FRST.K2)", LeftOut.Reason.SERIES_UNKNOWN),
        reading.leftOut().get(1));
  }

  @Test
  void yearsOfSchoolingComeByCode() {
    Reading reading = read(SCHOOLING);
    assertEquals("UNDP", reading.publisher());
    assertEquals("1991", reading.edition());
    assertEquals(
        List.of(
            figure("AFG", Indicator.EXPECTED_SCHOOLING_YEARS, 1990, "2.936460018", null),
            figure("AFG", Indicator.MEAN_SCHOOLING_YEARS, 1990, "0.871961963", null),
            figure("AFG", Indicator.MEAN_SCHOOLING_YEARS, 1991, "0.915267456", null)),
        reading.figures());
    assertEquals(
        List.of(new LeftOut("", 4, 2, "ZZK.WORLD", LeftOut.Reason.AGGREGATE)), reading.leftOut());
  }

  @Test
  void columnsMayStandInAnotherOrder() {
    assertEquals(
        List.of(figure("FRA", Indicator.MEAN_SCHOOLING_YEARS, 2020, "11.6", null)),
        read("""
                mean_years_of_schooling,year,region,iso3
                11.6,2020,,FRA
                """)
            .figures());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12,5",
        "1.2.3",
        "-0.1",
        "41",
        "NaN",
        "Infinity",
        "=1+1",
        "0x1F",
        "1E+30",
        "1E-999999999",
        "1E+999999999",
        "12 years"
      })
  void whatIsNoFigureIsRefusedWithItsPlace(String text) {
    String quoted = "\"" + text + "\"";
    assertEquals(
        List.of(ProblemKind.STATISTICS_ROW_INVALID.problem().kind()),
        problems(() -> read(SCHOOLING.replace("0.871961963", quoted))).stream()
            .map(Problem::kind)
            .toList());
    assertEquals(
        Place.line(2, 4),
        problems(() -> read(SCHOOLING.replace("0.871961963", quoted))).get(0).place());
  }

  @ParameterizedTest
  @CsvSource({"100.1,D3", "-1,D3", "many,D3", "=1+1,D3"})
  void aCellThatIsNoFigureIsRefusedWithItsAddress(String value, String cell) {
    String sheet =
        """
        | Percentage of Individuals using the Internet
        | 2000 | 2001 | 2002
        France | 14.3 | 20 | %s
        """;
    for (int kind = 0; kind < 2; kind++) {
      boolean old = kind == 0;
      List<Problem> problems =
          problems(
              () -> {
                if (old) {
                  readXls(sheet.formatted(value));
                } else {
                  readXlsx(sheet.formatted(value));
                }
              });
      assertEquals(1, problems.size());
      assertEquals(ProblemKind.STATISTICS_ROW_INVALID, problems.get(0).kind());
      assertEquals(cell, problems.get(0).place().cell());
    }
  }

  @Test
  void aYearThatIsNoneIsRefused() {
    assertEquals(
        List.of(ProblemKind.STATISTICS_ROW_INVALID.at(Place.line(3, 2), "91")),
        problems(() -> read(SCHOOLING.replace("1991,,", "91,,"))));
  }

  @Test
  void allProblemsAreToldAtOnceButNotMoreThanFifty() {
    assertEquals(
        2, problems(() -> read(SCHOOLING.replace("2.936460018,0.871961963", "a,b"))).size());
    assertEquals(50, problems(() -> read(SCHOOLING + "FRA,2000,a,b\n".repeat(100))).size());
  }

  @Test
  void twoFiguresForTheSameThingAreRefusedUnlessTheyAgree() {
    assertEquals(
        List.of(
            ProblemKind.STATISTICS_FIGURE_TWICE.at(
                Place.line(6, 4), "AFG", "mean_schooling_years", "1990")),
        problems(() -> read(SCHOOLING + "AFG,1990,2.936460018,0.9\n")));
    assertEquals(
        read(SCHOOLING).figures(),
        read(SCHOOLING + "AFG,1990,2.9364600180,0.871961963\n").figures());
  }

  @Test
  void aFileWithoutFiguresIsRefused() {
    assertEquals(
        List.of(ProblemKind.STATISTICS_EMPTY.problem("a.csv")),
        problems(() -> read("iso3,year,mean_years_of_schooling\nFRA,2000,..\nXAA,2000,3\n")));
  }

  @Test
  void filesAreTheSameIfTheirContentIs() {
    PublishedFile one = PublishedFile.of("a.csv", SCHOOLING.getBytes(StandardCharsets.UTF_8));
    PublishedFile same = PublishedFile.of("b.csv", SCHOOLING.getBytes(StandardCharsets.UTF_8));
    PublishedFile other = PublishedFile.of("a.csv", POPULATION.getBytes(StandardCharsets.UTF_8));
    assertEquals(one.sha256(), same.sha256());
    assertNotEquals(one.sha256(), other.sha256());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fixed tel.xls | Fixed tel.xls",
        "C:\\data\\Fixed tel.xls | Fixed tel.xls",
        "../../etc/passwd | passwd",
        "'' | -",
        "a\u0000b\u202e.csv | ab.csv"
      })
  void theNameOfAFileIsMadeSafeToShow(String given, String shown) {
    assertEquals(shown, PublishedFile.of(given, new byte[] {1}).name());
  }
}
