package org.infostate.web;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.FirstAdministrator;

/**
 * What happens when the server starts, in this order: the schema, the countries, the questionnaires
 * that ship, then either the sample data or, on an empty database, the link for the first
 * administrator.
 */
@jakarta.ejb.Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

  private static final Logger LOG = Logger.getLogger(Startup.class.getName());

  @Inject private Migrations migrations;
  @Inject private FirstAdministrator firstAdministrator;
  @Inject private Announcement announcement;

  @Inject
  @ConfigProperty(name = "app.sample")
  private boolean sample;

  @Inject
  @ConfigProperty(name = "app.db.url")
  private String databaseUrl;

  @PostConstruct
  void start() {
    migrations.run();
    if (databaseUrl.startsWith("jdbc:h2:")) {
      LOG.info(
          "The embedded database keeps what it acknowledged when the process dies (WRITE_DELAY=0),"
              + " not when the machine does. Use PostgreSQL in production.");
    }
    announcement.whenListening(List.of());
  }
}
