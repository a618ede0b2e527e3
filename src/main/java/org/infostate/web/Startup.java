package org.infostate.web;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.FirstAdministrator;
import org.infostate.assessment.Indices;
import org.infostate.country.Countries;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.questionnaire.EditVersion;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.sample.SampleData;

/**
 * What happens when the server starts, in this order: the schema, the countries, the questionnaires
 * and indices that ship, then either the sample data or, on an empty database, the link for the
 * first administrator. What runs by the clock depends on this bean: it would find no tables before.
 */
@jakarta.ejb.Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

  private static final Logger LOG = Logger.getLogger(Startup.class.getName());

  @Inject private Migrations migrations;
  @Inject private Countries countries;
  @Inject private EditVersion editVersion;
  @Inject private Indices indices;
  @Inject private SampleData sampleData;
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
    countries.keep(CountryTable.published());
    publish();
    if (sample) {
      sampleData.load();
    }
    announcement.whenListening(sample ? sampleData::assess : this::greeting);
  }

  private void publish() {
    for (Map<String, String> files : ShippedFiles.forms()) {
      try {
        editVersion.ship(files);
      } catch (ProblemException e) {
        LOG.log(Level.SEVERE, "A questionnaire that ships is not published: {0}", e.getMessage());
      }
    }
    try {
      indices.publishShipped();
    } catch (ProblemException e) {
      LOG.log(Level.SEVERE, "An index that ships is not published: {0}", e.getMessage());
    }
  }

  private List<String> greeting(URI server) {
    return firstAdministrator
        .link()
        .map(
            link ->
                List.of(
                    "Nobody has an account yet. Create the administrator's password here, once:",
                    link))
        .orElse(List.of());
  }
}
