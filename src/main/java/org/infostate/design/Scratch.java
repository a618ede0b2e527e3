package org.infostate.design;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.SaveAnswers;
import org.infostate.text.Language;

/**
 * Answers to a form that are tried out, and the rows of its rosters.
 *
 * @param rows numbers by roster, in their order
 * @param answers canonical, by answer
 */
record Scratch(Map<String, List<Integer>> rows, Map<AnswerKey, Given> answers) {

  static final Scratch EMPTY = new Scratch(Map.of(), Map.of());

  /** Rows that one roster may have while it is tried out. */
  private static final int MOST_ROWS = 100;

  /**
   * The form with these answers; what it does not ask does no harm.
   *
   * @param author who tries it out
   * @param written when the answers were last written
   */
  FilledForm in(Form form, String author, Instant written, LocalDate today) {
    Map<AnswerKey, Held> held = new HashMap<>();
    answers.forEach(
        (key, given) ->
            held.put(
                key,
                new Held(
                    given.value(),
                    given.status(),
                    given.comment(),
                    given.source(),
                    given.confidentiality(),
                    1,
                    author,
                    written)));
    return new FilledForm(form, held, rows, today);
  }

  /** The same with further answers, as far as they pass the one check of answers. */
  Scratch with(
      Map<AnswerKey, Given> given,
      FilledForm form,
      Language language,
      Map<AnswerKey, Problem> problems) {
    Map<AnswerKey, Given> after = new LinkedHashMap<>(answers);
    after.putAll(
        SaveAnswers.check(
            given,
            List.of(form),
            form.form().sections().stream().map(Section::name).collect(Collectors.toSet()),
            language,
            problems));
    return new Scratch(rows, after);
  }

  /** The same with a row more at the end of a roster. */
  Scratch withRow(String roster) {
    List<Integer> numbers = new ArrayList<>(rows.getOrDefault(roster, List.of()));
    int last = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (last >= MOST_ROWS) {
      throw ProblemKind.ROWS_TOO_MANY.at(Place.question(roster), MOST_ROWS).exception();
    }
    numbers.add(last + 1);
    return withRows(roster, numbers);
  }

  Scratch withoutRow(String roster, int number) {
    List<Integer> numbers = new ArrayList<>(rows.getOrDefault(roster, List.of()));
    numbers.remove(Integer.valueOf(number));
    return withRows(roster, numbers);
  }

  private Scratch withRows(String roster, List<Integer> numbers) {
    Map<String, List<Integer>> after = new LinkedHashMap<>(rows);
    after.put(roster, numbers);
    return new Scratch(after, answers);
  }

  String json() {
    JsonObjectBuilder numbers = Json.createObjectBuilder();
    rows.forEach((roster, all) -> numbers.add(roster, Json.createArrayBuilder(all)));
    JsonArrayBuilder given = Json.createArrayBuilder();
    answers.forEach(
        (key, answer) -> {
          JsonObjectBuilder one =
              Json.createObjectBuilder()
                  .add("question", key.question())
                  .add("row", key.row())
                  .add("status", answer.status().code());
          add(one, "value", answer.value());
          add(one, "comment", answer.comment());
          add(one, "source", answer.source());
          add(
              one,
              "confidentiality",
              answer.confidentiality() == null ? null : answer.confidentiality().code());
          given.add(one);
        });
    return Json.createObjectBuilder().add("rows", numbers).add("answers", given).build().toString();
  }

  private static void add(JsonObjectBuilder to, String key, String value) {
    if (value != null) {
      to.add(key, value);
    }
  }

  static Scratch of(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject all = reader.readObject();
      Map<String, List<Integer>> rows = new LinkedHashMap<>();
      all.getJsonObject("rows")
          .forEach(
              (roster, numbers) ->
                  rows.put(
                      roster,
                      numbers.asJsonArray().stream()
                          .map(n -> ((JsonNumber) n).intValue())
                          .toList()));
      Map<AnswerKey, Given> answers = new LinkedHashMap<>();
      for (JsonValue value : all.getJsonArray("answers")) {
        JsonObject one = value.asJsonObject();
        answers.put(
            new AnswerKey(one.getString("question"), one.getInt("row")),
            new Given(
                one.getString("value", null),
                AnswerStatus.of(one.getString("status")).orElse(AnswerStatus.CLEARED),
                one.getString("comment", null),
                one.getString("source", null),
                Confidentiality.of(one.getString("confidentiality", "")).orElse(null)));
      }
      return new Scratch(rows, answers);
    }
  }
}
