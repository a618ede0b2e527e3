package org.infostate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What {@code mvn verify} says last: how many tests ran, which did not, why, and what to install so
 * that they do. Leaves the same as {@code target/skipped.txt}, one line per test, for {@code
 * .ci/run}.
 */
final class ClosingSummary {

  private static final String BROWSER_TESTS = "tests in a browser (src/browser-test)";
  private static final String NO_BROWSER =
      "not even compiled, as there is no /usr/bin/chromium (apt-get install chromium)";

  private int ran;
  private final Map<String, TreeSet<String>> skippedByReason = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  private ClosingSummary() {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    ClosingSummary summary = of(target, Path.of("src/browser-test/java"));
    Files.write(target.resolve("skipped.txt"), summary.lines);
    System.out.println(summary.text());
  }

  /**
   * The summary of the reports below a folder of Maven.
   *
   * @param browserTests the sources that are compiled only where a browser is; may not exist
   */
  static ClosingSummary of(Path target, Path browserTests) throws IOException {
    ClosingSummary summary = new ClosingSummary();
    for (String reports : List.of("surefire-reports", "failsafe-reports")) {
      for (Path report : reports(target.resolve(reports))) {
        summary.read(report);
      }
    }
    if (Files.isDirectory(browserTests)
        && !Files.isRegularFile(target.resolve("test-classes/org/infostate/BrowserIT.class"))) {
      summary.skipped(BROWSER_TESTS, NO_BROWSER);
    }
    return summary;
  }

  private static List<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private void read(Path report) throws IOException {
    NodeList cases = parse(report).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      NodeList skips = test.getElementsByTagName("skipped");
      if (skips.getLength() == 0) {
        ran++;
      } else {
        String name = test.getAttribute("classname") + " " + test.getAttribute("name");
        skipped(name.strip(), ((Element) skips.item(0)).getAttribute("message"));
      }
    }
  }

  private static Document parse(Path report) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(report.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(report + " can not be read", e);
    }
  }

  private void skipped(String test, String reason) {
    String said = reason.isBlank() ? "no reason given" : reason.strip().replaceAll("\\s+", " ");
    skippedByReason.computeIfAbsent(said, key -> new TreeSet<>()).add(test);
    lines.add(test + ": " + said);
  }

  String text() {
    StringBuilder text = new StringBuilder("\n" + ran + " tests ran. ");
    if (skippedByReason.isEmpty()) {
      return text.append("None was skipped.").toString();
    }
    text.append(lines.size()).append(" were skipped on this machine:\n");
    skippedByReason.forEach(
        (reason, tests) -> {
          text.append("\n  Because: ").append(reason).append('\n');
          tests.forEach(test -> text.append("    - ").append(test).append('\n'));
        });
    return text.append("\n.ci/run installs on Debian 12 what they need, and skips none.")
        .toString();
  }
}
