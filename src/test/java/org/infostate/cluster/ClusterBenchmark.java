package org.infostate.cluster;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Groups of 200 units: by one score, and by four standardised pillars. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClusterBenchmark {

  private static final int UNITS = 200;

  private final double[] scores = new Random(3).doubles(UNITS, 0, 100).toArray();
  private final double[][] points = points();

  private static double[][] points() {
    Random random = new Random(5);
    double[][] points = new double[UNITS][4];
    for (int u = 0; u < UNITS; u++) {
      for (int d = 0; d < 4; d++) {
        points[u][d] = random.nextGaussian() + 3 * (u % 5);
      }
    }
    return points;
  }

  @Benchmark
  public Groups exactBreaksOfOneScore() {
    return Cuts.breaks(scores, 5);
  }

  @Benchmark
  public Partition wardOfFourPillars() {
    return Ward.of(points).cut(5);
  }

  @Benchmark
  public Partition kMeansWith100Starts() {
    return KMeans.of(points, 5, 100, 1);
  }

  @Benchmark
  public double silhouette() {
    return Quality.silhouette(points, Ward.of(points).cut(5).group());
  }

  @Benchmark
  public Quality.Gap gapOf10GroupsAnd50ReferenceSets() {
    return Quality.gap(points, Clustering.WARD, 10, 50, 1);
  }
}
