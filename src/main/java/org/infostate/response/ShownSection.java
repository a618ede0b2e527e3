package org.infostate.response;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Section;
import org.infostate.text.Language;

/**
 * A section as its page shows it: the answers that are held, over them what was just posted and not
 * taken, and beside that what is wrong with it.
 *
 * @param path address of the response; null where the form is only looked at
 * @param editable whether the reader may answer now
 * @param posted what was posted, by answer
 * @param bases the revisions that what was posted was edited from
 * @param problems why it was not taken, by answer
 * @param parts what other capabilities show beside the answers, by name
 */
public record ShownSection(
    FilledForm form,
    Section section,
    String path,
    boolean editable,
    Map<AnswerKey, Given> posted,
    Map<AnswerKey, Integer> bases,
    Map<AnswerKey, Problem> problems,
    List<Evidence> evidence,
    Map<String, Object> parts) {

  /** A section to be looked at, without a response behind it. */
  public static ShownSection of(FilledForm form, Section section) {
    return new ShownSection(
        form, section, null, false, Map.of(), Map.of(), Map.of(), List.of(), Map.of());
  }

  /** The answer that stands in the fields: what was posted and refused, else what is held. */
  public Given answer(AnswerKey key) {
    Given typed = problems.containsKey(key) ? posted.get(key) : null;
    if (typed != null) {
      return new Given(
          typed.value(),
          typed.status() == null ? AnswerStatus.ANSWERED : typed.status(),
          typed.comment(),
          typed.source(),
          typed.confidentiality());
    }
    Held held = held(key);
    return held == null
        ? new Given(null, AnswerStatus.ANSWERED, null, null, null)
        : new Given(
            held.value(), held.status(), held.comment(), held.source(), held.confidentiality());
  }

  /** The answer that is held; null where there is none or it was taken back. */
  public Held held(AnswerKey key) {
    return form.held(key.question(), key.row()).filter(h -> h.status().given()).orElse(null);
  }

  /**
   * The revision that the fields were edited from. What was refused keeps the one that it was typed
   * over, so that posting it again can not silently replace what came in between.
   */
  public int revision(AnswerKey key) {
    return problems.containsKey(key) && bases.containsKey(key) ? bases.get(key) : current(key);
  }

  /** The revision that the store holds; 0 for none. */
  public int current(AnswerKey key) {
    return form.held(key.question(), key.row()).map(Held::revision).orElse(0);
  }

  /** Why what was posted was not taken; null where it was. */
  public Problem problem(AnswerKey key) {
    return problems.get(key);
  }

  /** Whether somebody else answered while this was being typed. */
  public boolean conflict(AnswerKey key) {
    Problem problem = problems.get(key);
    return problem != null && problem.kind() == ProblemKind.ANSWER_STALE;
  }

  /** A value as people read it: choices by their labels, anything else as it is. */
  public String spoken(Question question, String value, Language language) {
    if (value == null) {
      return "";
    }
    Form texts = form.form();
    return question.type().select()
        ? Arrays.stream(value.split(" "))
            .filter(choice -> !choice.isEmpty())
            .map(choice -> texts.choiceLabel(question.list(), choice, language))
            .collect(Collectors.joining(", "))
        : value;
  }

  /** The files and links of an answer. */
  public List<Evidence> evidence(AnswerKey key) {
    return evidence.stream().filter(each -> each.supports(key)).toList();
  }

  /** Whether the details of an answer hold anything, and so stand open. */
  public boolean says(AnswerKey key) {
    Given answer = answer(key);
    return filled(answer.comment())
        || filled(answer.source())
        || answer.confidentiality() != null
        || answer.status() != AnswerStatus.ANSWERED;
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }
}
