package org.infostate.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.infostate.Suite;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of accounts, tokens and one-time links, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredAccountsIT {

  private static final String NAME = "\u062d\u0646\u0627\u0646";
  private static final String PASSWORD = "correct horse battery";

  @Inject private Accounts accounts;

  private Account account(String login) {
    return accounts.create(login, NAME, "h@example.org", Role.FOCAL_POINT, "XAA", Language.AR);
  }

  private static ProblemKind refused(Runnable what) {
    return assertThrows(ProblemException.class, what::run).first().kind();
  }

  @Test
  public void anAccountIsFoundAgainWithEverythingThatItWasGiven() {
    account("stored-one");

    Account found = accounts.find("stored-one").orElseThrow();

    assertEquals(NAME, found.name());
    assertEquals(Language.AR, found.language());
    assertEquals("XAA", found.iso3());
    assertFalse(found.active());
    assertTrue(
        accounts.of(Role.FOCAL_POINT, "XAA").stream()
            .anyMatch(each -> each.login().equals("stored-one")));
  }

  @Test
  public void aNameIsTakenOnce() {
    account("stored-two");

    assertEquals(ProblemKind.LOGIN_TAKEN, refused(() -> account(" Stored-Two ")));
  }

  @Test
  public void aTokenStandsForItsAccountUntilItEndsOrIsRemoved() {
    Account account = account("stored-three");
    String secret = accounts.token(account, "script", Duration.ofDays(1));
    String past = accounts.token(account, "old", Duration.ofSeconds(-1));

    assertEquals("stored-three", accounts.ofToken(secret).orElseThrow().login());
    assertTrue(accounts.ofToken(past).isEmpty());
    assertTrue(accounts.ofToken(secret + "x").isEmpty());

    List<AccountKey> tokens = accounts.tokens(account.id());
    assertEquals(2, tokens.size());
    tokens.forEach(token -> accounts.removeToken(account.id(), token.id()));
    assertTrue(accounts.ofToken(secret).isEmpty());
  }

  @Test
  public void aLinkSetsThePasswordOnceAndWrongPasswordsAreCounted() {
    String link = accounts.passwordLink(account("stored-four"));

    accounts.setPassword(link, PASSWORD);

    assertEquals(ProblemKind.LINK_EXPIRED, refused(() -> accounts.setPassword(link, PASSWORD)));
    assertEquals("stored-four", accounts.signIn("Stored-Four", PASSWORD).login());
    ProblemKind refusal;
    do {
      refusal = refused(() -> accounts.signIn("stored-four", "wrong"));
    } while (refusal == ProblemKind.SIGN_IN_FAILED);
    assertEquals(ProblemKind.SIGN_IN_LOCKED, refusal);
    assertEquals(
        ProblemKind.SIGN_IN_LOCKED, refused(() -> accounts.signIn("stored-four", PASSWORD)));
  }
}
