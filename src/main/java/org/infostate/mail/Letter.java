package org.infostate.mail;

import java.util.Locale;
import org.infostate.text.Language;

/**
 * What is written to one person.
 *
 * @param round code of the round that it is about; null where it is about none
 * @param iso3 the country whose part in the round it is about; null where it is about none
 * @param calendar an iCalendar file that comes with it; null for none
 */
public record Letter(
    MailMessage.Topic topic,
    Purpose purpose,
    String round,
    String iso3,
    String recipient,
    Language language,
    String subject,
    String body,
    String calendar) {

  /** Why something is written. */
  public enum Purpose {
    INVITATION,
    REMINDER,
    EXTENSION,
    RETURN,
    ACCEPTANCE,
    REOPENING,
    CLARIFICATION,
    DELEGATION,
    ACCOUNT,
    REPORT,
    OTHER;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A letter about a country's part in a round. */
  public static Letter about(
      String round,
      String iso3,
      Purpose purpose,
      String recipient,
      Language language,
      String subject,
      String body) {
    return new Letter(
        MailMessage.Topic.ROUND, purpose, round, iso3, recipient, language, subject, body, null);
  }

  /** The same with a secret in it: a letter that only administrators read in the outbox. */
  public Letter secret() {
    return new Letter(
        MailMessage.Topic.ACCOUNT,
        purpose,
        round,
        iso3,
        recipient,
        language,
        subject,
        body,
        calendar);
  }

  /** The same with an iCalendar file. */
  public Letter with(String file) {
    return new Letter(topic, purpose, round, iso3, recipient, language, subject, body, file);
  }
}
