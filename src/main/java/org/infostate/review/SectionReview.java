package org.infostate.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;

/**
 * What the reviewer and the country said about the answers of a response, as pages show it.
 *
 * @param threads those that the reader may see
 * @param verdicts those that hold
 */
public record SectionReview(List<Clarification> threads, Map<AnswerKey, Verification> verdicts) {

  /** The threads about an answer, the open one last. */
  public List<Clarification> threads(AnswerKey key) {
    return threads.stream().filter(each -> each.key().equals(key)).toList();
  }

  /** The thread about an answer that is open; null where there is none. */
  public Clarification open(AnswerKey key) {
    return threads(key).stream().filter(Clarification::open).findFirst().orElse(null);
  }

  /** Whether the reviewer asks for another answer. */
  public boolean marked(AnswerKey key) {
    return open(key) != null && open(key).marked();
  }

  /** Whether an answer was changed since the reviewer last asked about it. */
  public static boolean changedSince(Clarification thread, FilledForm form) {
    return form.held(thread.key().question(), thread.key().row()).map(Held::revision).orElse(0)
        > thread.answerRevision();
  }

  /** The verdict on an answer; null where there is none. */
  public Verification verdict(AnswerKey key) {
    return verdicts.get(key);
  }

  /** How many answers have this verdict. */
  public long count(Verdict verdict) {
    return verdicts.values().stream().filter(each -> each.verdict() == verdict).count();
  }

  /** How many threads are open about these answers. */
  public long open(Collection<AnswerKey> keys) {
    return threads.stream().filter(each -> each.open() && keys.contains(each.key())).count();
  }
}
