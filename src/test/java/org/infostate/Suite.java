package org.infostate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the tests of the stores run in: the WAR that ships, with the test classes added, deployed
 * once for all of them. Maven runs them twice, on the embedded database and on PostgreSQL; which,
 * {@code test.database} says.
 */
@ArquillianSuiteDeployment
public class Suite {

  /** Named by {@code @EnabledIf} on each test of a store. */
  public static final String READY = "org.infostate.Suite#ready";

  public static final String WHY = Postgres.WHY;

  private static final String POSTGRESQL = "postgresql";
  private static final Path CLASSES = Path.of("target/test-classes");
  private static final Path SETTINGS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  /** Whether the database is there. Also asked inside the server, where that is no question. */
  public static boolean ready() {
    return !onPostgres() || Postgres.available();
  }

  private static boolean onPostgres() {
    return POSTGRESQL.equals(System.getProperty("test.database"));
  }

  @Deployment
  public static WebArchive war() throws IOException {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "ROOT.war")
            .importFrom(new File(System.getProperty("test.war")))
            .as(WebArchive.class)
            .addClass(Suite.class)
            .addAsResource(new StringAsset(settings()), "META-INF/microprofile-config.properties");
    tests().forEach(war::addClass);
    return war;
  }

  /** The defaults of the program, and after them the database: the last line with a name counts. */
  private static String settings() throws IOException {
    Map<String, String> database =
        onPostgres()
            ? Postgres.shared().settings("stores")
            : Map.of("app.db.url", "jdbc:h2:mem:stores;TIME ZONE=UTC;DB_CLOSE_DELAY=-1");
    return Files.readString(SETTINGS, StandardCharsets.UTF_8)
        + database.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining("\n", "\n", ""));
  }

  /** The test classes by name, {@code Stored...IT}, so that none is forgotten. */
  private static List<String> tests() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace(File.separatorChar, '.'))
          .filter(name -> name.matches("org\\.infostate\\.\\w+\\.Stored\\w+IT\\.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
