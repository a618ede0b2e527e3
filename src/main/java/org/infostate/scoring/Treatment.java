package org.infostate.scoring;

import java.util.Locale;

/**
 * Draws in outliers. A column passes if its absolute skewness is below one limit or its excess
 * kurtosis below the other; both must be exceeded to fail.
 *
 * <ol>
 *   <li>A column that passes is left as it is.
 *   <li>Else it is winsorised: as long as it fails and fewer than {@code maxPoints} are drawn in,
 *       all points at the maximum (skewness not negative) get the next lower value, or all at the
 *       minimum the next higher one. A point counts once, and ties count each, so that one step may
 *       go past the limit.
 *   <li>If it still fails, the column as it was before is transformed, and kept so.
 * </ol>
 *
 * <p>A column of less than four values, or of equal ones, is left as it is, with a note; so is one
 * whose transformation would have a value beyond the numbers. The limits are those of the European
 * Commission's Joint Research Centre, as COINr applies them.
 *
 * @param maxSkewness 2 by default
 * @param maxKurtosis 3.5 by default
 * @param maxPoints 5 by default; 0 goes straight to the transformation
 * @param transform what is tried last
 * @param lambda of Box-Cox; {@code NaN} estimates it by maximum likelihood
 * @param over the cases of which skewness, minimum and so on are taken; all years pooled by default
 */
public record Treatment(
    double maxSkewness,
    double maxKurtosis,
    int maxPoints,
    Transform transform,
    double lambda,
    Scope over)
    implements Step {

  /** The last resort; min and max are those of the column. */
  public enum Transform {
    /** Leaves the winsorised column as it is. */
    NONE,
    /** Neither winsorises nor transforms: for an element that is to be left alone. */
    UNTREATED,
    /** ln(x - min + 0.01 (max - min)). */
    LOG_CT,
    /** As LOG_CT if skewed to the right, else -ln(max + 0.01 (max - min) - x). */
    LOG_CT_PLUS,
    /** ln(x - min + 1). */
    LOG,
    /** ((x - min + 1)^lambda - 1) / lambda, the logarithm where lambda is 0. */
    BOX_COX
  }

  public static final Treatment DEFAULT =
      new Treatment(2, 3.5, 5, Transform.LOG_CT, Double.NaN, Scope.ALL);

  @Override
  public String name() {
    return "treat";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int indicator : work.tree.indicators) {
      work.pulse.run();
      Element element = work.tree.elements[indicator];
      Treatment own = element.method(Treatment.class).orElse(this);
      if (own.transform != Transform.UNTREATED) {
        for (Scope.Part part : work.parts(own.over)) {
          own.treat(work, element.code(), work.column(indicator), part.to(), editor);
        }
      }
    }
    return editor.table();
  }

  private void treat(Work work, String code, int column, int[] rows, Table.Editor editor) {
    double[] raw = work.table.raw(column);
    double[] x = Sample.present(raw, rows);
    Sample.Shape shape = Sample.Shape.of(x);
    if (Double.isNaN(shape.skewness()) || Double.isNaN(shape.kurtosis())) {
      if (x.length > 0) {
        work.note(
            this,
            code,
            null,
            "untreated",
            "Too few or equal values (" + x.length + ") to judge outliers by.");
      }
      return;
    }
    if (passes(shape)) {
      return;
    }
    double[] drawnIn = winsorise(x, work.pulse);
    boolean enough = passes(Sample.Shape.of(drawnIn));
    boolean keep = enough || transform == Transform.NONE;
    double[] treated = keep ? drawnIn : transformed(x, shape.skewness());
    for (double v : treated) {
      if (!Double.isFinite(v)) {
        work.note(this, code, null, "untreated", "The transformation has no value for all.");
        return;
      }
    }
    int i = 0;
    for (int row : rows) {
      if (!Double.isNaN(raw[row])) {
        if (!keep) {
          editor.set(row, column, treated[i], Mark.TRANSFORMED);
        } else if (treated[i] != x[i]) {
          editor.set(row, column, treated[i], Mark.WINSORISED);
        }
        i++;
      }
    }
    Sample.Shape left = Sample.Shape.of(treated);
    if (!passes(left)) {
      work.note(
          this,
          code,
          null,
          "still-skewed",
          String.format(
              Locale.ROOT,
              "Skewness %.2f and kurtosis %.2f remain after treatment.",
              left.skewness(),
              left.kurtosis()));
    }
  }

  private boolean passes(Sample.Shape shape) {
    return Double.isNaN(shape.skewness())
        || Math.abs(shape.skewness()) < maxSkewness
        || shape.kurtosis() < maxKurtosis;
  }

  private double[] winsorise(double[] original, Runnable pulse) {
    double[] x = original.clone();
    int high = 0;
    int low = 0;
    Sample.Shape shape = Sample.Shape.of(x);
    while (high + low < maxPoints && !passes(shape)) {
      pulse.run();
      if (shape.skewness() >= 0) {
        high = drawIn(x, Sample.max(x), 1);
      } else {
        low = drawIn(x, Sample.min(x), -1);
      }
      shape = Sample.Shape.of(x);
    }
    return x;
  }

  /** Sets all points at the extreme to the next distinct value; returns how many there were. */
  private static int drawIn(double[] x, double extreme, int side) {
    double next = Double.NaN;
    for (double v : x) {
      if (v != extreme && !(side * v <= side * next)) {
        next = v;
      }
    }
    int drawnIn = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] == extreme) {
        x[i] = next;
        drawnIn++;
      }
    }
    return drawnIn;
  }

  private double[] transformed(double[] x, double skewness) {
    double min = Sample.min(x);
    double max = Sample.max(x);
    double margin = 0.01 * (max - min);
    double power =
        transform == Transform.BOX_COX && Double.isNaN(lambda) ? BoxCox.lambda(x, min) : lambda;
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] =
          switch (transform) {
            case LOG_CT -> Math.log(x[i] - min + margin);
            case LOG_CT_PLUS ->
                skewness > 0 ? Math.log(x[i] - min + margin) : -Math.log(max + margin - x[i]);
            case LOG -> Math.log(x[i] - min + 1);
            case BOX_COX -> BoxCox.transform(x[i] - min + 1, power);
            default -> throw new AssertionError(transform);
          };
    }
    return y;
  }
}
