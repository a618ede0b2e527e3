package org.infostate.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import org.infostate.Suite;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outbox, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredMessagesIT {

  private static final String SUBJECT = "\u062f\u0639\u0648\u0629";
  private static final String BODY = "first line\n" + "x".repeat(20_000);

  @Inject private Outbox outbox;
  @Resource private UserTransaction transaction;

  private void post(String recipient) {
    outbox.post(
        Letter.about(
            "stored", "XAA", Letter.Purpose.INVITATION, recipient, Language.AR, SUBJECT, BODY));
  }

  private List<MailMessage> kept() {
    return outbox.newest(Set.of(MailMessage.Topic.ROUND), Outbox.Filter.ALL, 1_000).stream()
        .filter(message -> message.recipient().endsWith("@stored.example.org"))
        .toList();
  }

  @Test
  public void aMessageIsKeptWithItsTransactionAndNeverWithoutOne() throws Exception {
    transaction.begin();
    post("one@stored.example.org");
    post("two@stored.example.org");
    transaction.commit();
    transaction.begin();
    post("three@stored.example.org");
    transaction.rollback();
    assertThrows(Exception.class, () -> post("four@stored.example.org"));

    assertEquals(
        List.of("two@stored.example.org", "one@stored.example.org"),
        kept().stream().map(MailMessage::recipient).toList());
    MailMessage newest = kept().get(0);
    assertEquals(SUBJECT, newest.subject());
    assertEquals(20_000, newest.body().length());
    assertTrue(newest.body().endsWith("x…"), "what is too long is cut");
    assertEquals("ar", newest.languageTag());
    assertEquals(MailMessage.State.WAITING, newest.state());
  }
}
