package org.infostate.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.PostedAnswers;
import org.infostate.response.SaveAnswers;
import org.infostate.text.Language;

/**
 * Compares what was found in a workbook with what it was made with and with what is stored now. An
 * answer that nobody touched in the workbook says nothing; one that was emptied there is taken
 * back; one that was changed on both sides is a conflict, unless both sides say the same.
 */
final class WorkbookChanges {

  /** Looks up an answer as it was at a revision; null where there was none. */
  interface History {
    Held at(AnswerKey key, int revision);
  }

  /**
   * What there is to compare with.
   *
   * @param forms with the answers that are stored
   * @param held the answers that are stored
   * @param visible names of the sections that the person may fill in
   */
  record Stored(
      List<FilledForm> forms, Map<AnswerKey, Held> held, History history, Set<String> visible) {}

  private final WorkbookReading reading;
  private final Stored stored;
  private final Map<String, Question> questions = new HashMap<>();
  private final List<Trial.Change> added = new ArrayList<>();
  private final List<Trial.Change> changed = new ArrayList<>();
  private final List<Trial.Change> cleared = new ArrayList<>();
  private final List<Trial.Conflict> conflicts = new ArrayList<>();
  private final List<Problem> refused = new ArrayList<>();
  private int unchanged;

  private WorkbookChanges(WorkbookReading reading, Stored stored) {
    this.reading = reading;
    this.stored = stored;
    stored.forms().forEach(form -> questions.putAll(form.form().questions()));
  }

  /** What the workbook would do. */
  static Trial trial(WorkbookReading reading, Stored stored, Language language) {
    WorkbookChanges changes = new WorkbookChanges(reading, stored);
    changes.compare(language);
    return changes.trial();
  }

  private void compare(Language language) {
    Map<AnswerKey, Given> wanted = new LinkedHashMap<>();
    for (WorkbookReading.Found found : reading.found().values()) {
      Question question = questions.get(found.key().question());
      Held issued = issued(found.key());
      if (PostedAnswers.unchanged(given(found, question, issued), issued)) {
        unchanged++;
      } else {
        wanted.put(found.key(), given(found, question, stored.held().get(found.key())));
      }
    }
    List<FilledForm> after =
        stored.forms().stream().map(form -> form.with(Map.of(), reading.newRows())).toList();
    Map<AnswerKey, Problem> problems = new LinkedHashMap<>();
    Map<AnswerKey, Given> checked =
        SaveAnswers.check(wanted, after, stored.visible(), language, problems);
    problems.forEach((key, problem) -> refused.add(problem.at(place(key))));
    checked.forEach(this::sort);
  }

  private Place place(AnswerKey key) {
    return reading.found().get(key).place();
  }

  private int base(AnswerKey key) {
    return reading.identity().revisions().getOrDefault(key, 0);
  }

  /** The answer as it was when the workbook was made. */
  private Held issued(AnswerKey key) {
    int base = base(key);
    Held now = stored.held().get(key);
    if (base == 0) {
      return null;
    }
    return now != null && now.revision() == base ? now : stored.history().at(key, base);
  }

  /**
   * What a cell means beside an answer that is stored: a workbook has no place for confidentiality
   * and files, and its tables none for comments and sources, so these stay as they are.
   */
  static Given given(WorkbookReading.Found found, Question question, Held beside) {
    Given read = found.given();
    String value = read.value();
    AnswerStatus status = read.status();
    boolean hasValue = beside != null && beside.status().hasValue();
    if (question.type() == QuestionType.FILE && (status == null || status.hasValue()) && hasValue) {
      value = beside.value();
    }
    if (found.table() && status == null && value != null && hasValue) {
      status = beside.status();
    }
    boolean keep = found.table() && beside != null;
    return new Given(
        value,
        status,
        keep ? beside.comment() : read.comment(),
        keep ? beside.source() : read.source(),
        beside == null ? null : beside.confidentiality());
  }

  private void sort(AnswerKey key, Given answer) {
    Held now = stored.held().get(key);
    if (now == null ? answer.empty() : now.says(answer)) {
      unchanged++;
    } else if ((now == null ? 0 : now.revision()) != base(key)) {
      conflicts.add(new Trial.Conflict(key, place(key), issued(key), now, answer));
    } else {
      boolean there = now != null && now.status().given();
      List<Trial.Change> list =
          !answer.status().given() && there ? cleared : there ? changed : added;
      list.add(new Trial.Change(key, place(key), now, answer));
    }
  }

  private Trial trial() {
    int newRows = reading.newRows().values().stream().mapToInt(List::size).sum();
    return new Trial(
        List.copyOf(added),
        List.copyOf(changed),
        List.copyOf(cleared),
        unchanged,
        newRows,
        List.copyOf(refused),
        List.copyOf(conflicts),
        reading.problems(),
        fingerprint());
  }

  private String fingerprint() {
    List<String> all = new ArrayList<>();
    List.of(added, changed, cleared)
        .forEach(list -> list.forEach(c -> all.add(line(c.key(), c.before(), c.after()))));
    conflicts.forEach(c -> all.add(line(c.key(), c.online(), c.workbook())));
    refused.forEach(problem -> all.add(problem.toString()));
    reading.problems().forEach(problem -> all.add(problem.toString()));
    all.sort(Comparator.naturalOrder());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      all.forEach(line -> sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String line(AnswerKey key, Held before, Given after) {
    return key.field() + " " + (before == null ? 0 : before.revision()) + " " + after;
  }
}
