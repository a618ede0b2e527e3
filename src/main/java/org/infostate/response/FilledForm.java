package org.infostate.response;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.Use;
import org.infostate.logic.Value;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.InWords;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.text.Language;

/**
 * A form with the answers of one response: what is asked, what is computed, what is missing.
 *
 * <p>A question is asked when its own relevance, that of its roster and that of its section are
 * true; a relevance that is unknown, because what it depends on is not answered, means: not asked
 * yet. An answer to a question that is not asked is kept, but counts as unanswered everywhere.
 */
public final class FilledForm {

  private final Form form;
  private final Map<AnswerKey, Held> held;
  private final Map<String, List<Integer>> rows;
  private final LocalDate today;
  private final Map<String, Question> questions;
  private final Map<AnswerKey, Boolean> asked = new HashMap<>();
  private final Map<AnswerKey, Value> values = new HashMap<>();
  private final Set<AnswerKey> underWay = new HashSet<>();

  /**
   * @param held the answers of the response; those to other forms do no harm
   * @param rows numbers of the rows of each roster, in their order
   * @param today for {@code today()}
   */
  public FilledForm(
      Form form, Map<AnswerKey, Held> held, Map<String, List<Integer>> rows, LocalDate today) {
    this.form = form;
    this.held = held;
    this.rows = rows;
    this.today = today;
    this.questions = form.questions();
  }

  /**
   * The same form as it would be with these answers and further rows.
   *
   * @param given canonical; those to other forms do no harm
   * @param more numbers of further rows of rosters
   */
  public FilledForm with(Map<AnswerKey, Given> given, Map<String, List<Integer>> more) {
    Map<AnswerKey, Held> after = new HashMap<>(held);
    given.forEach((key, answer) -> after.put(key, Held.notYet(answer)));
    Map<String, List<Integer>> rowsAfter = new HashMap<>(rows);
    more.forEach(
        (roster, numbers) -> {
          List<Integer> all = new ArrayList<>(rowsAfter.getOrDefault(roster, List.of()));
          all.addAll(numbers);
          rowsAfter.put(roster, all);
        });
    return new FilledForm(form, after, rowsAfter, today);
  }

  /** The same form as it is after these answers were stored. */
  FilledForm holding(Map<AnswerKey, Held> saved) {
    Map<AnswerKey, Held> after = new HashMap<>(held);
    after.putAll(saved);
    return new FilledForm(form, after, rows, today);
  }

  public Form form() {
    return form;
  }

  public List<Integer> rows(Roster roster) {
    return rows.getOrDefault(roster.name(), List.of());
  }

  /** The answer that is held, asked or not. */
  public Optional<Held> held(String question, int row) {
    return Optional.ofNullable(held.get(new AnswerKey(question, row)));
  }

  /** The answer that counts: held, not cleared, and its question is asked. */
  public Optional<Held> answer(Question question, int row) {
    return held(question.name(), row)
        .filter(answer -> answer.status().given() && asked(question, row));
  }

  public boolean asked(Section section) {
    return asked.computeIfAbsent(AnswerKey.of(section.name()), key -> holds(section.relevant(), 0));
  }

  /** Whether a roster, or a question outside rosters, is asked. */
  public boolean asked(Item item) {
    return item instanceof Question question
        ? asked(question, 0)
        : asked(form.sectionOf(item.name()).orElseThrow()) && holds(item.relevant(), 0);
  }

  /**
   * Whether a question is asked.
   *
   * @param row number of the roster row; 0 outside rosters
   */
  public boolean asked(Question question, int row) {
    AnswerKey key = new AnswerKey(question.name(), row);
    Boolean known = asked.get(key);
    if (known == null) {
      known =
          asked(form.sectionOf(question.name()).orElseThrow())
              && form.rosterOf(question.name()).map(this::asked).orElse(true)
              && holds(question.relevant(), row);
      asked.put(key, known);
    }
    return known;
  }

  private boolean holds(Expression condition, int row) {
    return condition == null || condition.evaluate(answers(row, Value.UNKNOWN)).isTrue();
  }

  /** Whether an answer is required to submit. */
  public boolean required(Question question, int row) {
    return question.required() != null
        && asked(question, row)
        && question.required().evaluate(answers(row, Value.UNKNOWN)).isTrue();
  }

  /** The choices that are offered, after the choice filter. */
  public List<Choice> offered(Question question, int row) {
    List<Choice> all = form.choices(question);
    if (question.choiceFilter() == null) {
      return all;
    }
    return all.stream()
        .filter(
            choice ->
                question
                    .choiceFilter()
                    .evaluate(new ChoiceColumns(answers(row, Value.UNKNOWN), choice))
                    .isTrue())
        .toList();
  }

  /** What a calculate question comes to; unknown where it depends on what is not answered. */
  public Value calculated(Question question, int row) {
    return value(question.name(), row);
  }

  /** The same as it is shown; empty where it is unknown. */
  public String calculatedText(Question question, int row) {
    Value value = calculated(question, row);
    return value.isUnknown() ? "" : value.text();
  }

