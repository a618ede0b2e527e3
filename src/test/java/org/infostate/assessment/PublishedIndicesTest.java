package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indices that others have published, from their published inputs. */
class PublishedIndicesTest {

  /**
   * Human Development Index: inputs and value as in UNDP's file of the Human Development Report
   * 2023/24, "All composite indices and components time series"; for the two countries with a cap
   * in effect (expected years of schooling over 18, income over 75,000) as in table 1 of the
   * report.
   */
  @ParameterizedTest
  @CsvSource({
    "AFG, 1990, 45.967, 2.936460018, 0.871961963, 3115.670448, 0.284",
    "AFG, 1991, 46.663, 3.228456167, 0.915267456, 2817.304736, 0.292",
    "AFG, 2021, 61.982, 10.70538475, 2.98506999, 1534.135377, 0.473",
    "AFG, 2022, 62.879, 10.70538475, 2.514790058, 1335.205733, 0.462",
    "AGO, 2020, 62.261, 12.1676, 5.844291601, 5487.669515, 0.594",
    "AGO, 2022, 61.929, 12.1676, 5.844291601, 5327.788251, 0.591",
    "AND, 2020, 79.023, 11.91193008, 11.260993, 48026.39049, 0.843",
    "AND, 2022, 83.552, 12.7837801, 11.61343956, 54233.44948, 0.884",
    "AUT, 1990, 75.740, 13.84039021, 10.20033055, 37786.54033, 0.823",
    "AUT, 2021, 81.580, 16.36746025, 12.30571367, 54360.74096, 0.920",
    "AUT, 2022, 82.412, 16.36746025, 12.30571367, 56529.66329, 0.926",
    "ISL, 2022, 82.8, 19.2, 13.8, 54688, 0.959",
    "QAT, 2022, 81.6, 13.3, 10.1, 95944, 0.875"
  })
  void humanDevelopmentIndex(
      String country,
      int year,
      double lifeExpectancy,
      double expectedSchooling,
      double meanSchooling,
      double income,
      double published)
      throws IOException {
    Table table =
        Table.builder(
                List.of(Case.of(country, year)),
                List.of("life_expectancy", "expected_schooling", "mean_schooling", "income"))
            .set(0, 0, lifeExpectancy)
            .set(0, 1, expectedSchooling)
            .set(0, 2, meanSchooling)
            .set(0, 3, income)
            .build();
    Result result = Scoring.run(index("hdi.yaml"), table);
    assertEquals(published, result.scores().value(country, year, "hdi"), 0.0005);
    assertEquals(
        expectedSchooling > 18 ? Set.of(Mark.CAPPED) : Set.of(),
        result.scores().marks(0, result.scores().column("expected_schooling")));
    assertEquals(
        income > 75000 ? Set.of(Mark.CAPPED) : Set.of(),
        result.scores().marks(0, result.scores().column("income")));
  }

  /** The goalposts and the logarithm of income give 0 and 1 just at their ends. */
  @Test
  void theGoalpostsOfTheHumanDevelopmentIndexAreItsEnds() throws IOException {
    Table scores = score("hdi.yaml", 20, 0, 0, 100);
    for (String dimension : List.of("life_expectancy", "education", "income")) {
      assertEquals(0, scores.value("XAA", dimension), 1e-12, dimension);
    }
    scores = score("hdi.yaml", 85, 18, 15, 75_000);
    for (String dimension : List.of("life_expectancy", "education", "income", "hdi")) {
      assertEquals(1, scores.value("XAA", dimension), 1e-12, dimension);
    }
    // Half way between the logarithms: sqrt(100 * 75,000).
    scores = score("hdi.yaml", 52.5, 9, 7.5, Math.sqrt(7_500_000));
    assertEquals(0.5, scores.value("XAA", "hdi"), 1e-12);
  }

  /**
   * Digital Opportunity Index (ITU and KADO) 2005 and 2006, as printed in Global Information
   * Society Watch 2007 (globaliswatch.org/indices_tables). Categories and index are printed with
   * two digits, so that they agree to one in the second.
   */
  @ParameterizedTest
  @CsvSource({
    "ARG, 2005, 0.96, 0.30, 0.15, 0.47",
    "ARG, 2006, 0.97, 0.36, 0.21, 0.51",
    "BRA, 2005, 0.87, 0.24, 0.16, 0.42",
    "BRA, 2006, 0.92, 0.27, 0.24, 0.48",
    "COL, 2005, 0.88, 0.19, 0.08, 0.38",
    "COL, 2006, 0.89, 0.25, 0.19, 0.45",
    "ECU, 2005, 0.89, 0.16, 0.02, 0.36",
    "ECU, 2006, 0.89, 0.21, 0.08, 0.40",
    "MEX, 2005, 0.93, 0.22, 0.13, 0.43",
    "MEX, 2006, 0.94, 0.24, 0.25, 0.47",
    "PER, 2005, 0.86, 0.10, 0.21, 0.39",
    "PER, 2006, 0.82, 0.12, 0.27, 0.40"
  })
  void digitalOpportunityIndex(
      String country,
      int year,
      double opportunity,
      double infrastructure,
      double utilisation,
      double published)
      throws IOException {
    Table scores = score("doi.yaml", opportunity, infrastructure, utilisation);
    assertEquals(published, scores.value("XAA", "doi"), 0.01, country + " " + year);
  }

  /**
   * ICT Development Index of the Republic of Korea 2010 in "Measuring the Information Society
   * 2011": inputs from annex box 1.2, index and sub-indices from table 2.1, of which they are the
   * highest. Inputs are printed rounded (84 per cent of individuals), so that a score of 0 to 10
   * agrees to 0.02. The box prints 170 as the reference value of mobile subscriptions and figure
   * 2.2 prints 180; only the latter gives the 0.82 that the box itself comes to for access.
   */
  @Test
  void ictDevelopmentIndex() throws IOException {
    Table scores =
        score("idi.yaml", 59.2, 105.4, 11_878.4, 82, 97, 84, 36.6, 91.0, 97.9, 102.0, 99.0);
    assertEquals(8.40, scores.value("XAA", "idi"), 0.02);
    assertEquals(8.2, scores.value("XAA", "access"), 0.05);
    assertEquals(7.85, scores.value("XAA", "use"), 0.02);
    assertEquals(9.89, scores.value("XAA", "skills"), 0.02);
    assertEquals(7.5, scores.value("XAA", "bandwidth"), 0.05);
    assertEquals(10, scores.value("XAA", "secondary"));
    assertEquals(
        Set.of(Mark.CAPPED), scores.marks(0, scores.column("secondary")), "102 per cent is capped");
  }

  /** Scores of one unit, from figures in the order of the indicators. */
  private static Table score(String file, double... figures) throws IOException {
    Index index = index(file);
    List<String> columns = index.indicators().stream().map(Element::code).toList();
    assertEquals(columns.size(), figures.length);
    Table.Builder table = Table.builder(List.of(Case.of("XAA")), columns);
    for (int i = 0; i < figures.length; i++) {
      table.set(0, i, figures[i]);
    }
    return Scoring.run(index, table.build()).scores();
  }

  private static Index index(String name) throws IOException {
    try (InputStream file = PublishedIndicesTest.class.getResourceAsStream(name)) {
      IndexFile read = IndexFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      assertTrue(read.faults().isEmpty(), read.faults().toString());
      return read.index();
    }
  }
}
