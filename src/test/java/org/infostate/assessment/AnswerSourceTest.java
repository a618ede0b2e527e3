package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.logic.Expression;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From answers to the engine's table.
 *
 * <ol>
 *   <li>What the expression gives counts, whatever was asked.
 *   <li>What it leaves unknown is missing, never zero, and the statuses say why.
 *   <li>Only what does not apply leaves the denominator.
 *   <li>What is provisional, or accepted by nobody, is marked.
 * </ol>
 */
class AnswerSourceTest {

  private static final String UNIT =
      """
      has_unit select_one | answer: %s
      staff integer | relevant: ${has_unit} = 'yes' | answer: %s
      """;

  private static final AnswerKey HAS_UNIT = new AnswerKey("has_unit", 0);
  private static final AnswerKey STAFF = new AnswerKey("staff", 0);

  private static Measured read(String expression, FilledForm... forms) {
    return read(new Source(Source.Kind.ANSWERS, expression, Map.of()), true, forms);
  }

  private static Measured read(Source source, boolean accepted, FilledForm... forms) {
    return new AnswerSource(List.of(forms), accepted, Map.of())
        .read(source, Expression.parse(source.expression()));
  }

  private static FilledForm unit(String hasUnit, String staff) {
    return ToldForm.of("units", UNIT.formatted(hasUnit, staff));
  }

  @Test
  void aNumberIsTakenAsItIs() {
    assertEquals(
        new Measured(12.5, State.PRESENT, Set.of()),
        read("${share}", ToldForm.of("units", "share decimal | answer: 12.5")));
  }

  @Test
  void aConditionIsOneOrZero() {
    assertEquals(1, read("${has_unit} = 'yes'", unit("yes", "-")).figure());
    assertEquals(0, read("${has_unit} = 'yes'", unit("no", "-")).figure());
  }

  @Test
  void aChoiceHasTheNumberOfItsLevel() {
    Source source =
        new Source(Source.Kind.ANSWERS, "${has_unit}", Map.of("yes", 1.0, "planned", 0.25));
    assertEquals(0.25, read(source, true, unit("planned", "-")).figure());
  }

  @Test
  void aChoiceThatTheLevelsDoNotNameIsUndefinedAndNotZero() {
    Source source = new Source(Source.Kind.ANSWERS, "${has_unit}", Map.of("yes", 1.0));
    assertEquals(State.UNDEFINED, read(source, true, unit("no", "-")).state());
  }

  @Test
  void aTextIsNoNumber() {
    assertEquals(State.UNDEFINED, read("${has_unit}", unit("yes", "-")).state());
  }

  @Test
  void theExpressionSaysWhatAQuestionThatIsNotAskedMeans() {
    String expression = "if(${has_unit} = 'no', 0, ${staff})";
    assertEquals(0, read(expression, unit("no", "-")).figure());
    assertEquals(7, read(expression, unit("yes", "7")).figure());
  }

  @Test
  void anAnswerToAQuestionThatIsNotAskedDoesNotCount() {
    assertEquals(State.UNANSWERED, read("${staff}", unit("no", "7")).state());
  }

  @Test
  void whereTheExpressionDoesNotSayWhatNotAskedMeansTheValueIsMissing() {
    assertEquals(State.UNANSWERED, read("${staff}", unit("no", "-")).state());
  }

  @ParameterizedTest
  @CsvSource({
    "-, UNANSWERED",
    "!unknown, UNKNOWN",
    "!not_available, NOT_AVAILABLE",
    "!not_applicable, NOT_APPLICABLE",
    "!cleared, UNANSWERED"
  })
  void theStatusOfTheAnswerSaysWhyItIsMissing(String answer, State state) {
    Measured measured = read("if(${has_unit} = 'no', 0, ${staff})", unit("yes", answer));
    assertEquals(state, measured.state());
    assertEquals(Double.NaN, measured.figure());
  }

  @ParameterizedTest
  @CsvSource({
    "-, !unknown, UNANSWERED",
    "!unknown, !not_available, UNKNOWN",
    "!not_applicable, !not_available, NOT_AVAILABLE",
    "!not_applicable, 5, NOT_APPLICABLE",
    "0, 5, UNDEFINED"
  })
  void ofSeveralAnswersTheOneThatAsksForMoreSaysWhy(String below, String above, State state) {
    FilledForm form =
        ToldForm.of(
            "training",
            "people integer | answer: %s\ntrained integer | answer: %s".formatted(below, above));
    assertEquals(state, read("${trained} div ${people}", form).state());
  }

  @Test
  void onlyWhatDoesNotApplyLeavesTheDenominator() {
    for (State state : State.values()) {
      boolean leaves = state == State.NOT_APPLICABLE || state == State.CONSTANT;
      assertEquals(!leaves, state.applicable(), state.name());
    }
  }

  @Test
  void theRowsOfARosterAreAddedUpAndOneMissingRowMakesTheSumMissing() {
    String told =
        """
        courses roster
          hours integer | answer: %s
        """;
    String sum = "sum(${hours})";
    assertEquals(60, read(sum, ToldForm.of("training", told.formatted("20, 40"))).figure());
    assertEquals(
        State.NOT_AVAILABLE,
        read(sum, ToldForm.of("training", told.formatted("20, !not_available"))).state());
    assertEquals(
        2, read("count(${courses})", ToldForm.of("training", told.formatted("20, 40"))).figure());
  }

  @Test
  void aCalculationIsMissingForTheReasonOfWhatItRestsOn() {
    FilledForm form =
        ToldForm.of(
            "units",
            """
            men integer | answer: 3
            women integer | answer: !unknown
            staff calculate | calculation: ${men} + ${women}
            """);
    assertEquals(State.UNKNOWN, read("${staff}", form).state());
  }

  @Test
  void oneExpressionMayNameQuestionsOfSeveralForms() {
    FilledForm training = ToldForm.of("training", "trained integer | answer: 4");
    assertEquals(0.5, read("${trained} div ${staff}", unit("yes", "8"), training).figure());
  }

  @Test
  void aQuestionThatTheRoundDidNotAskIsMissing() {
    assertEquals(State.UNANSWERED, read("${eqp_lab}", unit("yes", "8")).state());
  }

  @Test
  void provisionalAnswersAndResponsesThatNobodyAcceptedAreMarked() {
    Source source = new Source(Source.Kind.ANSWERS, "${staff}", Map.of());
    assertEquals(Set.of(), read(source, true, unit("yes", "8")).marks());
    assertEquals(Set.of(Mark.PROVISIONAL), read(source, true, unit("yes", "~8")).marks());
    assertEquals(
        Set.of(Mark.PROVISIONAL, Mark.UNVERIFIED), read(source, false, unit("yes", "~8")).marks());
  }

  @Test
  void whatAReviewerSaidOfAnAnswerCountsBeforeTheAcceptanceOfTheResponse() {
    assertEquals(Set.of(), marks(false, Map.of(HAS_UNIT, true, STAFF, true)));
    assertEquals(Set.of(Mark.UNVERIFIED), marks(false, Map.of(STAFF, true)));
    assertEquals(Set.of(Mark.UNVERIFIED), marks(true, Map.of(STAFF, false)));
    assertEquals(Set.of(), marks(true, Map.of(STAFF, true)));
  }

  private static Set<Mark> marks(boolean accepted, Map<AnswerKey, Boolean> judged) {
    String expression = "if(${has_unit} = 'no', 0, ${staff})";
    return new AnswerSource(List.of(unit("yes", "8")), accepted, judged)
        .read(new Source(Source.Kind.ANSWERS, expression, Map.of()), Expression.parse(expression))
        .marks();
  }
}
