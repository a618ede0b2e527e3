package org.infostate.response;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.infostate.questionnaire.Confidentiality;

/**
 * The answers of a section as a plain form posts them. For the field {@code q} of a question
 * ({@code q.3} in row 3 of a roster): {@code a.q} its value or values, {@code s.q} its status,
 * {@code c.q} comment, {@code o.q} source, {@code k.q} confidentiality, {@code r.q} the revision
 * that the page showed. Where it showed a conflict, {@code t.q} is the revision of the other answer
 * and {@code w.q} which of the two stays, {@code mine} or {@code theirs}; until that is decided the
 * answer counts as typed over {@code r.q}, and is refused again.
 *
 * @param given by answer
 * @param bases revisions that the page showed
 */
public record PostedAnswers(Map<AnswerKey, Given> given, Map<AnswerKey, Integer> bases) {

  /** Nothing was posted. */
  static final PostedAnswers NONE = new PostedAnswers(Map.of(), Map.of());

  private static final String REVISION = "r.";
  private static final String THEIRS = "t.";
  private static final String DECIDED = "w.";

  /** Reads the fields of the questions that may be answered here; others are ignored. */
  public static PostedAnswers of(MultivaluedMap<String, String> fields, List<AnswerKey> keys) {
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    Map<AnswerKey, Integer> bases = new LinkedHashMap<>();
    for (AnswerKey key : keys) {
      String base = fields.getFirst(REVISION + key.field());
      if (base == null || !base.matches("\\d{1,9}")) {
        continue;
      }
      String decided = fields.getFirst(DECIDED + key.field());
      String theirs = fields.getFirst(THEIRS + key.field());
      if ("theirs".equals(decided)) {
        continue;
      }
      boolean over = "mine".equals(decided) && theirs != null && theirs.matches("\\d{1,9}");
      bases.put(key, Integer.valueOf(over ? theirs : base));
      given.put(key, given(fields, key.field()));
    }
    return new PostedAnswers(given, bases);
  }

  private static Given given(MultivaluedMap<String, String> fields, String field) {
    List<String> values = fields.getOrDefault("a." + field, List.of());
    AnswerStatus status =
        AnswerStatus.of(Objects.requireNonNullElse(fields.getFirst("s." + field), "")).orElse(null);
    String value = String.join(" ", values);
    return new Given(
        value,
        status == AnswerStatus.ANSWERED && value.isBlank() ? null : status,
        fields.getFirst("c." + field),
        fields.getFirst("o." + field),
        Confidentiality.of(Objects.requireNonNullElse(fields.getFirst("k." + field), ""))
            .orElse(null));
  }

  /** Whether what was posted is what the page showed. */
  public static boolean unchanged(Given posted, Held shown) {
    boolean blank = shown == null || shown.status() == AnswerStatus.CLEARED;
    AnswerStatus status =
        posted.status() != null
            ? posted.status()
            : text(posted.value()) == null ? AnswerStatus.CLEARED : AnswerStatus.ANSWERED;
    AnswerStatus shownStatus = blank ? AnswerStatus.CLEARED : shown.status();
    boolean sameValue =
        !status.hasValue()
            || Objects.equals(text(posted.value()), shown == null ? null : shown.value());
    return status == shownStatus
        && sameValue
        && Objects.equals(text(posted.comment()), shown == null ? null : shown.comment())
        && Objects.equals(text(posted.source()), shown == null ? null : shown.source())
        && posted.confidentiality() == (shown == null ? null : shown.confidentiality());
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
  }
}
