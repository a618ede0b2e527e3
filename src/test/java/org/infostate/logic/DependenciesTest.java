package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  /** Lines of a name and its expressions, with semicolons between. */
  private static Dependencies graph(String told) {
    Map<String, List<Expression>> expressions = new LinkedHashMap<>();
    told.lines()
        .forEach(
            line -> {
              String[] parts = line.split(": *", 2);
              List<Expression> all = new ArrayList<>();
              for (String source : parts[1].split(";")) {
                if (!source.isBlank()) {
                  all.add(Expression.parse(source));
                }
              }
              expressions.put(parts[0], all);
            });
    return Dependencies.of(expressions);
  }

  @Test
  void eachComesAfterWhatItNeeds() {
    Dependencies graph =
        graph(
            """
            c: ${a} + ${b}
            b: ${a} * 2
            a:
            d: ${c} > 1; ${a} = 1
            """);
    assertEquals(List.of("a", "b", "c", "d"), graph.order());
    assertEquals(List.of(), graph.cycles());
    assertEquals(List.of("b", "c", "d"), graph.affected("a"));
    assertEquals(List.of("d"), graph.affected("c"));
    assertEquals(List.of(), graph.affected("d"));
    assertEquals(List.of("c", "a"), List.copyOf(graph.of("d")));
  }

  @Test
  void cyclesAreGivenWithTheirPath() {
    Dependencies graph =
        graph(
            """
            a: ${b} = 1
            b: ${c} = 1
            c: ${a} = 1
            d: ${d} = 1
            e: ${a} = 1
            """);
    assertEquals(List.of(List.of("a", "b", "c", "a"), List.of("d", "d")), graph.cycles());
    assertEquals(5, graph.order().size());
    assertEquals(List.of("c", "b", "a", "e"), graph.affected("a"));
  }

  @Test
  void referencesToNothingNameWhoNeedsThem() {
    assertEquals(
        Map.of("x", List.of("a", "b"), "y", List.of("b")),
        graph("a: ${x} = 1\nb: ${x} = 1 and ${y} = 2").missing());
  }

  @Test
  void furtherNeedsComeBesideTheExpressions() {
    Dependencies graph = graph("q: ${p} = 1\nsection:\np:").with(Map.of("q", List.of("section")));
    assertEquals(List.of("p", "section", "q"), graph.order());
    assertEquals(List.of("q"), graph.affected("section"));
  }

  @Test
  void chainsMayBeAsLongAsTheForm() {
    StringBuilder told = new StringBuilder("q0:");
    for (int i = 1; i <= 20_000; i++) {
      told.append("\nq").append(i).append(": ${q").append(i - 1).append("} = 1");
    }
    Dependencies graph = graph(told.toString());
    assertEquals(20_001, graph.order().size());
    assertEquals(20_000, graph.affected("q0").size());
  }
}
