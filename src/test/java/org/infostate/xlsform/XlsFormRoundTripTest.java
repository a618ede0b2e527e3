package org.infostate.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ShippedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that is downloaded and uploaded is the same form, and the other way round. */
class XlsFormRoundTripTest {

  static Stream<Form> shipped() {
    return ShippedFiles.forms().stream().map(Form::read);
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @Test
  void thereAreFormsToTry() {
    assertTrue(shipped().count() >= 6);
    assertNotEquals(new RandomForm(1).form(), new RandomForm(2).form());
    assertEquals(new RandomForm(1).form(), new RandomForm(1).form());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedVersionComesBack(Form form) throws IOException {
    comesBack(form);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyFormComesBack(int seed) throws IOException {
    comesBack(new RandomForm(seed).form());
  }

  private static void comesBack(Form form) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    XlsForm.write(form, written);
    XlsForm.Read read = XlsForm.read(written.toByteArray(), "anything.xlsx");
    Form again = Form.read(read.files());

    assertEquals(List.of(), read.warnings());
    assertEquals(FormSheets.of(form), FormSheets.of(again));
    assertEquals(form, again);
    assertEquals(List.copyOf(form.lists().keySet()), List.copyOf(again.lists().keySet()));
  }

  @Test
  void aWordThatDiffersIsSeen() {
    Map<String, String> files =
        ShippedFiles.forms().stream()
            .filter(each -> each.get("form.yaml").startsWith("questionnaire: core"))
            .findFirst()
            .orElseThrow();
    Map<String, String> other = new java.util.TreeMap<>(files);
    other.compute("fr.yaml", (name, text) -> text.replaceFirst("title: .", "title: X"));

    assertNotEquals(Form.read(files), Form.read(other));
  }
}
