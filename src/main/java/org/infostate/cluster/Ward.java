package org.infostate.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ward's hierarchical clustering: from single cases, merge the two groups whose merging adds least
 * to the sum of squares within groups (J. H. Ward, 1963; heights as in the second form of F.
 * Murtagh and P. Legendre, 2014). By chains of nearest neighbours, O(n^2) in time; of two equally
 * near the first case's group is taken, so that the result is the same every time.
 *
 * <p>Cases that lack a dimension stand outside.
 */
public final class Ward {

  /**
   * One merging.
   *
   * @param a the group of this case ...
   * @param b ... and the group of this one become one
   * @param height square root of twice what it adds to the sum of squares; the plain distance for
   *     two single cases
   */
  public record Merge(int a, int b, double height) {}

  private final double[][] points;
  private final List<Merge> merges;
  private final int[] complete;

  private Ward(double[][] points, int[] complete, List<Merge> merges) {
    this.points = points;
    this.complete = complete;
    this.merges = merges;
  }

  /**
   * @param points by case, then by dimension
   */
  public static Ward of(double[][] points) {
    int[] complete = Points.complete(points);
    List<Merge> merges = new Chain(Points.some(points, complete)).merges();
    List<Merge> named =
        merges.stream()
            .map(m -> new Merge(complete[m.a()], complete[m.b()], m.height()))
            .sorted(Comparator.comparingDouble(Merge::height))
            .toList();
    return new Ward(points, complete, named);
  }

  /** All mergings by height, one fewer than complete cases. */
  public List<Merge> merges() {
    return merges;
  }

  /**
   * The groups before the last mergings.
   *
   * @param count at least 1; where there are fewer complete cases, each is its own group
   */
  public Partition cut(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one group, not " + count + ".");
    }
    int[] label = new int[points.length];
    Arrays.fill(label, -1);
    for (int i : complete) {
      label[i] = i;
    }
    for (Merge merge : merges.subList(0, Math.max(0, complete.length - count))) {
      int from = label[merge.b()];
      int to = label[merge.a()];
      for (int i = 0; i < label.length; i++) {
        label[i] = label[i] == from ? to : label[i];
      }
    }
    return Partition.of(points, label);
  }

  /** Finds the mergings. */
  private static final class Chain {
    private final double[][] distance;
    private final int[] size;
    private final boolean[] alive;
    private final List<Merge> merges = new ArrayList<>();

    Chain(double[][] points) {
      int n = points.length;
      distance = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          distance[i][j] = Points.squaredDistance(points[i], points[j]);
          distance[j][i] = distance[i][j];
        }
      }
      size = new int[n];
      alive = new boolean[n];
      Arrays.fill(size, 1);
      Arrays.fill(alive, true);
    }

    List<Merge> merges() {
      int[] chain = new int[size.length + 1];
      int length = 0;
      while (merges.size() < size.length - 1) {
        if (length == 0) {
          chain[length++] = first();
        }
        int top = chain[length - 1];
        int before = length > 1 ? chain[length - 2] : -1;
        int next = nearest(top, before);
        if (next == before) {
          length -= 2;
          merge(Math.min(top, before), Math.max(top, before));
        } else {
          chain[length++] = next;
        }
      }
      return merges;
    }

    private int first() {
      int i = 0;
      while (!alive[i]) {
        i++;
      }
      return i;
    }

    /** The nearest other group; the one before it in the chain if none is nearer. */
    private int nearest(int group, int before) {
      int nearest = before;
      for (int other = 0; other < size.length; other++) {
        boolean candidate = alive[other] && other != group;
        if (candidate && (nearest < 0 || distance[group][other] < distance[group][nearest])) {
          nearest = other;
        }
      }
      return nearest;
    }

    /** By the formula of Lance and Williams on squared distances. */
    private void merge(int a, int b) {
      double between = distance[a][b];
      merges.add(new Merge(a, b, Math.sqrt(between)));
      for (int k = 0; k < size.length; k++) {
        if (alive[k] && k != a && k != b) {
          double sum = size[a] + size[b] + size[k];
          double d =
              ((size[a] + size[k]) * distance[a][k]
                      + (size[b] + size[k]) * distance[b][k]
                      - size[k] * between)
                  / sum;
          distance[a][k] = d;
          distance[k][a] = d;
        }
      }
      size[a] += size[b];
      alive[b] = false;
    }
  }
}
