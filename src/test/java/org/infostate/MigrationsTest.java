package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The schema: all migrations run on both databases, to the same tables, and none is edited once it
 * has been released.
 */
class MigrationsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path SEALS = Path.of("src/test/resources/sealed-migrations.txt");

  @Test
  @EnabledIf(value = Postgres.AVAILABLE, disabledReason = Postgres.WHY)
  void bothDatabasesHaveTheSameTablesAndColumns() throws SQLException {
    DataSource postgres = Postgres.shared().create("migrations");
    Flyway.configure()
        .dataSource(postgres)
        .placeholders(Map.of("moment", "timestamp(6) with time zone"))
        .load()
        .migrate();
    try (EmbeddedDatabase embedded = EmbeddedDatabase.open()) {
      Map<String, String> columns = columns(embedded.source());

      assertEquals(columns, columns(postgres));
      assertTrue(columns.size() > 100, columns::toString);
    }
  }

  /** Whether each column takes null, by table and column. */
  private static Map<String, String> columns(DataSource source) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name, column_name, is_nullable from information_schema.columns"
                    + " where lower(table_schema) = 'public'")) {
      while (rows.next()) {
        String column = rows.getString(1) + "." + rows.getString(2);
        columns.put(column.toLowerCase(Locale.ROOT), rows.getString(3));
      }
    }
    columns.keySet().removeIf(column -> column.startsWith("flyway_schema_history."));
    return columns;
  }

  @Test
  void everyMigrationHasTheDayItsNumberAndSaysWhatItDoes() throws IOException {
    for (String name : names()) {
      assertTrue(name.matches("V20\\d{6}_\\d{2}__[a-z0-9_]+\\.sql"), name);
    }
  }

  @Test
  void noReleasedMigrationWasEdited() throws IOException {
    Map<String, String> sealed = new TreeMap<>();
    for (String line : Files.readAllLines(SEALS)) {
      String[] seal = line.split(" +");
      sealed.put(seal[1], seal[0]);
    }
    Map<String, String> held = new TreeMap<>();
    sealed.keySet().forEach(name -> held.put(name, sha256(MIGRATIONS.resolve(name))));

    assertEquals(sealed, held, "write a new migration instead");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return List.copyOf(new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
