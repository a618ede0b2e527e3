package org.infostate.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.text.Language;

/**
 * The way into a real installation, which has no default accounts: as long as nobody has ever set a
 * password, each start prints a new one-time link for the administrator.
 */
@ApplicationScoped
public class FirstAdministrator {

  private static final String LOGIN = "admin";

  @Inject private Accounts accounts;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  /** The link, or empty where somebody can sign in already. */
  @Transactional
  public Optional<String> link() {
    if (accounts.all().stream().anyMatch(Account::active)) {
      return Optional.empty();
    }
    Account administrator =
        accounts
            .find(LOGIN)
            .orElseGet(
                () ->
                    accounts.create(
                        LOGIN,
                        "Administrator",
                        "admin@localhost",
                        Role.ADMINISTRATOR,
                        null,
                        Language.EN));
    return Optional.of(baseUrl + "/welcome/" + accounts.passwordLink(administrator));
  }
}
