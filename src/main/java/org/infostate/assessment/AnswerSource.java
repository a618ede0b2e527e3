package org.infostate.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.Value;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;

/**
 * The answers of one response, all its forms together, as the sources of an index read them.
 *
 * <p>The expression of the source decides: what it gives counts, also where questions are not asked
 * ({@code if(${has_unit} = 'no', 0, ${staff})} is 0 for a country without a unit). Only where it
 * comes to nothing known do the statuses of the questions that it names say why:
 *
 * <ol>
 *   <li>nothing was answered to one of them: {@link State#UNANSWERED}; the same where none of them
 *       is asked, since the expression then did not say what that means;
 *   <li>else one is said to be not known: {@link State#UNKNOWN};
 *   <li>else one is said not to be available: {@link State#NOT_AVAILABLE};
 *   <li>else one is said not to apply: {@link State#NOT_APPLICABLE}, which leaves the denominator;
 *   <li>all have values, and the expression gives none for them, as in a division by zero: {@link
 *       State#UNDEFINED}.
 * </ol>
 */
final class AnswerSource implements Answers {

  private final List<FilledForm> forms;
  private final boolean accepted;
  private final Map<AnswerKey, Boolean> judged;
  private final Map<String, FilledForm> formOf = new HashMap<>();
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Roster> rosters = new HashMap<>();
  private final Map<String, Roster> rosterOf = new HashMap<>();

  /** How the answer to a question stands. */
  private enum Standing {
    UNANSWERED,
    UNKNOWN,
    NOT_AVAILABLE,
    NOT_APPLICABLE,
    PROVISIONAL,
    KNOWN
  }

  /**
   * @param forms all forms of the response; at least one
   * @param accepted whether a reviewer has accepted the response
   * @param judged whether the answer as it is read is confirmed, for those that a reviewer has
   *     judged one by one; of the others the acceptance of the response speaks. A figure that rests
   *     on an answer that is not confirmed is marked {@link Mark#UNVERIFIED}.
   */
  AnswerSource(List<FilledForm> forms, boolean accepted, Map<AnswerKey, Boolean> judged) {
    this.forms = forms;
    this.accepted = accepted;
    this.judged = judged;
    for (FilledForm form : forms) {
      form.form().names().forEach(name -> formOf.put(name, form));
      questions.putAll(form.form().questions());
      for (Roster roster : form.form().rosters().values()) {
        rosters.put(roster.name(), roster);
        roster.questions().forEach(question -> rosterOf.put(question.name(), roster));
      }
    }
  }

  Measured read(Source source, Expression expression) {
    Value value = expression.evaluate(this);
    Basis basis = new Basis();
    expression.references().forEach(name -> collect(name, basis));
    return value.isUnknown()
        ? Measured.missing(why(basis.standings))
        : Measured.of(source, value, marks(basis));
  }

  /** What an expression rests on. */
  private static final class Basis {
    final Set<String> names = new HashSet<>();
    final Set<Standing> standings = EnumSet.noneOf(Standing.class);
    final Set<Boolean> confirmed = new HashSet<>();
  }

  private Set<Mark> marks(Basis basis) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (basis.standings.contains(Standing.PROVISIONAL)) {
      marks.add(Mark.PROVISIONAL);
    }
    if (basis.confirmed.isEmpty() ? !accepted : basis.confirmed.contains(false)) {
      marks.add(Mark.UNVERIFIED);
    }
    return marks;
  }

  private static State why(Set<Standing> standings) {
    if (standings.isEmpty() || standings.contains(Standing.UNANSWERED)) {
      return State.UNANSWERED;
    }
    if (standings.contains(Standing.UNKNOWN)) {
      return State.UNKNOWN;
    }
    if (standings.contains(Standing.NOT_AVAILABLE)) {
      return State.NOT_AVAILABLE;
    }
    return standings.contains(Standing.NOT_APPLICABLE) ? State.NOT_APPLICABLE : State.UNDEFINED;
  }

  /** Adds the standings of a question, or of those that its calculation or its rows rest on. */
  private void collect(String name, Basis basis) {
    if (!basis.names.add(name)) {
      return;
    }
    if (rosters.containsKey(name)) {
      // The number of its rows is what the country gave.
      basis.standings.add(Standing.KNOWN);
      basis.confirmed.add(accepted);
      return;
    }
    Question question = questions.get(name);
    if (question == null) {
      basis.standings.add(Standing.UNANSWERED);
    } else if (question.type() == QuestionType.CALCULATE) {
      question.calculation().references().forEach(other -> collect(other, basis));
    } else {
      FilledForm form = formOf.get(name);
      for (int row : rowsOf(name, form)) {
        if (form.asked(question, row)) {
          basis.standings.add(standing(form.answer(question, row)));
          basis.confirmed.add(judged.getOrDefault(new AnswerKey(name, row), accepted));
        }
      }
    }
  }

  private List<Integer> rowsOf(String question, FilledForm form) {
    Roster roster = rosterOf.get(question);
    return roster == null ? List.of(0) : form.rows(roster);
  }

  private static Standing standing(Optional<Held> answer) {
    AnswerStatus status = answer.map(Held::status).orElse(AnswerStatus.CLEARED);
    return switch (status) {
      case ANSWERED -> Standing.KNOWN;
      case PROVISIONAL -> Standing.PROVISIONAL;
      case NOT_AVAILABLE -> Standing.NOT_AVAILABLE;
      case NOT_APPLICABLE -> Standing.NOT_APPLICABLE;
      case UNKNOWN -> Standing.UNKNOWN;
      case CLEARED -> Standing.UNANSWERED;
    };
  }

  @Override
  public Value value(String question) {
    FilledForm form = formOf.get(question);
    return form == null ? Value.UNKNOWN : form.answers().value(question);
  }

  @Override
  public List<Answers> rows(String name) {
    FilledForm form = formOf.get(name);
    return form == null ? List.of() : new ArrayList<>(form.answers().rows(name));
  }

  @Override
  public LocalDate today() {
    return forms.get(0).answers().today();
  }

  @Override
  public Value self() {
    return Value.UNKNOWN;
  }

  @Override
  public boolean asked(String question) {
    FilledForm form = formOf.get(question);
    return form != null && form.answers().asked(question);
  }
}
