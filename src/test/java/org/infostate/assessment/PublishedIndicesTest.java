package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.infostate.scoring.Aggregation;
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
    Result result = Scoring.run(hdi(), table);
    assertEquals(published, result.scores().value(country, year, "hdi"), 0.0005);
    assertEquals(
        expectedSchooling > 18 ? Set.of(Mark.CAPPED) : Set.of(),
        result.scores().marks(0, result.scores().column("expected_schooling")));
    assertEquals(
        income > 75000 ? Set.of(Mark.CAPPED) : Set.of(),
        result.scores().marks(0, result.scores().column("income")));
  }

  /**
   * Digital Opportunity Index (ITU and KADO): the plain mean of its three categories; Brazil
   * 2005/06 as printed in the Global Information Society Watch, 0.87, 0.24 and 0.16 giving 0.42.
   */
  @Test
  void digitalOpportunityIndexOfBrazil() {
    List<Element> elements =
        List.of(
            Element.aggregate("doi", null, 1),
            Element.indicator("opportunity", "doi", 1, 1),
            Element.indicator("infrastructure", "doi", 1, 1),
            Element.indicator("utilisation", "doi", 1, 1));
    Table table =
        Table.builder(
                List.of(Case.of("BRA")), List.of("opportunity", "infrastructure", "utilisation"))
            .set(0, 0, 0.87)
            .set(0, 1, 0.24)
            .set(0, 2, 0.16)
            .build();
    Index index = Index.of("doi", elements, List.of(Aggregation.of(Aggregation.Mean.ARITHMETIC)));
    assertEquals(0.42, Scoring.run(index, table).scores().value("BRA", "doi"), 0.005);
  }

  private static Index hdi() throws IOException {
    try (InputStream file = PublishedIndicesTest.class.getResourceAsStream("hdi.yaml")) {
      IndexFile read = IndexFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      assertTrue(read.faults().isEmpty(), read.faults().toString());
      return read.index();
    }
  }
}
