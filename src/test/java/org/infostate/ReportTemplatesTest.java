package org.infostate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.infostate.report.ReportTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates in {@code reports/}: each can be filled, has a chart of Excel's, and is used. */
class ReportTemplatesTest {

  private static final Path FOLDER = Path.of("reports");

  static List<String> templates() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xlsx"))
          .map(name -> name.substring(0, name.length() - ".xlsx".length()))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void itIsReadWithoutAProblem(String name) {
    assertFalse(assertDoesNotThrow(() -> ReportTemplate.shipped(name)).names().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void itHasANativeChart(String name) throws IOException {
    try (ZipFile zip = new ZipFile(FOLDER.resolve(name + ".xlsx").toFile())) {
      assertTrue(zip.stream().anyMatch(part -> part.getName().startsWith("xl/charts/chart")));
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aReportFillsIt(String name) throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/infostate"))) {
      assertTrue(sources.filter(Files::isRegularFile).anyMatch(file -> names(file, name)), name);
    }
  }

  private static boolean names(Path source, String template) {
    try {
      return Files.readString(source).contains("TEMPLATE = \"" + template + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
