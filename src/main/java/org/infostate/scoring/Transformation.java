package org.infostate.scoring;

import java.util.function.DoubleUnaryOperator;

/**
 * Applies a function to the values of an indicator. Undefined, with a note, where the function has
 * no finite value.
 *
 * @param function see there
 * @param constant added before a logarithm; the exponent of a power
 * @param expression for {@link Function#EXPRESSION}, else null
 */
public record Transformation(Function function, double constant, String expression)
    implements Step {

  /** What becomes of x. */
  public enum Function {
    NONE,
    /** ln(x + constant). */
    LN,
    /** log10(x + constant). */
    LOG10,
    SQUARE_ROOT,
    /** x^constant. */
    POWER,
    /** 1 / x. */
    INVERSE,
    /** An expression in x, which is written as {@code .}. */
    EXPRESSION
  }

  public static final Transformation NONE = new Transformation(Function.NONE, 0, null);

  public Transformation {
    if ((function == Function.EXPRESSION) == (expression == null)) {
      throw new IllegalArgumentException("An expression belongs to its own function, only there.");
    }
  }

  public static Transformation of(Function function, double constant) {
    return new Transformation(function, constant, null);
  }

  @Override
  public String name() {
    return "transform";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int indicator : work.tree.indicators) {
      Element element = work.tree.elements[indicator];
      Transformation own = element.method(Transformation.class).orElse(this);
      if (own.function != Function.NONE) {
        own.apply(work, element.code(), work.column(indicator), editor);
      }
    }
    return editor.table();
  }

  private void apply(Work work, String code, int column, Table.Editor editor) {
    DoubleUnaryOperator operator =
        function == Function.EXPRESSION ? work.expressions.compile(expression) : this::of;
    for (int row = 0; row < work.table.cases().size(); row++) {
      work.pulse.run();
      if (!work.table.state(row, column).present()) {
        continue;
      }
      double x = work.table.value(row, column);
      double y = operator.applyAsDouble(x);
      if (Double.isFinite(y)) {
        editor.set(row, column, y);
      } else {
        editor.missing(row, column, State.UNDEFINED);
        work.note(
            this,
            code,
            work.table.cases().get(row),
            "undefined",
            "The function "
                + (expression == null ? function : expression)
                + " has no value at "
                + x
                + ".");
      }
    }
  }

  private double of(double x) {
    return switch (function) {
      case NONE -> x;
      case LN -> Math.log(x + constant);
      case LOG10 -> Math.log10(x + constant);
      case SQUARE_ROOT -> Math.sqrt(x);
      case POWER -> Math.pow(x, constant);
      case INVERSE -> 1 / x;
      case EXPRESSION -> throw new AssertionError(expression);
    };
  }
}
