package org.infostate.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForms;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.response.SaveAnswers;
import org.infostate.response.Via;
import org.infostate.text.Language;

/**
 * Takes the answers of a workbook: first as a trial that stores nothing, then all or nothing. The
 * workbook is read anew both times; nothing of a trial is trusted later.
 */
@ApplicationScoped
public class ImportWorkbook {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private WorkbookSecret secret;
  @Inject private Clock clock;

  /**
   * What the workbook would do. Whatever is wrong with the file is among the problems.
   *
   * @param content of the file
   * @param language of the reader, for what the forms say about their constraints
   */
  public Trial dryRun(Response response, byte[] content, Actor actor, Language language) {
    return trial(response, read(response, content), actor, language);
  }

  private WorkbookReading read(Response response, byte[] content) {
    return WorkbookReading.read(
        content,
        new WorkbookReading.Expected(
            response.round().code(),
            response.iso3(),
            response.round().versions().stream().map(WorkbookIdentity::version).toList(),
            filledForms.of(response),
            secret.bytes()));
  }

  private Trial trial(Response response, WorkbookReading reading, Actor actor, Language language) {
    Map<AnswerKey, Held> held = responses.held(response);
    return WorkbookChanges.trial(
        reading,
        new WorkbookChanges.Stored(
            filledForms.filled(response, held),
            held,
            (key, revision) -> responses.revision(response, key, revision).orElse(null),
            filledForms.visible(response, actor)),
        language);
  }

  /**
   * Stores the answers of the workbook, all or none of them.
   *
   * @param winners which side stays, for each conflict that was decided by itself
   * @param otherwise which side stays in the other conflicts; null: they stop the import
   * @param seen fingerprint of the trial that was confirmed; null where nobody looked at one
   * @return what was done
   * @throws ProblemException with everything that is wrong or undecided, by sheet and cell; nothing
   *     is stored then
   */
  @Transactional
  public Trial apply(
      Response response,
      byte[] content,
      Map<AnswerKey, Trial.Side> winners,
      Trial.Side otherwise,
      String seen,
      Actor actor,
      Language language) {
    Instant now = clock.instant();
    Response locked = responses.lock(response);
    locked.refuseUnlessOpen(now);
    WorkbookReading reading = read(locked, content);
    Trial trial = trial(locked, reading, actor, language);
    refuse(trial);
    if (seen != null && !seen.equals(trial.fingerprint())) {
      throw ProblemKind.WORKBOOK_IN_THE_MEANTIME.exception();
    }
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    Map<AnswerKey, Integer> bases = new HashMap<>();
    List.of(trial.added(), trial.changed(), trial.cleared())
        .forEach(list -> list.forEach(c -> put(c.key(), c.after(), c.before(), given, bases)));
    for (Trial.Conflict conflict : decided(trial, winners, otherwise)) {
      put(conflict.key(), conflict.workbook(), conflict.online(), given, bases);
    }
    Map<AnswerKey, AnswerKey> stored = addRows(locked, reading, given, actor, now);
    Map<AnswerKey, Given> toSave = new LinkedHashMap<>();
    given.forEach((key, answer) -> toSave.put(stored.getOrDefault(key, key), answer));
    saveAnswers.save(locked, toSave, bases, actor, Via.WORKBOOK, language, now).orThrow();
    return trial;
  }

  private static void refuse(Trial trial) {
    List<Problem> problems = new ArrayList<>(trial.problems());
    problems.addAll(trial.refused());
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static void put(
      AnswerKey key,
      Given answer,
      Held before,
      Map<AnswerKey, Given> given,
      Map<AnswerKey, Integer> bases) {
    given.put(key, answer);
    bases.put(key, before == null ? 0 : before.revision());
  }

  /** The conflicts that the workbook wins; throws those that nobody has decided. */
  private static List<Trial.Conflict> decided(
      Trial trial, Map<AnswerKey, Trial.Side> winners, Trial.Side otherwise) {
    List<Trial.Conflict> won = new ArrayList<>();
    List<Problem> open = new ArrayList<>();
    for (Trial.Conflict conflict : trial.conflicts()) {
      Trial.Side side = winners.getOrDefault(conflict.key(), otherwise);
      if (side == null) {
        open.add(
            ProblemKind.WORKBOOK_ANSWER_NEWER_ONLINE.at(
                conflict.place(), shown(conflict.online())));
      } else if (side == Trial.Side.WORKBOOK) {
        won.add(conflict);
      }
    }
    if (!open.isEmpty()) {
      throw new ProblemException(open);
    }
    return won;
  }

  private static String shown(Held online) {
    return online == null || online.value() == null ? "–" : online.value();
  }

  /** Adds the new rows that hold an answer; tells the key under which each answer is stored. */
  private Map<AnswerKey, AnswerKey> addRows(
      Response response,
      WorkbookReading reading,
      Map<AnswerKey, Given> given,
      Actor actor,
      Instant now) {
    Map<AnswerKey, AnswerKey> stored = new HashMap<>();
    reading
        .newRows()
        .forEach(
            (roster, rows) -> {
              List<Integer> numbers =
                  saveAnswers.addRows(response, roster, rows.size(), actor, now);
              for (int i = 0; i < rows.size(); i++) {
                int row = rows.get(i);
                int number = numbers.get(i);
                given.keySet().stream()
                    .filter(key -> key.row() == row && inRoster(response, roster, key))
                    .forEach(key -> stored.put(key, new AnswerKey(key.question(), number)));
              }
            });
    return stored;
  }

  private boolean inRoster(Response response, String roster, AnswerKey key) {
    return filledForms.forms(response).stream()
        .flatMap(form -> form.rosters().values().stream())
        .filter(each -> each.name().equals(roster))
        .flatMap(each -> each.questions().stream())
        .anyMatch(question -> question.name().equals(key.question()));
  }
}
