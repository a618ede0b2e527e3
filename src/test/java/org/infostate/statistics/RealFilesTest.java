package org.infostate.statistics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.country.CountryNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of the publishers as they distribute them. They are not part of the project: the tests
 * are skipped where the folder of the system property {@code shared.data} (by default {@code
 * ../shared/data}) is not there. Numbers of figures were counted, and figures looked up, in the
 * files by other means.
 */
@EnabledIf(
    value = "published",
    disabledReason =
        "no files of ITU, UNDP and the World Bank in ../shared/data; -Dshared.data= names another"
            + " folder")
class RealFilesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("shared.data", "../shared/data")).toAbsolutePath().normalize();

  private static final String TELEPHONES = "itu/Fixed_tel_2000-2018_Jun2019_revised_27082019.xls";
  private static final String MOBILES = "itu/Mobile_cellular_2000-2018_Jun2019.xls";
  private static final String BROADBAND =
      "itu/Fixed_broadband_2000-2018_Jun2019_revised27082019.xls";
  private static final String INTERNET = "itu/Individuals_Internet_2000-2018_Jun2019.xls";
  private static final String HOUSEHOLDS = "itu/CoreHouseholdIndicators_Jun2019.xlsx";
  private static final String SCHOOLING = "undp/schooling_1990_2022.csv";
  private static final String POPULATION = "worldbank/API_SP.POP.TOTL_DS2_en_csv_v2_247892.csv";
  private static final String GDP = "worldbank/API_NY.GDP.MKTP.CD_DS2_en_csv_v2_247793.csv";

  /** The groups of countries in both files of the World Bank. */
  private static final String GROUPS =
      """
      11 ARB Arab World
      40 CEB Central Europe and the Baltics
      42 CHI Channel Islands
      53 CSS Caribbean small states
      65 EAP East Asia & Pacific (excluding high income)
      66 EAR Early-demographic dividend
      67 EAS East Asia & Pacific
      68 ECA Europe & Central Asia (excluding high income)
      69 ECS Europe & Central Asia
      72 EMU Euro area
      77 EUU European Union
      78 FCS Fragile and conflict affected situations
      99 HIC High income
      102 HPC Heavily indebted poor countries (HIPC)
      106 IBD IBRD only
      107 IBT IDA & IBRD total
      108 IDA IDA total
      109 IDB IDA blend
      111 IDX IDA only
      114 INX Not classified
      132 LAC Latin America & Caribbean (excluding high income)
      138 LCN Latin America & Caribbean
      139 LDC Least developed countries: UN classification
      140 LIC Low income
      143 LMC Lower middle income
      144 LMY Low & middle income
      146 LTE Late-demographic dividend
      157 MEA Middle East & North Africa
      160 MIC Middle income
      165 MNA Middle East & North Africa (excluding high income)
      174 NAC North America
      185 OED OECD members
      187 OSS Other small states
      195 PRE Pre-demographic dividend
      201 PSS Pacific island small states
      202 PST Post-demographic dividend
      208 SAS South Asia
      219 SSA Sub-Saharan Africa (excluding high income)
      221 SSF Sub-Saharan Africa
      222 SST Small states
      234 TEA East Asia & Pacific (IDA & IBRD countries)
      235 TEC Europe & Central Asia (IDA & IBRD countries)
      240 TLA Latin America & the Caribbean (IDA & IBRD countries)
      242 TMN Middle East & North Africa (IDA & IBRD countries)
      244 TSA South Asia (IDA & IBRD)
      245 TSS Sub-Saharan Africa (IDA & IBRD countries)
      253 UMC Upper middle income
      263 WLD World
      """;

  static boolean published() {
    return Files.isDirectory(FOLDER);
  }

  private static Reading read(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    return PublishedFile.of(file.getFileName().toString(), Files.readAllBytes(file)).read();
  }

  private static Map<String, Long> counts(Reading reading) {
    return reading.figures().stream()
        .collect(groupingBy(Figure::indicator, TreeMap::new, counting()));
  }

  private static String value(Reading reading, String iso3, Indicator indicator, int year) {
    return find(reading, iso3, indicator, year).stream()
        .map(Figure::value)
        .map(BigDecimal::toPlainString)
        .findFirst()
        .orElse("none");
  }

  private static String note(Reading reading, String iso3, Indicator indicator, int year) {
    return find(reading, iso3, indicator, year).get(0).note();
  }

  private static List<Figure> find(Reading reading, String iso3, Indicator indicator, int year) {
    return reading.figures().stream()
        .filter(figure -> figure.iso3().equals(iso3))
        .filter(figure -> figure.indicator().equals(indicator.code()))
        .filter(figure -> figure.year() == year)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TELEPHONES, MOBILES, BROADBAND, INTERNET, HOUSEHOLDS, SCHOOLING, POPULATION, GDP})
  void everyCountryIsRecognised(String name) throws IOException {
    assertEquals(List.of(), read(name).unmatched());
  }

  @Test
  void fixedTelephones() throws IOException {
    Reading reading = read(TELEPHONES);
    assertEquals("ITU", reading.publisher());
    assertEquals("2019-08-27", reading.edition());
    assertEquals(
        Map.of("fixed_telephone_per_100", 4066L, "fixed_telephone_subscriptions", 4085L),
        counts(reading));
    assertEquals(226, reading.countries());
    assertEquals(List.of(), reading.leftOut());
    assertEquals(
        "0.139557582252472", value(reading, "AFG", Indicator.FIXED_TELEPHONE_PER_100, 2000));
    assertEquals("268849", value(reading, "ZWE", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS, 2018));
    assertEquals("none", value(reading, "AFG", Indicator.FIXED_TELEPHONE_PER_100, 2004));
    assertEquals(
        "Source: ITU estimate.",
        note(reading, "AFG", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS, 2000));
    assertEquals(2000, reading.firstYear());
    assertEquals(2018, reading.lastYear());
  }

  @Test
  void mobileTelephones() throws IOException {
    Reading reading = read(MOBILES);
    assertEquals("2019-07-22", reading.edition());
    assertEquals(
        Map.of("mobile_cellular_per_100", 3960L, "mobile_cellular_subscriptions", 3974L),
        counts(reading));
    assertEquals(225, reading.countries());
    assertEquals(List.of(), reading.leftOut());
    assertEquals("0", value(reading, "AFG", Indicator.MOBILE_CELLULAR_PER_100, 2000));
    assertEquals("404577397", value(reading, "USA", Indicator.MOBILE_CELLULAR_SUBSCRIPTIONS, 2018));
    assertEquals("none", value(reading, "VAT", Indicator.MOBILE_CELLULAR_PER_100, 2018));
  }

  @Test
  void fixedBroadband() throws IOException {
    Reading reading = read(BROADBAND);
    assertEquals("2019-08-27", reading.edition());
    assertEquals(
        Map.of("fixed_broadband_per_100", 3242L, "fixed_broadband_subscriptions", 3252L),
        counts(reading));
    assertEquals(214, reading.countries());
    assertEquals(
        List.of(new LeftOut("Final", 16, 45, "U", LeftOut.Reason.COLUMN_WITHOUT_HEADING)),
        reading.leftOut());
    assertEquals(
        "0.000808842787006944", value(reading, "AFG", Indicator.FIXED_BROADBAND_PER_100, 2004));
    assertEquals(
        "3113702.33", value(reading, "GBR", Indicator.FIXED_BROADBAND_SUBSCRIPTIONS, 2003));
    assertEquals("none", value(reading, "AFG", Indicator.FIXED_BROADBAND_SUBSCRIPTIONS, 2011));
  }

  @Test
  void individualsUsingTheInternet() throws IOException {
    Reading reading = read(INTERNET);
    assertEquals("2019-07-24", reading.edition());
    assertEquals(Map.of("internet_users_pct", 3806L), counts(reading));
    assertEquals(221, reading.countries());
    assertEquals(
        List.of(new LeftOut("Final", 3, 228, "U", LeftOut.Reason.COLUMN_WITHOUT_HEADING)),
        reading.leftOut());
    assertEquals("13.5", value(reading, "AFG", Indicator.INTERNET_USERS_PCT, 2017));
    assertEquals("none", value(reading, "AFG", Indicator.INTERNET_USERS_PCT, 2018));
    assertEquals("26.8217543508578", value(reading, "GBR", Indicator.INTERNET_USERS_PCT, 2000));
    assertEquals(
        "Population age 16+ using internet in the last 3 months.\nSource: ONS.",
        note(reading, "GBR", Indicator.INTERNET_USERS_PCT, 2000));
  }

  @Test
  void households() throws IOException {
    Reading reading = read(HOUSEHOLDS);
    assertEquals("2019-07-24", reading.edition());
    assertEquals(
        Map.of(
            "households_radio_pct", 46L,
            "households_tv_pct", 55L,
            "households_fixed_telephone_pct", 61L,
            "households_mobile_pct", 60L,
            "households_computer_pct", 121L,
            "households_internet_pct", 117L,
            "computer_users_pct", 81L,
            "mobile_users_pct", 53L),
        counts(reading));
    assertEquals(129, reading.countries());
    assertEquals(
        List.of("(HH7) Internet"),
        reading.ignored().stream()
            .filter(out -> out.reason() != LeftOut.Reason.LEGEND)
            .map(LeftOut::text)
            .toList());
    assertEquals(
        List.of(202, 203, 204, 205, 207),
        reading.ignored().stream()
            .filter(out -> out.reason() == LeftOut.Reason.LEGEND)
            .map(LeftOut::row)
            .toList());
    assertEquals("47.5", value(reading, "DZA", Indicator.HOUSEHOLDS_COMPUTER_PCT, 2018));
    assertEquals("Last 3 months.", note(reading, "GBR", Indicator.COMPUTER_USERS_PCT, 2015));
    assertTrue(
        note(reading, "UZB", Indicator.HOUSEHOLDS_INTERNET_PCT, 2017)
            .startsWith("Revealed on the question"));
  }

  @Test
  void yearsOfSchooling() throws IOException {
    Reading reading = read(SCHOOLING);
    assertEquals("UNDP", reading.publisher());
    assertEquals("2022", reading.edition());
    assertEquals(
        Map.of("expected_schooling_years", 5808L, "mean_schooling_years", 5808L), counts(reading));
    assertEquals(193, reading.countries());
    assertEquals(
        """
        5810 ZZA.VHHD
        5843 ZZB.HHD
        5876 ZZC.MHD
        5909 ZZD.LHD
        5942 ZZE.AS
        5975 ZZF.EAP
        6008 ZZG.ECA
        6041 ZZH.LAC
        6074 ZZI.SA
        6107 ZZJ.SSA
        6140 ZZK.WORLD
        """,
        lines(reading.leftOut().stream().map(out -> out.row() + " " + out.text()).toList()));
    assertTrue(reading.leftOut().stream().allMatch(out -> out.rows() == 33));
    assertEquals("2.936460018", value(reading, "AFG", Indicator.EXPECTED_SCHOOLING_YEARS, 1990));
    assertEquals("0.871961963", value(reading, "AFG", Indicator.MEAN_SCHOOLING_YEARS, 1990));
  }

  @Test
  void population() throws IOException {
    Reading reading = read(POPULATION);
    assertEquals("World Bank", reading.publisher());
    assertEquals("2019-10-02", reading.edition());
    assertEquals(Map.of("population", 12636L), counts(reading));
    assertEquals(216, reading.countries());
    assertEquals(GROUPS, groups(reading));
    assertEquals("17099840", value(reading, "ZAF", Indicator.POPULATION, 1960));
    assertEquals("none", value(reading, "ERI", Indicator.POPULATION, 2018));
  }

  @Test
  void grossDomesticProduct() throws IOException {
    Reading reading = read(GDP);
    assertEquals("2019-10-02", reading.edition());
    assertEquals(Map.of("gdp_usd", 9668L), counts(reading));
    assertEquals(211, reading.countries());
    assertEquals(GROUPS, groups(reading));
    assertEquals("7575396972.87137", value(reading, "ZAF", Indicator.GDP_USD, 1960));
  }

  /** Line, code and name of everything that was left out, as {@link #GROUPS} has it. */
  private static String groups(Reading reading) {
    assertTrue(
        reading.leftOut().stream().allMatch(out -> out.reason() == LeftOut.Reason.AGGREGATE));
    return lines(
        reading.leftOut().stream()
            .map(out -> out.text().replaceFirst("(.*) \\((.*)\\)", out.row() + " $2 $1"))
            .toList());
  }

  private static String lines(List<String> texts) {
    return String.join("\n", texts) + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {POPULATION, GDP})
  void theWorldBanksNamesAreKnownAndNotOnlyItsCodes(String name) throws IOException {
    read(name);
    List<String> unknown =
        TextTable.read(Files.readAllBytes(FOLDER.resolve(name))).lines().stream()
            .filter(line -> line.getFieldCount() > 60)
            .skip(1)
            .map(line -> line.getField(0))
            .filter(text -> CountryNames.published().name(text).kind() == CountryNames.Kind.UNKNOWN)
            .toList();
    assertEquals(List.of(), unknown);
  }
}
