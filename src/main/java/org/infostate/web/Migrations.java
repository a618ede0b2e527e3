package org.infostate.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date; runs before anything else touches the database. */
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
