package org.infostate.scoring;

import java.util.function.DoubleUnaryOperator;

/**
 * Puts indicators on one scale, higher being better.
 *
 * <p>A column that its scale cannot be fitted to because it cannot tell cases apart becomes {@link
 * State#CONSTANT} and leaves every denominator; where a reference is missing, a target is not
 * better than the worst value or no maximum is above zero it becomes {@link State#UNDEFINED}. A
 * note says so either way.
 *
 * @param scale what is done with a value
 * @param over the cases that the scale is fitted to; never silently each year by itself
 * @param floor values below are raised to it after scaling, for the sake of geometric means;
 *     -infinity for none
 */
public record Normalisation(Scale scale, Scope over, double floor) implements Step {

  public static Normalisation of(Scale scale) {
    return new Normalisation(scale, Scope.ALL, Double.NEGATIVE_INFINITY);
  }

  @Override
  public String name() {
    return "normalise";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int indicator : work.tree.indicators) {
      work.pulse.run();
      Element element = work.tree.elements[indicator];
      Normalisation own = element.method(Normalisation.class).orElse(this);
      for (Scope.Part part : work.parts(own.over)) {
        own.apply(work, element, part, editor);
      }
    }
    return editor.table();
  }

  private void apply(Work work, Element element, Scope.Part part, Table.Editor editor) {
    int column = work.table.column(element.code());
    double[] raw = work.table.raw(column);
    DoubleUnaryOperator function = scale.fit(basis(work, element, raw, part.from()));
    if (function == null) {
      leaveOut(work, element, column, part, editor);
      return;
    }
    for (int row : part.to()) {
      if (!Double.isNaN(raw[row])) {
        put(work, element, editor, row, column, function.applyAsDouble(raw[row]));
      }
    }
  }

  private void put(Work work, Element element, Table.Editor editor, int row, int column, double y) {
    if (y > scale.highest()) {
      editor.set(row, column, scale.highest(), Mark.CAPPED);
    } else if (y < scale.lowest()) {
      editor.set(row, column, scale.lowest(), Mark.CAPPED);
    } else if (Double.isFinite(y)) {
      editor.set(row, column, y);
    } else {
      editor.missing(row, column, State.UNDEFINED);
      work.note(
          this,
          element.code(),
          work.table.cases().get(row),
          "undefined",
          "The scale has no value at " + work.table.value(row, column) + ".");
      return;
    }
    if (editor.value(row, column) < floor) {
      editor.set(row, column, floor, Mark.FLOORED);
    }
  }

  private Scale.Basis basis(Work work, Element element, double[] raw, int[] rows) {
    double[] column = new double[rows.length];
    Case[] cases = new Case[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = raw[rows[i]];
      cases[i] = work.table.cases().get(rows[i]);
    }
    return new Scale.Basis(
        Sample.present(raw, rows), element.direction(), column, cases, weights(work, rows));
  }

  private double[] weights(Work work, int[] rows) {
    if (!(scale instanceof Scale.Relative relative)
        || relative.reference() != Scale.Relative.Reference.WEIGHTED_MEAN) {
      return null;
    }
    double[] column = work.table.values(relative.name());
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weights[i] = column[rows[i]];
    }
    return weights;
  }

  private void leaveOut(
      Work work, Element element, int column, Scope.Part part, Table.Editor editor) {
    boolean reference =
        scale instanceof Scale.Relative
            || scale instanceof Scale.DistanceToReference
            || !Sample.constant(Sample.present(work.table.raw(column), part.from()));
    boolean any = false;
    for (int row : part.to()) {
      if (work.table.state(row, column).present()) {
        editor.missing(row, column, reference ? State.UNDEFINED : State.CONSTANT);
        any = true;
      }
    }
    if (any) {
      work.note(
          this,
          element.code(),
          null,
          reference ? "no-reference" : "constant",
          reference
              ? "There is no reference, target or maximum above the lowest value or zero."
              : "All values are equal, so the column is left out.");
    }
  }
}
