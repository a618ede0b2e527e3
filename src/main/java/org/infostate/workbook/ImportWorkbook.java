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
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.carryforward.ConfirmAnswers;
import org.infostate.page.Upload;
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
 * Takes the answers of one workbook, or of several that were filled in side by side: first as a
 * trial that stores nothing, then all or nothing. The workbooks are read anew both times; nothing
 * of a trial is trusted later.
 */
@ApplicationScoped
public class ImportWorkbook {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private ConfirmAnswers confirmAnswers;
  @Inject private WorkbookSecret secret;
  @Inject private Clock clock;

  /**
   * What the workbooks would do together. Whatever is wrong with a file is among the problems.
   *
   * @param language of the reader, for what the forms say about their constraints
   */
  public Trial dryRun(Response response, List<Upload> files, Actor actor, Language language) {
    return trial(response, read(response, files), actor, language);
  }

  private List<WorkbookReading> read(Response response, List<Upload> files) {
    WorkbookReading.Expected expected =
        new WorkbookReading.Expected(
            response.round().code(),
            response.iso3(),
            response.round().versions().stream().map(WorkbookIdentity::version).toList(),
            filledForms.of(response),
            secret.bytes());
    List<WorkbookReading> readings = new ArrayList<>();
    for (Upload file : files) {
      WorkbookReading reading = WorkbookReading.read(file.content(), expected);
      readings.add(files.size() == 1 ? reading : reading.inFile(file.fileName()));
    }
    return readings;
  }

  private Trial trial(
      Response response, List<WorkbookReading> readings, Actor actor, Language language) {
    Map<AnswerKey, Held> held = responses.held(response);
    return WorkbookChanges.trial(
        readings,
        new WorkbookChanges.Stored(
            filledForms.filled(response, held),
            held,
            (key, revision) -> responses.revision(response, key, revision).orElse(null),
            confirmAnswers.waiting(response, held),
            filledForms.visible(response, actor)),
        language);
  }

  /**
   * Stores the answers of the workbooks, all or none of them.
   *
   * @param decisions what was decided of each conflict by itself
   * @param otherwise which side stays in the other conflicts; null: they stop the import
   * @param seen fingerprint of the trial that was confirmed; null where nobody looked at one
   * @return what was done
   * @throws ProblemException with everything that is wrong or undecided, by sheet and cell; nothing
   *     is stored then
   */
  @Transactional
  public Trial apply(
      Response response,
      List<Upload> files,
      WorkbookDecisions decisions,
      Trial.Side otherwise,
      String seen,
      Actor actor,
      Language language) {
    Instant now = clock.instant();
    Response locked = responses.lock(response);
    locked.refuseUnlessOpen(now);
    Trial trial = trial(locked, read(locked, files), actor, language);
    refuse(trial);
    if (seen != null && !seen.equals(trial.fingerprint())) {
      throw ProblemKind.WORKBOOK_IN_THE_MEANTIME.exception();
    }
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    Map<AnswerKey, Integer> bases = new HashMap<>();
    List.of(trial.added(), trial.changed(), trial.cleared())
        .forEach(list -> list.forEach(c -> put(c.key(), c.after(), c.before(), given, bases)));
    Map<AnswerKey, Given> won = decisions.won(trial.conflicts(), otherwise);
    for (Trial.Conflict conflict : trial.conflicts()) {
      if (won.containsKey(conflict.key()) && !says(conflict.online(), won.get(conflict.key()))) {
        put(conflict.key(), won.get(conflict.key()), conflict.online(), given, bases);
      }
    }
    Map<AnswerKey, AnswerKey> stored = addRows(locked, trial, given, actor, now);
    Map<AnswerKey, Given> toSave = new LinkedHashMap<>();
    given.forEach((key, answer) -> toSave.put(stored.getOrDefault(key, key), answer));
    List<AnswerKey> confirmed = confirmed(locked, trial, won);
    saveAnswers.save(locked, toSave, bases, actor, Via.WORKBOOK, language, now).orThrow();
    confirmAnswers.confirm(locked, confirmed, actor, now);
    return trial;
  }

  /** What a workbook confirmed, and nobody decided otherwise. */
  private List<AnswerKey> confirmed(Response response, Trial trial, Map<AnswerKey, Given> won) {
    List<AnswerKey> confirmed = new ArrayList<>();
    trial.confirmed().forEach(same -> confirmed.add(same.key()));
    if (!trial.conflicts().isEmpty()) {
      Set<AnswerKey> waiting = confirmAnswers.waiting(response, responses.held(response));
      trial.conflicts().stream()
          .filter(conflict -> waiting.contains(conflict.key()))
          .filter(conflict -> staysAsConfirmed(conflict, won.get(conflict.key())))
          .forEach(conflict -> confirmed.add(conflict.key()));
    }
    return confirmed;
  }

  /** One workbook confirmed what another changed, and the answer stays. */
  private static boolean staysAsConfirmed(Trial.Conflict conflict, Given won) {
    return conflict.offers().stream().anyMatch(offer -> conflict.online().says(offer.given()))
        && (won == null || conflict.online().says(won));
  }

  private static void refuse(Trial trial) {
    List<Problem> problems = new ArrayList<>(trial.problems());
    problems.addAll(trial.refused());
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static boolean says(Held online, Given given) {
    return online != null && online.says(given);
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

  /** Adds the new rows; tells the key under which each answer in them is stored. */
  private Map<AnswerKey, AnswerKey> addRows(
      Response response, Trial trial, Map<AnswerKey, Given> given, Actor actor, Instant now) {
    Map<AnswerKey, AnswerKey> stored = new HashMap<>();
    trial
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
