package org.infostate.scorings;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/**
 * The parts that somebody sent: {@code data}, and either {@code definition} or {@code iMeta} with
 * {@code steps}; {@code points} of experts may come with either.
 *
 * @param parts content by name, as it came; empty parts are not among them
 */
public record ScoringOrder(Map<String, byte[]> parts) {

  public static final String DEFINITION = "definition";
  public static final String META = "iMeta";
  public static final String STEPS = "steps";
  public static final String DATA = "data";
  public static final String POINTS = "points";
  private static final List<String> KNOWN = List.of(DEFINITION, META, STEPS, DATA, POINTS);

  /**
   * Reads the parts of a form. Of several with one name the first that is not empty counts, so that
   * a page can offer a file and a text for each; other names are left alone.
   *
   * @throws org.infostate.problem.ProblemException if a part is too large
   */
  static ScoringOrder of(List<EntityPart> sent) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (EntityPart part : sent) {
      if (KNOWN.contains(part.getName()) && !parts.containsKey(part.getName())) {
        byte[] content = content(part);
        if (content.length > 0) {
          parts.put(part.getName(), content);
        }
      }
    }
    return new ScoringOrder(parts);
  }

  /** A small field that came with the parts; the empty string where there is none. */
  static String field(List<EntityPart> sent, String name) throws IOException {
    for (EntityPart part : sent) {
      if (name.equals(part.getName())) {
        try (InputStream in = part.getContent()) {
          return new String(in.readNBytes(100), StandardCharsets.UTF_8).strip();
        }
      }
    }
    return "";
  }

  private static byte[] content(EntityPart part) throws IOException {
    int limit = Limits.MOST_MEGABYTES << 20;
    try (InputStream in = part.getContent()) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw ProblemKind.BODY_TOO_LARGE
            .at(Place.question(part.getName()), Limits.MOST_MEGABYTES)
            .exception();
      }
      return content;
    }
  }

  /**
   * @throws org.infostate.problem.ProblemException if a part is missing or one too many
   */
  void check() {
    Findings findings = new Findings();
    boolean coinr = has(META) || has(STEPS);
    if (has(DEFINITION) && coinr) {
      findings.add(DEFINITION, ProblemKind.SCORING_PARTS_CLASH);
    } else if (!has(DEFINITION) && !coinr) {
      findings.add(DEFINITION, ProblemKind.SCORING_PART_MISSING, DEFINITION);
    } else if (coinr) {
      need(META, findings);
      need(STEPS, findings);
    }
    need(DATA, findings);
    findings.refuse();
  }

  private void need(String part, Findings findings) {
    if (!has(part)) {
      findings.add(part, ProblemKind.SCORING_PART_MISSING, part);
    }
  }

  boolean has(String part) {
    return parts.containsKey(part);
  }

  byte[] part(String name) {
    return parts.get(name);
  }
}
