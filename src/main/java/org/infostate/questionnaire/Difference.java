package org.infostate.questionnaire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two versions of a questionnaire, and what each difference does to answers
 * that are carried forward and to the series of figures. Things are the same when their codes are:
 * a question, section, list or choice with another code is another one.
 *
 * <p>The rules, the strictest winning where several apply to one question:
 *
 * <ul>
 *   <li>removed, or moved into, out of or between rosters: dropped, the series ends or breaks;
 *   <li>type: {@code integer} to {@code decimal} keeps; {@code decimal} to {@code integer}, a
 *       number or date to {@code text}, and {@code select_one} to {@code select_multiple} are
 *       confirmed; every other drops. But for the first, the series breaks;
 *   <li>a choice removed: an answer with it is dropped, or loses it where several may be chosen and
 *       is confirmed; other answers stay; the series breaks. A choice added: answers are confirmed;
 *   <li>the wording of question, hint or choice in a source language: confirmed. Translations:
 *       nothing happens;
 *   <li>constraint, choice filter: confirmed. Relevance, of the question or what it stands in:
 *       kept, and the series breaks, because others are asked. Calculation: the series breaks;
 *   <li>a default confidentiality that is now lower: confirmed, since what was given in confidence
 *       must not become public by itself.
 * </ul>
 */
public final class Difference {

  /**
   * An answer as it goes into the later version.
   *
   * @param verdict {@code KEEP} or {@code CONFIRM}
   * @param value canonical in the later version as far as the form can tell; choices by code in the
   *     order of their list
   */
  public record Carried(Carry verdict, String value) {}

  private final Form before;
  private final Form after;
  private final List<Change> changes;
  private final Map<String, Carry> verdicts = new HashMap<>();

  private Difference(Form before, Form after) {
    this.before = before;
    this.after = after;
    this.changes =
        new FormComparison(before, after)
            .changes().stream().sorted(Comparator.comparing(Change::kind)).toList();
    for (Change change : changes) {
      if (change.carry() != null && change.kind() != Change.Kind.CHOICE_REMOVED) {
        change.questions().forEach(name -> verdicts.merge(name, change.carry(), Carry::and));
      }
    }
  }

  /** The difference; both forms may be of any questionnaire. */
  public static Difference between(Form before, Form after) {
    return new Difference(before, after);
  }

  public Form before() {
    return before;
  }

  public Form after() {
    return after;
  }

  /** All changes by kind, within a kind in the order of the forms. Empty where nothing differs. */
  public List<Change> changes() {
    return changes;
  }

  /**
   * What happens to answers of a question whatever they say; an answer that names a removed choice
   * fares worse, see {@link #carry}. {@code DROP} for a question that is not in both versions, and
   * for one that nobody answers.
   */
  public Carry carryOver(String question) {
    Question was = before.questions().get(question);
    Question is = after.questions().get(question);
    if (was == null || is == null || !was.type().answered() || !is.type().answered()) {
      return Carry.DROP;
    }
    return verdicts.getOrDefault(question, Carry.KEEP);
  }

  /** How many questions that people answer in both versions fare so. */
  public long count(Carry verdict) {
    return after.questions().values().stream()
        .filter(is -> is.type().answered())
        .filter(is -> before.questions().containsKey(is.name()))
        .filter(is -> before.questions().get(is.name()).type().answered())
        .filter(is -> carryOver(is.name()) == verdict)
        .count();
  }

  /**
   * One answer, as it goes into the later version.
   *
   * @param value canonical in the earlier version; null for an answer that is only a status
   * @return empty where it is dropped
   */
  public Optional<Carried> carry(String question, String value) {
    Carry verdict = carryOver(question);
    if (verdict == Carry.DROP) {
      return Optional.empty();
    }
    Question is = after.questions().get(question);
    if (value == null || !is.type().select()) {
      return Optional.of(new Carried(verdict, value));
    }
    Set<String> chosen = Set.copyOf(Arrays.asList(value.split(" ")));
    String left =
        after.choices(is).stream()
            .map(Choice::name)
            .filter(chosen::contains)
            .collect(Collectors.joining(" "));
    if (left.isEmpty()) {
      return Optional.empty();
    }
    boolean lost = left.split(" ").length < chosen.size();
    return Optional.of(new Carried(lost ? verdict.and(Carry.CONFIRM) : verdict, left));
  }
}
