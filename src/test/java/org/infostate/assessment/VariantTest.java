package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.infostate.scoring.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {

  @Test
  void onlyCodeVersionAndTheseWeightsChange() {
    String definition =
        """
        # why: π
        index: pair
        version: 3
        name: Pair
        steps: [{aggregate: {mean: arithmetic}}]
        elements:
          - {code: total, name: Total}
          - {code: a, parent: total, name: A, weight: 2, source: {columns: "${a}"}} # flow
          - code: b # block
            parent: total
            name: B
            source: {columns: "${b}"}
        """;

    assertEquals(
        """
        # why: π
        index: pair.b-first
        version: 1
        name: Pair
        steps: [{aggregate: {mean: arithmetic}}]
        elements:
          - {code: total, name: Total}
          - {code: a, parent: total, name: A, weight: 0.5, source: {columns: "${a}"}} # flow
          - code: b
            weight: 4.0 # block
            parent: total
            name: B
            source: {columns: "${b}"}
        """,
        Variant.of(definition, Variant.code("pair", "b-first"), Map.of("a", 0.5, "b", 4.0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacity", "infostate"})
  void whatShipsCanBeVaried(String code) throws IOException {
    String definition = Files.readString(Path.of("questionnaires/index", code, "1.yaml"));
    IndexFile before = IndexFile.read(definition);
    Element varied = before.index().indicators().get(0);

    IndexFile after =
        IndexFile.read(Variant.of(definition, code + ".x", Map.of(varied.code(), 7.0)));

    assertEquals(List.of(), after.faults());
    assertEquals(code + ".x", after.index().code());
    assertEquals(before.index().steps(), after.index().steps());
    assertEquals(before.grouping(), after.grouping());
    for (Element element : before.index().elements()) {
      Element same = after.index().element(element.code()).orElseThrow();
      assertEquals(element.equals(varied) ? element.weighing(7) : element, same);
    }
  }
}
