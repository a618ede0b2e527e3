package org.infostate.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.infostate.problem.ProblemException;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerCheck;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.text.Language;

/**
 * Invents the answers of one country: the better its level, the more it has and the more it knows.
 * Only answers that pass the check are given.
 */
final class SampleAnswers {

  private static final int TRIES = 12;

  private static final String WISH = "_need_";

  private final Random chance;
  private final double level;
  private final String country;
  private final int lastYear;

  /**
   * @param level from 0 (has nothing, knows little) to 1
   * @param country name that stands in invented texts
   * @param lastYear no year or date after it
   */
  SampleAnswers(Random chance, double level, String country, int lastYear) {
    this.chance = chance;
    this.level = level;
    this.country = country;
    this.lastYear = lastYear;
  }

  /** How many rows a roster gets. */
  int rows() {
    return (int) Math.round(level * 3 + chance.nextDouble() * 1.5);
  }

  /**
   * Answers to the questions of these sections that are asked; what is left out stays unanswered.
   */
  Map<AnswerKey, Given> answers(FilledForm form, List<Section> sections) {
    Map<String, Question> questions = form.form().questions();
    Map<AnswerKey, Given> answers = new LinkedHashMap<>();
    for (Section section : sections) {
      for (AnswerKey key : form.keys(section)) {
        Question question = questions.get(key.question());
        boolean open = form.held(key.question(), key.row()).isEmpty();
        if (open && question.type().answered() && form.asked(question, key.row())) {
          Given given = answer(form, question, key);
          if (given != null) {
            answers.put(key, given);
          }
        }
      }
    }
    return answers;
  }

  private Given answer(FilledForm form, Question question, AnswerKey key) {
    boolean required = form.required(question, key.row());
    double luck = chance.nextDouble();
    double gaps = 0.30 * (1 - level);
    if (luck < gaps / 2 && !required) {
      return null;
    }
    if (luck < gaps || question.type() == QuestionType.FILE) {
      return Given.status(luck * 2 < gaps ? AnswerStatus.UNKNOWN : AnswerStatus.NOT_AVAILABLE);
    }
    for (int i = 0; i < TRIES; i++) {
      AnswerStatus status = chance.nextInt(30) == 0 ? AnswerStatus.PROVISIONAL : null;
      Given given = new Given(value(form, question, key, i), status, null, null, null);
      try {
        return AnswerCheck.check(form, question, key, given, Language.EN);
      } catch (ProblemException e) {
        // The next try is nearer to what a constraint may want.
        continue;
      }
    }
    return Given.status(AnswerStatus.NOT_AVAILABLE);
  }

  private String value(FilledForm form, Question question, AnswerKey key, int attempt) {
    return switch (question.type()) {
      case SELECT_ONE ->
          question.name().contains(WISH)
              ? any(form.offered(question, key.row()))
              : one(form.offered(question, key.row()));
      case SELECT_MULTIPLE -> several(form.offered(question, key.row()));
      case INTEGER, DECIMAL -> number(attempt);
      case DATE -> date();
      default -> text(key, attempt);
    };
  }

  /** Lists stand in order from the most to the least. */
  private String one(List<Choice> choices) {
    double place = (1 - level) * choices.size() + chance.nextGaussian() * 0.8 - 0.3;
    int index = (int) Math.max(0, Math.min(choices.size() - 1, Math.floor(place)));
    return choices.isEmpty() ? "" : choices.get(index).name();
  }

  /** What a country wishes for is no matter of more or less. */
  private String any(List<Choice> choices) {
    return choices.isEmpty() ? "" : choices.get(chance.nextInt(choices.size())).name();
  }

  private String several(List<Choice> choices) {
    List<String> chosen =
        choices.stream()
            .map(Choice::name)
            .filter(name -> !name.equals("none") && chance.nextDouble() < 0.15 + level * 0.7)
            .collect(Collectors.toCollection(ArrayList::new));
    if (chosen.isEmpty() && !choices.isEmpty()) {
      chosen.add(choices.get(choices.size() - 1).name());
    }
    return String.join(" ", chosen);
  }

  private String number(int attempt) {
    List<Integer> scales = new ArrayList<>(List.of(4, 12, 24, 60));
    Collections.shuffle(scales, chance);
    int scale = attempt < 4 ? scales.get(attempt) : attempt < 8 ? 1 : 0;
    if (attempt >= 4 && attempt < 8) {
      return Integer.toString(lastYear - chance.nextInt(9));
    }
    return Long.toString(Math.round(level * scale * (0.5 + chance.nextDouble())));
  }

  private String date() {
    return LocalDate.of(lastYear - 1 - chance.nextInt(8), 1 + chance.nextInt(12), 1).toString();
  }

  private String text(AnswerKey key, int attempt) {
    List<String> texts =
        List.of(
            country + " " + (key.row() == 0 ? "" : key.row()) + " (invented)",
            "contact@infostate.example",
            "+000 555 01" + (10 + chance.nextInt(89)),
            "https://infostate.example/");
    return texts.get(attempt % texts.size());
  }
}
