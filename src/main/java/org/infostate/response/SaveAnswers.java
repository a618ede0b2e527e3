package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.text.Language;

/**
 * Checks and stores answers: the one way in for the page, the workbook and the API. Everything that
 * is given together is stored together or not at all, but for the page, whose good answers are kept
 * while the others are shown again.
 */
@ApplicationScoped
public class SaveAnswers {

  /** Rows of one roster; more is a mistake or an attack. */
  private static final int MOST_ROWS = 2_000;

  @Inject private Responses responses;

  @Inject private FilledForms filledForms;

  /**
   * What became of answers that were given together.
   *
   * @param saved what the store now holds, by answer; what had not changed is among it
   * @param problems what was refused, by answer
   * @param after the forms of the round as they are now, filled as far as the sections of the
   *     answers need
   */
  public record Outcome(
      Map<AnswerKey, Held> saved, Map<AnswerKey, Problem> problems, List<FilledForm> after) {

    /** Throws all problems, if there are any. */
    public void orThrow() {
      if (!problems.isEmpty()) {
        throw new ProblemException(List.copyOf(problems.values()));
      }
    }
  }

  /**
   * Stores what passes the check and reports the rest.
   *
   * @param given by answer
   * @param bases the revision that each was edited from (0: there was none); where the store holds
   *     another, the answer is refused as stale. An answer without a base is stored over whatever
   *     is there.
   */
  @Transactional
  public Outcome save(
      Response response,
      Map<AnswerKey, Given> given,
      Map<AnswerKey, Integer> bases,
      Actor actor,
      Via via,
      Language language,
      Instant now) {
    refuseStrangers(actor);
    response.refuseUnlessOpen(responses.deadline(response), now);
    Set<String> visible = filledForms.visible(response, actor);
    List<FilledForm> forms = filledForms.around(response, given.keySet());
    Map<AnswerKey, Answer> stored = stored(response, given.keySet(), forms);
    Map<AnswerKey, Held> saved = new LinkedHashMap<>();
    Map<AnswerKey, Problem> problems = new LinkedHashMap<>();
    Map<AnswerKey, Given> checked = check(given, forms, visible, language, problems);
    checked.forEach(
        (key, answer) -> {
          Answer current = stored.get(key);
          if (current != null && current.held().says(answer)) {
            saved.put(key, current.held());
          } else if (stale(current, bases.get(key))) {
            problems.put(key, stale(key, current));
          } else if (current != null || !answer.empty()) {
            saved.put(key, write(response, key, current, answer, actor, now, via));
          }
        });
    if (!saved.isEmpty()) {
      begin(response, now);
    }
    return new Outcome(saved, problems, forms.stream().map(form -> form.holding(saved)).toList());
  }

  /** What will be changed. An answer that is not held yet needs no look. */
  private Map<AnswerKey, Answer> stored(
      Response response, Set<AnswerKey> keys, List<FilledForm> forms) {
    Set<String> held =
        keys.stream()
            .filter(
                key -> forms.stream().anyMatch(f -> f.held(key.question(), key.row()).isPresent()))
            .map(AnswerKey::question)
            .collect(Collectors.toSet());
    return responses.answers(response, held);
  }

  private static void refuseStrangers(Actor actor) {
    if (!Role.ofCountry(actor.role())) {
      throw ProblemKind.NOT_ALLOWED.exception();
    }
  }

  private void begin(Response response, Instant now) {
    if (response.state() == Response.State.INVITED) {
      responses.lock(response).begin(now);
    }
  }

  /**
   * The answers that pass, in canonical form; for the others a problem each. Constraints and choice
   * filters see the answers as they will be, with all that is given together.
   */
  public static Map<AnswerKey, Given> check(
      Map<AnswerKey, Given> given,
      List<FilledForm> forms,
      Set<String> visible,
      Language language,
      Map<AnswerKey, Problem> problems) {
    Map<AnswerKey, Given> canonical = new LinkedHashMap<>();
    given.forEach(
        (key, answer) ->
            check(
                key,
                problems,
                () -> {
                  FilledForm form = form(forms, key);
                  Question question = question(form, key, visible);
                  canonical.put(key, AnswerCheck.canonical(form, question, key, answer, language));
                }));
    Map<FilledForm, FilledForm> after = new HashMap<>();
    Map<AnswerKey, Given> checked = new LinkedHashMap<>();
    canonical.forEach(
        (key, answer) ->
            check(
                key,
                problems,
                () -> {
                  FilledForm form =
                      after.computeIfAbsent(
                          form(forms, key), before -> before.with(canonical, Map.of()));
                  Question question = form.form().questions().get(key.question());
                  checked.put(key, AnswerCheck.check(form, question, key, answer, language));
                }));
    return checked;
  }

  private static void check(AnswerKey key, Map<AnswerKey, Problem> problems, Runnable judging) {
    try {
      judging.run();
    } catch (ProblemException e) {
      problems.put(key, e.first());
    }
  }

