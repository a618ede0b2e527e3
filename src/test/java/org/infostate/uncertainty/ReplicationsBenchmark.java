package org.infostate.uncertainty;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.LargeIndex;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten thousand replications of an index of 200 units and 150 indicators: weights a quarter either
 * way, three normalisations and two means; with weights only; and with answers of which every third
 * is not verified, where each replication begins with a table of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class ReplicationsBenchmark {

  private static final int NORMALISE = 3;
  private static final int AGGREGATE = 4;

  private final Index index = LargeIndex.index();
  private final Table table = LargeIndex.table();
  private final Table unverified = everyThirdUnverified(table);

  private static final List<Factor> FACTORS =
      List.of(
          new Factor.Weights("weights", 0.25, Set.of()),
          new Factor.Choice(
              "normalisation",
              NORMALISE,
              List.of(
                  Normalisation.of(new Scale.MinMax(1, 100)),
                  Normalisation.of(new Scale.ZScore(100, 10)),
                  Normalisation.of(new Scale.Rank(org.infostate.scoring.Ties.BEST)))),
          new Factor.Choice(
              "mean",
              AGGREGATE,
              List.of(
                  Aggregation.of(Aggregation.Mean.ARITHMETIC),
                  Aggregation.of(Aggregation.Mean.GEOMETRIC))));

  @Benchmark
  public Outcome replications10000() {
    return run(FACTORS);
  }

  @Benchmark
  public Outcome replications10000OfWeightsOnly() {
    return run(FACTORS.subList(0, 1));
  }

  @Benchmark
  public Outcome replications10000OfAnswersNotVerified() {
    return run(List.of(new Factor.Unverified("unverified", 0.1)), unverified);
  }

  private Outcome run(List<Factor> factors) {
    return run(factors, table);
  }

  private Outcome run(List<Factor> factors, Table values) {
    return new Experiment(factors, 10_000, 42, "index", null)
        .run(index, values, Expressions.NONE, (done, all) -> true);
  }

  private static Table everyThirdUnverified(Table table) {
    Table.Builder builder = Table.builder(table.cases(), table.columns());
    for (int row = 0; row < table.cases().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        if (table.state(row, column).present()) {
          Mark[] marks = (row + column) % 3 == 0 ? new Mark[] {Mark.UNVERIFIED} : new Mark[0];
          builder.set(row, column, table.value(row, column), marks);
        }
      }
    }
    return builder.build();
  }
}
