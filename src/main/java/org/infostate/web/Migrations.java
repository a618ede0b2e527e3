package org.infostate.web;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
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
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
