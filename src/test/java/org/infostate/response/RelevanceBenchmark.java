package org.infostate.response;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.LargeForm;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.ReadForm;
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
 * How long it takes to find out anew which of 300 questions are asked, after the first of them was
 * answered otherwise: all others hang on it, each on the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RelevanceBenchmark {

  private static final Map<AnswerKey, Given> CHANGE =
      Map.of(AnswerKey.of("q1"), new Given("7", AnswerStatus.ANSWERED, null, null, null));

  private final FilledForm filled = filled(ReadForm.of(Map.of("form.yaml", LargeForm.yaml(300))));

  private static FilledForm filled(Form form) {
    Map<AnswerKey, Held> held = new HashMap<>();
    for (Question question : form.questions().values()) {
      if (question.type().answered()) {
        String value =
            question.type() == QuestionType.SELECT_ONE
                ? "yes"
                : question.type() == QuestionType.INTEGER ? "12" : "some words";
        held.put(
            AnswerKey.of(question.name()),
            Held.notYet(new Given(value, AnswerStatus.ANSWERED, null, null, null)));
      }
    }
    return new FilledForm(form, held, Map.of(), LocalDate.of(2026, 11, 25));
  }

  /** How many are asked: all of them. */
  @Benchmark
  public int relevanceOf300Questions() {
    FilledForm after = filled.with(CHANGE, Map.of());
    int asked = 0;
    for (Question question : after.form().questions().values()) {
      asked += after.asked(question, 0) ? 1 : 0;
    }
    return asked;
  }
}
