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
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.PostedAnswers;
import org.infostate.response.SaveAnswers;
import org.infostate.text.Language;

/**
 * Compares what was found in workbooks with what they were made with and with what is stored now.
 * An answer that nobody touched in a workbook says nothing; one that was emptied there is taken
 * back; one that was marked as still correct is confirmed where it was carried forward; one that
 * was changed on both sides, or differently in two workbooks, is a conflict, unless all say the
 * same.
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
   * @param waiting carried answers that wait to be confirmed
   * @param visible names of the sections that the person may fill in
   */
  record Stored(
      List<FilledForm> forms,
      Map<AnswerKey, Held> held,
      History history,
      Set<AnswerKey> waiting,
      Set<String> visible) {}

  /**
   * What one workbook says about an answer.
   *
   * @param base revision that the workbook was made with; 0 where there was none
   * @param confirmed whether it says that the answer it was made with still holds
   */
  private record Said(Place place, Given given, int base, boolean confirmed) {}

  private final Stored stored;
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Roster> rosters = new HashMap<>();
  private final Map<AnswerKey, List<Said>> said = new LinkedHashMap<>();
  private final Map<AnswerKey, Place> untouched = new LinkedHashMap<>();
  private final List<Trial.Same> confirmed = new ArrayList<>();
  private final List<Trial.Change> added = new ArrayList<>();
  private final List<Trial.Change> changed = new ArrayList<>();
  private final List<Trial.Change> cleared = new ArrayList<>();
  private final List<Trial.Same> unchanged = new ArrayList<>();
  private final List<Trial.Conflict> conflicts = new ArrayList<>();
  private final List<Problem> refused = new ArrayList<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final WorkbookNewRows newRows;

  private WorkbookChanges(Stored stored) {
    this.stored = stored;
    stored
        .forms()
        .forEach(
            form -> {
              questions.putAll(form.form().questions());
              form.form()
                  .rosters()
                  .values()
                  .forEach(
                      roster ->
                          roster.questions().forEach(each -> rosters.put(each.name(), roster)));
            });
    this.newRows = new WorkbookNewRows(stored, remarks);
  }

  /** What workbooks would do together. */
  static Trial trial(List<WorkbookReading> readings, Stored stored, Language language) {
    WorkbookChanges changes = new WorkbookChanges(stored);
    readings.forEach(changes::gather);
    changes.compare(language);
    return changes.trial();
  }

  private void gather(WorkbookReading reading) {
    problems.addAll(reading.problems());
    remarks.addAll(reading.remarks());
    Map<AnswerKey, AnswerKey> added = newRows.add(reading);
    for (WorkbookReading.Found found : reading.found().values()) {
      AnswerKey key = found.key();
      if (key.row() < 0) {
        if (added.containsKey(key)) {
          say(added.get(key), new Said(found.place(), given(found, null), 0, false));
        }
        continue;
      }
      Held issued = issued(reading, key);
      boolean confirmed = found.confirmed() && issued != null;
      if (PostedAnswers.unchanged(given(found, issued), issued) && !confirmed) {
        untouched.putIfAbsent(key, found.place());
      } else if (isGone(key)) {
        refuseGone(found);
      } else {
        int base = reading.identity().revisions().getOrDefault(key, 0);
        Given given = given(found, stored.held().get(key));
        say(key, new Said(found.place(), given, base, confirmed));
      }
    }
  }

  private void say(AnswerKey key, Said what) {
    said.computeIfAbsent(key, none -> new ArrayList<>()).add(what);
  }

  /** Whether the row of a table was removed online. */
  private boolean isGone(AnswerKey key) {
    Roster roster = rosters.get(key.question());
    return roster != null
        && stored.forms().stream().noneMatch(form -> form.rows(roster).contains(key.row()));
  }

  private void refuseGone(WorkbookReading.Found found) {
    if (!PostedAnswers.unchanged(found.given(), null)) {
      refused.add(ProblemKind.WORKBOOK_ROW_REMOVED_ONLINE.at(found.place(), found.key().row()));
    }
  }

  /** The answer as it was when the workbook was made. */
  private Held issued(WorkbookReading reading, AnswerKey key) {
    int base = reading.identity().revisions().getOrDefault(key, 0);
    Held now = stored.held().get(key);
    if (base == 0) {
      return null;
    }
    return now != null && now.revision() == base ? now : stored.history().at(key, base);
  }

  private Given given(WorkbookReading.Found found, Held beside) {
    return given(found, questions.get(found.key().question()), beside);
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

  private void compare(Language language) {
    List<FilledForm> after =
        stored.forms().stream().map(form -> form.with(Map.of(), newRows.numbers())).toList();
    Map<AnswerKey, List<Said>> checked = new LinkedHashMap<>();
    int most = said.values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      check(i, after, language, checked);
    }
    said.keySet().stream().filter(checked::containsKey).forEach(key -> sort(key, checked.get(key)));
    untouched.forEach(
        (key, place) -> {
          if (!said.containsKey(key)) {
            same(key, place, unchanged);
          }
        });
  }

  /**
   * Checks what each answer's workbook number {@code i} says. Constraints look at other answers
   * too; of these, the last that there is stands in for a workbook that is silent.
   */
  private void check(
      int i, List<FilledForm> after, Language language, Map<AnswerKey, List<Said>> checked) {
    Map<AnswerKey, Given> wanted = new LinkedHashMap<>();
    said.forEach((key, all) -> wanted.put(key, all.get(Math.min(i, all.size() - 1)).given()));
    Map<AnswerKey, Problem> wrong = new LinkedHashMap<>();
    Map<AnswerKey, Given> right =
        SaveAnswers.check(wanted, after, stored.visible(), language, wrong);
    said.forEach(
        (key, all) -> {
          if (i < all.size() && wrong.containsKey(key)) {
            refused.add(wrong.get(key).at(all.get(i).place()));
          } else if (i < all.size()) {
            Said one = all.get(i);
            checked
                .computeIfAbsent(key, none -> new ArrayList<>())
                .add(new Said(one.place(), right.get(key), one.base(), one.confirmed()));
          }
        });
  }

  private void sort(AnswerKey key, List<Said> all) {
    Held now = stored.held().get(key);
    Map<Given, Place> different = new LinkedHashMap<>();
    all.forEach(one -> different.putIfAbsent(one.given(), one.place()));
    Given answer = all.get(0).given();
    Place place = all.get(0).place();
    int base = all.stream().mapToInt(Said::base).max().orElse(0);
    boolean stale = (now == null ? 0 : now.revision()) != base;
    if (different.size() == 1 && (now == null ? answer.empty() : now.says(answer))) {
      boolean waits = all.stream().anyMatch(Said::confirmed) && stored.waiting().contains(key);
      same(key, place, waits ? confirmed : unchanged);
    } else if (different.size() > 1 || stale) {
      List<Trial.Offer> offers =
          different.entrySet().stream()
              .map(one -> new Trial.Offer(one.getValue(), one.getKey()))
              .toList();
      conflicts.add(new Trial.Conflict(key, issued(key, all.get(0).base()), now, offers));
    } else {
      boolean there = now != null && now.status().given();
      List<Trial.Change> list =
          !answer.status().given() && there ? cleared : there ? changed : added;
      list.add(new Trial.Change(key, place, now, answer));
    }
  }

  private Held issued(AnswerKey key, int base) {
    return base == 0 ? null : stored.history().at(key, base);
  }

  private void same(AnswerKey key, Place place, List<Trial.Same> list) {
    Held now = stored.held().get(key);
    if (now != null && now.status().given()) {
      list.add(new Trial.Same(key, place, now));
    }
  }

  private Trial trial() {
    return new Trial(
        List.copyOf(added),
        List.copyOf(changed),
        List.copyOf(cleared),
        List.copyOf(confirmed),
        List.copyOf(unchanged),
        newRows.numbers(),
        List.copyOf(refused),
        List.copyOf(conflicts),
        List.copyOf(remarks),
        List.copyOf(problems),
        fingerprint());
  }

  private String fingerprint() {
    List<String> all = new ArrayList<>();
    List.of(added, changed, cleared)
        .forEach(list -> list.forEach(c -> all.add(line(c.key(), c.before(), c.after()))));
    conflicts.forEach(
        c -> c.offers().forEach(offer -> all.add(line(c.key(), c.online(), offer.given()))));
    confirmed.forEach(same -> all.add("confirmed " + same.key().field()));
    refused.forEach(problem -> all.add(problem.toString()));
    problems.forEach(problem -> all.add(problem.toString()));
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
