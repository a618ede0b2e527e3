package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documentation says of the program is so: settings, dependencies, packages, addresses,
 * links.
 */
class DocumentationTest {

  private static final Path README = Path.of("README.md");
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path SETTINGS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  @Test
  void everySettingIsDocumentedAndEveryDocumentedOneExists() throws IOException {
    Set<String> asked = new TreeSet<>(settings().stringPropertyNames());
    for (Path source : files(SOURCES, ".java")) {
      asked.addAll(found(read(source), "(?:ConfigProperty\\(name = \"|MPCONFIG=)(app[a-z.]+)"));
    }
    asked.add("app.address");

    assertEquals(asked, documentedSettings().keySet());
  }

  @Test
  void documentedDefaultsAreTheDefaults() throws IOException {
    Properties settings = settings();
    for (Map.Entry<String, List<String>> row : documentedSettings().entrySet()) {
      String name = row.getKey();
      assertEquals(
          "`" + name.toUpperCase(Locale.ROOT).replace('.', '_') + "`", row.getValue().get(1));
      String documented = row.getValue().get(2);
      String held = settings.getProperty(name, "").replace("${app.port}", "8080");
      if (documented.startsWith("`") && settings.containsKey(name)) {
        assertEquals("`" + held + "`", documented, name);
      }
      assertEquals(held.isEmpty() && !name.equals("app.address"), documented.isEmpty(), name);
    }
  }

  private static Properties settings() throws IOException {
    Properties settings = new Properties();
    settings.load(new StringReader(read(SETTINGS)));
    return settings;
  }

  /** The cells of each row by the name of its setting. */
  private static Map<String, List<String>> documentedSettings() {
    return read(README)
        .lines()
        .filter(line -> line.startsWith("| `app."))
        .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList())
        .collect(
            Collectors.toMap(
                cells -> cells.get(0).replace("`", ""),
                cells -> cells,
                (one, other) -> {
                  throw new IllegalStateException("twice: " + one);
                },
                TreeMap::new));
  }

  /** A dependency stands in the table of the README by its artifact. */
  @Test
  void everyDependencyIsDocumentedAndEveryDocumentedOneIsThere() {
    String project = read(Path.of("pom.xml"));
    String dependencies =
        project.substring(project.indexOf("</dependencyManagement>"), project.indexOf("<build>"));
    String more = project.substring(project.indexOf("<profiles>"));
    Pattern artifact = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    Set<String> declared =
        Stream.of(dependencies, more)
            .flatMap(part -> artifact.matcher(part).results())
            .map(MatchResult::group)
            .map(text -> found(text, "<artifactId>([^<]+)</artifactId>").get(0))
            .collect(Collectors.toCollection(TreeSet::new));
    String section = read(README).split("\n## Dependencies\n", 2)[1].split("\n## ", 2)[0];
    Set<String> documented = new TreeSet<>(found(section, "`([a-z][A-Za-z0-9.-]+)`"));

    assertEquals(declared, documented);
  }

  @Test
  void theMapOfThePackagesIsInTheirOrder() {
    List<String> rows =
        found(read(SITE.resolve("architecture.md")), "(?m)^\\| \\d+ \\| `([a-z]+)` \\|");

    assertEquals(ArchitectureTest.ORDER, rows);
  }

  @Test
  void everyAddressThatIsNamedExists() throws IOException {
    List<Pattern> addresses = addresses();
    Set<String> unknown = new TreeSet<>();
    int named = 0;
    for (Path page : pages()) {
      for (String address : found(read(page), "(/api/v1/[^\\s`'\"()\\]|]*)")) {
        String path = address.replaceAll("[?#].*$", "").replaceAll("[.,;:]+$", "");
        named++;
        if (addresses.stream().noneMatch(known -> known.matcher(path).matches())) {
          unknown.add(page + ": " + path);
        }
      }
    }
    assertEquals(Set.of(), unknown);
    assertTrue(named > 3, "the scan no longer finds the addresses");
  }

  /** All addresses of the program; a part in braces takes anything. */
  private static List<Pattern> addresses() {
    List<Pattern> addresses = new ArrayList<>();
    for (JavaClass type : ArchitectureTest.CLASSES) {
      if (type.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
        String base = path(type);
        addresses.add(pattern(base));
        for (JavaMethod method : type.getMethods()) {
          if (method.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
            addresses.add(pattern(base + path(method)));
          }
        }
      }
    }
    return addresses;
  }

  private static String path(HasAnnotations<?> annotated) {
    String path = annotated.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
    return path.startsWith("/") ? path : "/" + path;
  }

  private static Pattern pattern(String path) {
    String open = path.replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "\u0000");
    return Pattern.compile(
        Stream.of(open.split("\u0000", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining("[^/]+"))
            + "/?");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Set<String> dead = new TreeSet<>();
    for (Path page : pages()) {
      for (String link : found(read(page), "\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)")) {
        Path folder = page.toAbsolutePath().getParent();
        if (!link.matches("[a-z]+:.*") && !Files.exists(folder.resolve(link))) {
          dead.add(page + ": " + link);
        }
      }
    }
    assertEquals(Set.of(), dead);
  }

  private static Collection<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(files(SITE, ".md"));
    pages.add(README);
    pages.add(Path.of("CHANGELOG.md"));
    pages.add(Path.of("questionnaires/README.md"));
    return pages;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