  private static FilledForm form(List<FilledForm> forms, AnswerKey key) {
    return forms.stream()
        .filter(form -> form.form().questions().containsKey(key.question()))
        .findFirst()
        .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(key.question()));
  }

  private static Question question(FilledForm form, AnswerKey key, Set<String> visible) {
    Section section = form.form().sectionOf(key.question()).orElseThrow();
    if (!visible.contains(section.name())) {
      throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(key.question())).exception();
    }
    Roster roster = form.form().rosterOf(key.question()).orElse(null);
    if (roster == null && key.row() != 0) {
      throw ProblemKind.ROW_UNKNOWN.at(Place.question(key.question()), key.row()).exception();
    }
    if (roster != null && key.row() == 0) {
      throw ProblemKind.ROW_NEEDED.at(Place.question(key.question())).exception();
    }
    if (roster != null && !form.rows(roster).contains(key.row())) {
      throw ProblemKind.ROW_UNKNOWN.at(Place.row(key.question(), key.row()), key.row()).exception();
    }
    return form.form().questions().get(key.question());
  }

  private static boolean stale(Answer current, Integer base) {
    return base != null && base != (current == null ? 0 : current.held().revision());
  }

  private static Problem stale(AnswerKey key, Answer current) {
    Held held = current == null ? null : current.held();
    return ProblemKind.ANSWER_STALE.at(
        Place.row(key.question(), key.row()),
        held == null || held.value() == null ? "–" : held.value(),
        held == null ? "–" : held.changedBy());
  }

  private Held write(
      Response response,
      AnswerKey key,
      Answer current,
      Given checked,
      Actor actor,
      Instant now,
      Via via) {
    Answer answer = current == null ? new Answer(response.id(), key) : current;
    AnswerRevision revision = answer.change(checked, actor.login(), now, via);
    if (current == null) {
      responses.add(answer);
    }
    responses.add(revision);
    return answer.held();
  }

  /**
   * Stores answers of an earlier round in a response that nobody has begun, checked already by
   * {@link #check}.
   */
  public void carry(Response response, Map<AnswerKey, Given> checked, Instant now) {
    List<Object> written = new ArrayList<>();
    checked.forEach(
        (key, answer) -> {
          Answer carried = new Answer(response.id(), key);
          written.add(carried.change(answer, Held.CARRY_FORWARD, now, Via.CARRIED));
          written.add(carried);
        });
    responses.write(written);
  }

  /**
   * Adds the rows that carried answers stand in to a response that nobody has begun.
   *
   * @param counts by roster
   * @return their numbers, by roster
   */
  public Map<String, List<Integer>> carryRows(Response response, Map<String, Integer> counts) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    counts.forEach(
        (roster, count) -> {
          numbers.put(roster, IntStream.rangeClosed(1, count).boxed().toList());
          numbers
              .get(roster)
              .forEach(number -> responses.add(new RosterRow(response.id(), roster, number)));
        });
    return numbers;
  }

  /**
   * Adds a row to a roster.
   *
   * @return its number
   */
  @Transactional
  public int addRow(Response response, String roster, Actor actor, Instant now) {
    return addRows(response, roster, 1, actor, now).get(0);
  }

  /** Adds rows to a roster and returns their numbers. */
  @Transactional
  public List<Integer> addRows(
      Response response, String roster, int count, Actor actor, Instant now) {
    Response locked = refuseRowChange(response, roster, actor, now);
    int last =
        responses.allRows(locked).stream()
            .filter(row -> row.roster().equals(roster))
            .mapToInt(RosterRow::number)
            .max()
            .orElse(0);
    if (last + count > MOST_ROWS) {
      throw ProblemKind.ROWS_TOO_MANY.at(Place.question(roster), MOST_ROWS).exception();
    }
    List<Integer> added = new ArrayList<>();
    for (int number = last + 1; number <= last + count; number++) {
      responses.add(new RosterRow(locked.id(), roster, number));
      added.add(number);
    }
    locked.begin(now);
    return added;
  }

  /** Takes a row out of a roster. Its answers stay in the history. */
  @Transactional
  public void removeRow(Response response, String roster, int number, Actor actor, Instant now) {
    Response locked = refuseRowChange(response, roster, actor, now);
    responses.allRows(locked).stream()
        .filter(row -> row.roster().equals(roster) && row.number() == number && !row.removed())
        .findFirst()
        .orElseThrow(() -> ProblemKind.ROW_UNKNOWN.at(Place.question(roster), number).exception())
        .remove();
  }

  private Response refuseRowChange(Response response, String roster, Actor actor, Instant now) {
    refuseStrangers(actor);
    Response locked = responses.lock(response);
    locked.refuseUnlessOpen(now);
    Section section =
        filledForms.forms(locked).stream()
            .filter(form -> form.rosters().containsKey(roster))
            .findFirst()
            .flatMap(form -> form.sectionOf(roster))
            .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(roster));
    if (!filledForms.visible(locked, actor).contains(section.name())) {
      throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(roster)).exception();
    }
    return locked;
  }

  /** The answers of a page that the person changed: those that differ from what it showed. */
  Map<AnswerKey, Given> changed(
      Response response, Map<AnswerKey, Given> posted, Map<AnswerKey, Integer> bases) {
    Map<AnswerKey, Held> held =
        responses.held(
            response,
            posted.keySet().stream().map(AnswerKey::question).collect(Collectors.toSet()));
    Map<AnswerKey, Given> changed = new HashMap<>(posted);
    changed
        .entrySet()
        .removeIf(
            entry -> {
              AnswerKey key = entry.getKey();
              Held current = held.get(key);
              int base = bases.getOrDefault(key, 0);
              Held shown =
                  current == null || current.revision() == base
                      ? current
                      : responses.revision(response, key, base).orElse(null);
              return PostedAnswers.unchanged(entry.getValue(), shown);
            });
    return changed;
  }
}
