package org.infostate.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;
import org.infostate.text.Language;

/**
 * An answered form for tests, told as lines: {@code name type [| relevant: …] [| calculation: …] [|
 * answer: …]}; {@code name roster} and, indented below, its questions, whose answers stand row by
 * row with commas between. An answer is a value, {@code -} for none, or the code of a status
 * without a value after an exclamation mark; a value after a tilde is provisional.
 */
final class ToldForm {

  private final Map<AnswerKey, Held> held = new HashMap<>();
  private final Map<String, List<Integer>> rows = new HashMap<>();
  private final List<Item> items = new ArrayList<>();

  private ToldForm() {}

  static FilledForm of(String code, String told) {
    ToldForm form = new ToldForm();
    List<Question> inRoster = new ArrayList<>();
    String roster = null;
    for (String line : told.lines().filter(l -> !l.isBlank()).toList()) {
      if (roster != null && !line.startsWith(" ")) {
        form.items.add(new Roster(roster, null, null, List.copyOf(inRoster)));
        inRoster.clear();
        roster = null;
      }
      String[] columns = line.strip().split(" *[|] ");
      String[] words = columns[0].split(" +");
      if (words[1].equals("roster")) {
        roster = words[0];
      } else if (roster == null) {
        form.items.add(form.question(words, columns, null));
      } else {
        inRoster.add(form.question(words, columns, roster));
      }
    }
    if (roster != null) {
      form.items.add(new Roster(roster, null, null, List.copyOf(inRoster)));
    }
    Section section = new Section(code + "_section", null, form.items);
    return new FilledForm(
        new Form(code, "1", Language.EN, Map.of(), List.of(section), Map.of()),
        form.held,
        form.rows,
        LocalDate.of(2026, 11, 24));
  }

  private Question question(String[] words, String[] columns, String roster) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String column : Arrays.asList(columns).subList(1, columns.length)) {
      int colon = column.indexOf(": ");
      told.put(column.substring(0, colon), column.substring(colon + 2));
    }
    String answers = told.getOrDefault("answer", "-");
    if (roster == null) {
      hold(words[0], 0, answers);
    } else {
      String[] each = answers.split(", *");
      rows.putIfAbsent(roster, new ArrayList<>());
      for (int row = 1; row <= each.length; row++) {
        hold(words[0], row, each[row - 1]);
        if (rows.get(roster).size() < row) {
          rows.get(roster).add(row);
        }
      }
    }
    return new Question(
        words[0],
        QuestionType.valueOf(words[1].toUpperCase(Locale.ROOT)),
        null,
        expression(told.get("relevant")),
        null,
        null,
        expression(told.get("calculation")),
        null,
        null,
        "none",
        Confidentiality.PUBLIC,
        null);
  }

  private static Expression expression(String source) {
    return source == null ? null : Expression.parse(source);
  }

  private void hold(String question, int row, String answer) {
    if (answer.equals("-")) {
      return;
    }
    boolean withoutValue = answer.startsWith("!");
    boolean provisional = answer.startsWith("~");
    AnswerStatus status = provisional ? AnswerStatus.PROVISIONAL : AnswerStatus.ANSWERED;
    held.put(
        new AnswerKey(question, row),
        new Held(
            withoutValue ? null : provisional ? answer.substring(1) : answer,
            withoutValue ? AnswerStatus.of(answer.substring(1)).orElseThrow() : status,
            null,
            null,
            null,
            1,
            "focal-xaa",
            Instant.EPOCH));
  }
}