  /**
   * The value of a question: its answer, or its calculation, where it is asked; unknown otherwise.
   */
  Value value(String name, int row) {
    Question question = questions.get(name);
    if (question == null) {
      return Value.UNKNOWN;
    }
    boolean inRoster = form.rosterOf(name).isPresent();
    AnswerKey key = new AnswerKey(name, inRoster ? row : 0);
    Value known = values.get(key);
    if (known != null) {
      return known;
    }
    if (!underWay.add(key)) {
      return Value.UNKNOWN;
    }
    try {
      Value value = compute(question, key.row());
      values.put(key, value);
      return value;
    } finally {
      underWay.remove(key);
    }
  }

  private Value compute(Question question, int row) {
    if (!asked(question, row)) {
      return Value.UNKNOWN;
    }
    if (question.type() == QuestionType.CALCULATE) {
      return question.calculation().evaluate(answers(row, Value.UNKNOWN));
    }
    return answer(question, row)
        .filter(answer -> answer.status().hasValue())
        .map(answer -> value(question.type(), answer.value()))
        .orElse(Value.UNKNOWN);
  }

  /** The value of a canonical answer. */
  static Value value(QuestionType type, String canonical) {
    return switch (type) {
      case INTEGER, DECIMAL -> Value.of(new BigDecimal(canonical));
      case DATE -> Value.of(LocalDate.parse(canonical));
      case SELECT_MULTIPLE -> Value.ofChoices(Arrays.asList(canonical.split(" ")));
      default -> Value.of(canonical);
    };
  }

  /** What expressions read, seen from outside the rosters. */
  public Answers answers() {
    return answers(0, Value.UNKNOWN);
  }

  /** What expressions read, seen from a roster row (0: from outside), about a value of this own. */
  Answers answers(int row, Value self) {
    return new Seen(row, self);
  }

  /** The answers as they are seen from a place. */
  private final class Seen implements Answers {

    private final int row;
    private final Value self;

    Seen(int row, Value self) {
      this.row = row;
      this.self = self;
    }

    @Override
    public Value value(String question) {
      return FilledForm.this.value(question, row);
    }

    @Override
    public List<Answers> rows(String name) {
      String roster = form.rosterOf(name).map(Roster::name).orElse(name);
      return rows.getOrDefault(roster, List.of()).stream()
          .map(number -> (Answers) new Seen(number, Value.UNKNOWN))
          .toList();
    }

    @Override
    public LocalDate today() {
      return today;
    }

    @Override
    public Value self() {
      return self;
    }

    @Override
    public boolean asked(String name) {
      Question question = questions.get(name);
      if (question != null) {
        return FilledForm.this.asked(question, form.rosterOf(name).isEmpty() ? 0 : row);
      }
      Roster roster = form.rosters().get(name);
      return roster != null && FilledForm.this.asked(roster);
    }

    @Override
    public int position() {
      return row;
    }
  }

  /** How far a section is: only what is asked of people counts. */
  public Progress progress(Section section) {
    int askedCount = 0;
    int given = 0;
    int requiredMissing = 0;
    for (AnswerKey key : keys(section)) {
      Question question = questions.get(key.question());
      if (question.type().answered() && asked(question, key.row())) {
        askedCount++;
        if (answer(question, key.row()).isPresent()) {
          given++;
        } else if (required(question, key.row())) {
          requiredMissing++;
        }
      }
    }
    return new Progress(askedCount, given, requiredMissing);
  }

  /** Every question of a section with every row that it has. */
  public List<AnswerKey> keys(Section section) {
    return keys(section, rows);
  }

  static List<AnswerKey> keys(Section section, Map<String, List<Integer>> rows) {
    List<AnswerKey> keys = new ArrayList<>();
    for (Item item : section.items()) {
      if (item instanceof Roster roster) {
        for (int row : rows.getOrDefault(roster.name(), List.of())) {
          roster.questions().forEach(question -> keys.add(new AnswerKey(question.name(), row)));
        }
      } else {
        keys.add(AnswerKey.of(item.name()));
      }
    }
    return keys;
  }

  /**
   * What stands in the way of submitting: required answers, and constraints that no longer hold.
   */
  public List<Problem> problems() {
    return problems(form.sections(), form.language());
  }

  /**
   * The same of some sections.
   *
   * @param language in which the form itself says what is wrong
   */
  public List<Problem> problems(List<Section> sections, Language language) {
    List<Problem> problems = new ArrayList<>();
    for (Section section : sections) {
      for (AnswerKey key : keys(section)) {
        problem(questions.get(key.question()), key.row(), language).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<Problem> problem(Question question, int row, Language language) {
    Optional<Held> answer = answer(question, row);
    Place place = Place.row(question.name(), row);
    if (answer.isEmpty()) {
      return question.type().answered() && required(question, row)
          ? Optional.of(ProblemKind.ANSWER_REQUIRED.at(place))
          : Optional.empty();
    }
    boolean broken =
        question.constraint() != null
            && answer.get().status().hasValue()
            && question
                .constraint()
                .evaluate(answers(row, value(question.type(), answer.get().value())))
                .isFalse();
    return broken
        ? Optional.of(ProblemKind.ANSWER_CONSTRAINT.at(place, rule(question, language)))
        : Optional.empty();
  }

  /** What an answer must fulfil: as its author says it, else as the expression says it in words. */
  String rule(Question question, Language reader) {
    return form.constraintMessage(question.name(), reader)
        .orElseGet(
            () -> InWords.of(form, question.name(), question.constraint(), Use.CONSTRAINT, reader));
  }
}
