package org.infostate.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.ExpressionException;
import org.infostate.logic.Value;
import org.infostate.scoring.Expressions;

/**
 * The expressions of transformations, in the language of the questionnaires: functions of {@code
 * .}.
 */
public final class SelfExpressions implements Expressions {

  @Override
  public DoubleUnaryOperator compile(String expression) {
    Expression parsed;
    try {
      parsed = Expression.parse(expression);
    } catch (ExpressionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return x -> {
      Value value = parsed.evaluate(new Self(Value.of(BigDecimal.valueOf(x))));
      return value.number().map(BigDecimal::doubleValue).orElse(Double.NaN);
    };
  }

  /** Nothing but the value itself can be read. */
  private record Self(Value self) implements Answers {
    @Override
    public Value value(String question) {
      return Value.UNKNOWN;
    }

    @Override
    public List<Answers> rows(String name) {
      return List.of();
    }

    @Override
    public LocalDate today() {
      return LocalDate.EPOCH;
    }
  }
}
