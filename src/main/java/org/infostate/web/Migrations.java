package org.infostate.web;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The database that the settings name, and its schema, which is brought up to date before anything
 * else touches it.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/main",
    className = "${MPCONFIG=app.db.class}",
    url = "${MPCONFIG=app.db.url}",
    user = "${MPCONFIG=app.db.user}",
    password = "${MPCONFIG=app.db.password}",
    maxPoolSize = 20)
@ApplicationScoped
public class Migrations {

  @Resource(lookup = "java:app/jdbc/main")
  private DataSource dataSource;

  void run() {
    migrate(dataSource);
  }

  /**
   * Brings the schema of this database up to date.
   *
   * <p>{@code ${moment}} in a migration is a point in time. H2 would hand out its {@code timestamp
   * with time zone} as another class than PostgreSQL does, so there it is a {@code timestamp} in a
   * session whose zone the URL sets to UTC.
   */
  static void migrate(DataSource dataSource) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .placeholders(
            Map.of("moment", embedded(dataSource) ? "timestamp(6)" : "timestamp(6) with time zone"))
        .load()
        .migrate();
  }

  private static boolean embedded(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }
}
