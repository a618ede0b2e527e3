package org.infostate.carryforward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;

/**
 * The carried answers of a response seen through its forms: only what is asked counts.
 *
 * @param carried by answer
 * @param visible names of the sections that the reader may see
 */
public record CarriedForms(
    List<FilledForm> forms, Map<AnswerKey, CarriedAnswer> carried, Set<String> visible) {

  /**
   * How many of the carried answers that are asked stand how.
   *
   * @param total all of them
   */
  public record Share(int total, int confirmed, int changed, int waiting) {

    /** Of all that were carried, those confirmed unchanged, from 0 to 100; never rounded up. */
    public int percentConfirmed() {
      return total == 0 ? 0 : confirmed * 100 / total;
    }
  }

  /** How an answer stands; null where it was not carried or is not asked. */
  public CarriedAnswer.State state(FilledForm form, AnswerKey key) {
    CarriedAnswer answer = carried.get(key);
    Question question = form.form().questions().get(key.question());
    if (answer == null || question == null || !form.asked(question, key.row())) {
      return null;
    }
    Held held = form.held(key.question(), key.row()).orElse(null);
    return answer.state(held);
  }

  /** The carried answers of a section that still wait. */
  public List<AnswerKey> waiting(FilledForm form, Section section) {
    return form.keys(section).stream()
        .filter(key -> state(form, key) == CarriedAnswer.State.WAITING)
        .toList();
  }

  /** The same in all sections. */
  List<AnswerKey> waiting() {
    List<AnswerKey> waiting = new ArrayList<>();
    for (FilledForm form : forms) {
      form.form().sections().forEach(section -> waiting.addAll(waiting(form, section)));
    }
    return waiting;
  }

  /** The share of the sections that the reader may see. */
  public Share share() {
    int[] counts = new int[CarriedAnswer.State.values().length];
    for (FilledForm form : forms) {
      for (Section section : form.form().sections()) {
        for (AnswerKey key : form.keys(section)) {
          CarriedAnswer.State state = state(form, key);
          if (state != null && visible.contains(section.name())) {
            counts[state.ordinal()]++;
          }
        }
      }
    }
    int waiting = counts[CarriedAnswer.State.WAITING.ordinal()];
    int confirmed = counts[CarriedAnswer.State.CONFIRMED.ordinal()];
    int changed = counts[CarriedAnswer.State.CHANGED.ordinal()];
    return new Share(waiting + confirmed + changed, confirmed, changed, waiting);
  }
}
