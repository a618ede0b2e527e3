package org.infostate.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.infostate.xlsform.FormColumns.Column;
import org.junit.jupiter.api.Test;

/** The tables of {@code xlsform.md} say what the code does, construct by construct. */
class XlsFormDocumentTest {

  private static final Path DOCUMENT = Path.of("src/site/markdown/xlsform.md");

  @Test
  void theTablesSayWhatTheCodeDoes() throws IOException {
    List<String> expected = new ArrayList<>();
    for (FormType type : FormType.values()) {
      expected.add(line(type));
    }
    for (FormColumns columns : FormColumns.values()) {
      columns.columns().forEach(column -> expected.add(line(columns, column)));
    }
    List<String> written =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("| type `") || line.startsWith("| column `"))
            .toList();

    assertEquals(String.join("\n", expected), String.join("\n", written));
  }

  @Test
  void theLimitsAreThoseOfTheCode() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertTrue(document.contains(FormTable.MOST_ROWS / 1_000 + ",000 rows"));
    assertTrue(document.contains(FormTable.MOST_COLUMNS + " columns"));
  }

  private static String line(FormType type) {
    String fate =
        switch (type.fate()) {
          case QUESTION, BRACKET -> "supported";
          case LEFT_OUT -> "left out with a warning";
          case REFUSED -> "refused; use " + code(List.of(type.instead().split(", ")));
        };
    return "| type "
        + code(type.spellings().subList(0, 1))
        + " | "
        + code(type.spellings().subList(1, type.spellings().size()))
        + " | "
        + fate
        + " |";
  }

  private static String line(FormColumns columns, Column column) {
    String treatment =
        switch (column.treatment()) {
          case READ -> column.translated() ? "read, one for each language" : "read";
          case LEFT_OUT -> "left out with a warning";
          case REFUSED -> "refused where it is filled";
        };
    return "| column "
        + code(List.of(columns.sheet()))
        + " "
        + code(column.spellings().subList(0, 1))
        + " | "
        + code(column.spellings().subList(1, column.spellings().size()))
        + " | "
        + treatment
        + " |";
  }

  private static String code(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
