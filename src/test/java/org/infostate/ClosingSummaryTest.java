package org.infostate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingSummaryTest {

  private static final String REPORT =
      """
      <testsuite name="org.infostate.ChartTest">
        <testcase name="isDrawn" classname="org.infostate.ChartTest"/>
        <testcase name="" classname="org.infostate.FontTest">
          <skipped message="no fonts (apt-get install fonts-dejavu-core)"/>
        </testcase>
      </testsuite>
      """;

  @TempDir private Path target;

  @Test
  void eachSkippedTestIsNamedWithItsReason() throws IOException {
    report("surefire-reports");
    compiledBrowserTests();

    String said = ClosingSummary.of(target, target).text();

    assertTrue(said.contains("1 tests ran. 1 were skipped"), said);
    assertTrue(said.contains("Because: no fonts (apt-get install fonts-dejavu-core)"), said);
    assertTrue(said.contains("- org.infostate.FontTest"), said);
    assertFalse(said.contains("browser"), said);
  }

  @Test
  void browserTestsThatWereNotCompiledAreNamedToo() throws IOException {
    report("failsafe-reports");

    String said = ClosingSummary.of(target, target).text();

    assertTrue(said.contains("apt-get install chromium"), said);
  }

  private void report(String folder) throws IOException {
    Files.createDirectories(target.resolve(folder));
    Files.writeString(target.resolve(folder).resolve("TEST-org.infostate.ChartTest.xml"), REPORT);
  }

  private void compiledBrowserTests() throws IOException {
    Path folder = Files.createDirectories(target.resolve("test-classes/org/infostate"));
    Files.createFile(folder.resolve("BrowserIT.class"));
  }
}
