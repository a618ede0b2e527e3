package org.infostate.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @Test
  void tableIsUtf8WithHeadingsAndQuotesWhereTheyAreNeeded() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable csv = new CsvTable(out, List.of("a", "b", "c"));
    csv.row("1", null, "x,y");
    csv.row("\u0627\u0644", "say \"no\"", "two\nlines");
    csv.finish();
    assertEquals(
        "a,b,c\r\n1,,\"x,y\"\r\n\u0627\u0644,\"say \"\"no\"\"\",\"two\nlines\"\r\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void rowOfAnotherWidthIsRefused() {
    CsvTable csv = new CsvTable(new ByteArrayOutputStream(), List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> csv.row("1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "'quoted'", "''=1"})
  void whatCouldBeAFormulaIsGuardedAndCanBeTakenBack(String text) {
    String written = CsvTable.guarded(text);
    assertEquals("'" + text, written);
    assertEquals(text, written.substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "1", "a=b", " =1"})
  void otherTextsStayAsTheyAre(String text) {
    assertEquals(text, CsvTable.guarded(text));
  }
}
