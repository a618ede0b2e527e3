package org.infostate.scoring;

import java.util.Arrays;

/**
 * Principal components of the correlation matrix of several columns.
 *
 * @param cases how many cases were complete in all columns, and so used
 * @param variances of the components, descending; their sum is the number of columns
 * @param loadings by component, then by column: the unit vector of the component, turned so that
 *     its loadings add up to something not negative
 */
public record PrincipalComponents(int cases, double[] variances, double[][] loadings) {

  /**
   * Components of these columns over the cases that are complete in all of them; null where fewer
   * than three cases are, or where a column does not vary over them.
   *
   * @param columns values by column, then by case; {@code NaN} where missing
   */
  public static PrincipalComponents of(double[][] columns) {
    return of(columns, () -> {});
  }

  static PrincipalComponents of(double[][] columns, Runnable pulse) {
    int cases = columns.length == 0 ? 0 : columns[0].length;
    int[] complete = new int[cases];
    int n = 0;
    for (int row = 0; row < cases; row++) {
      boolean all = true;
      for (double[] column : columns) {
        all &= !Double.isNaN(column[row]);
      }
      if (all) {
        complete[n++] = row;
      }
    }
    double[][] correlations = n < 3 ? null : correlations(columns, Arrays.copyOf(complete, n));
    if (correlations == null) {
      return null;
    }
    SymmetricEigen eigen = new SymmetricEigen(correlations, pulse);
    for (double[] vector : eigen.vectors) {
      double sum = 0;
      for (double v : vector) {
        sum += v;
      }
      for (int i = 0; sum < 0 && i < vector.length; i++) {
        vector[i] = -vector[i];
      }
    }
    return new PrincipalComponents(n, eigen.values, eigen.vectors);
  }

  /** Share of the variance of all columns that a component carries, 0 for the first. */
  public double share(int component) {
    return variances[component] / variances.length;
  }

  private static double[][] correlations(double[][] columns, int[] rows) {
    double[][] scaled = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      double[] x = Sample.present(columns[c], rows);
      if (Sample.constant(x)) {
        return null;
      }
      double mean = Sample.mean(x);
      double norm = Sample.deviation(x) * Math.sqrt(x.length - 1.0);
      scaled[c] = Arrays.stream(x).map(v -> (v - mean) / norm).toArray();
    }
    double[][] matrix = new double[columns.length][columns.length];
    for (int a = 0; a < columns.length; a++) {
      matrix[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
          sum += scaled[a][i] * scaled[b][i];
        }
        matrix[a][b] = sum;
        matrix[b][a] = sum;
      }
    }
    return matrix;
  }
}
