package org.infostate.scorings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;

/** Orders as texts, and what becomes of them. */
final class Parts {

  private Parts() {}

  /**
   * @param parts name, content, name, content
   */
  static ScoringOrder order(String... parts) {
    Map<String, byte[]> content = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      content.put(parts[i], parts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new ScoringOrder(content);
  }

  static Scored score(String... parts) {
    return ScoreTable.score(order(parts), () -> {});
  }

  /** Everything that is wrong: "part line:column number (arguments)". */
  static List<String> problems(String... parts) {
    try {
      score(parts);
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().map(Parts::shown).toList();
    }
  }

  private static String shown(Problem problem) {
    return problem.place().question()
        + (problem.place().line() == null
            ? ""
            : " " + problem.place().line() + ":" + problem.place().column())
        + " "
        + problem.kind().number()
        + " "
        + problem.arguments();
  }

  /** A file of the reference; see its README. */
  static String reference(String file) {
    try (InputStream in =
        Parts.class.getResourceAsStream("/org/infostate/scoring/reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
