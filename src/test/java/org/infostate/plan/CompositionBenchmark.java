package org.infostate.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.infostate.planning.Catalogue;
import org.infostate.planning.CatalogueFile;
import org.infostate.portfolio.BestPortfolio;
import org.infostate.portfolio.Menu;
import org.infostate.portfolio.Portfolio;
import org.infostate.portfolio.Terms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Choosing from the shipped catalogue for invented gaps, with 50,000 of budget for each country;
 * prints how far below its bound each choice may be.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class CompositionBenchmark {

  private static final Path CATALOGUE = Path.of("questionnaires/assistance/2.yaml");
  private static final long EACH = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Param({"24", "60", "200"})
  private int countries;

  @Param({"1", "3"})
  private int years;

  private Catalogue catalogue;
  private Terms terms;
  private long seed;

  @Setup
  public void prepare() throws IOException {
    catalogue = CatalogueFile.read(CATALOGUE.toString(), Files.readString(CATALOGUE));
    terms =
        new Terms(
            Collections.nCopies(years, countries * EACH / years),
            null,
            Map.of(),
            List.of(),
            years == 1 ? 0 : 0.1);
  }

  @Benchmark
  public Portfolio choose() {
    seed++;
    Portfolio portfolio = BestPortfolio.of(menu(), terms, PATIENCE);
    System.out.printf(
        "%s, %d actions, gain %.2f, gap %.4f %%: ",
        portfolio.method(), portfolio.choices().size(), portfolio.gain(), 100 * portfolio.gap());
    return portfolio;
  }

  /** Each country with a factor between 0.5 and 2.5 and gaps of any size; eight sub-regions. */
  private Menu menu() {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Map<String, AssistanceMenu.Gap>> gaps = new TreeMap<>();
    Map<String, String> subRegions = new HashMap<>();
    for (int c = 0; c < countries; c++) {
      double factor = 0.5 + 2 * random.nextDouble();
      Map<String, AssistanceMenu.Gap> own = new HashMap<>();
      for (String element : catalogue.elements().stream().sorted().toList()) {
        double missing = random.nextDouble();
        double points = 3 * factor * missing;
        own.put(element, new AssistanceMenu.Gap(points, points, 1 - missing));
      }
      gaps.put("c" + c, own);
      subRegions.put("c" + c, String.valueOf(c % 8));
    }
    return AssistanceMenu.of(catalogue, gaps, subRegions);
  }
}
