package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page about expressions keeps up with the language. */
class ExpressionsPageTest {

  private static String section(String from, String to) throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/expressions.md"));
    int start = page.indexOf(from);
    return page.substring(start, page.indexOf(to, start));
  }

  @Test
  void functionsAreAllThere() throws IOException {
    String functions = section("## Functions", "### Left out");
    for (Builtin function : Builtin.values()) {
      assertTrue(functions.contains("`" + function.symbol() + "("), function.symbol());
    }
  }

  @Test
  void functionsLeftOutAreAllThereWithTheReason() throws IOException {
    String leftOut = section("### Left out", "## Checked");
    for (String function : Parser.LEFT_OUT.keySet()) {
      assertTrue(leftOut.contains("`" + function + "`"), function);
    }
  }

  @Test
  void boundsAreThoseOfTheCode() throws IOException {
    String bounds = section("## Bounds", "## Differences");
    assertTrue(bounds.contains(String.format(Locale.ROOT, "%,d characters", Expression.LONGEST)));
    assertTrue(bounds.contains(Parser.DEEPEST_NESTING + " levels"));
    assertTrue(bounds.contains(Parser.DEEPEST_TREE + " levels"));
    assertTrue(
        bounds.contains(
            String.format(Locale.ROOT, "%,d characters, then", BoundedRegex.MOST_STEPS)));
    assertTrue(bounds.contains("10^" + Value.LARGEST_EXPONENT));
    assertTrue(
        bounds.contains(String.format(Locale.ROOT, "%,d characters, what", Value.LONGEST_TEXT)));
  }
}
