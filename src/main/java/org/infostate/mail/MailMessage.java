package org.infostate.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/**
 * A message to one person: waiting, then sent, or bounced when the mail server refuses the address
 * for good, or failed after so many attempts.
 */
@Entity
@Table(name = "mail_message")
public class MailMessage {

  private static final int MOST_ATTEMPTS = 5;
  private static final int SUBJECT_LENGTH = 300;
  private static final int BODY_LENGTH = 20_000;
  private static final int ERROR_LENGTH = 500;

  /** What a message is about; only administrators read those about accounts. */
  public enum Topic {
    ROUND,
    ACCOUNT
  }

  /** Where a message stands. */
  public enum State {
    WAITING,
    SENT,
    /** The mail server refused the address for good; it is not tried again. */
    BOUNCED,
    FAILED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "mail_message_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_message_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Topic topic;

  @Column(nullable = false)
  private String recipient;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String body;

  @Column(name = "language_tag", nullable = false)
  private String languageTag;

  @Column(name = "written_at", nullable = false)
  private Instant writtenAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(nullable = false)
  private int attempts;

  @Column(name = "last_error")
  private String lastError;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Letter.Purpose purpose;

  @Column(name = "about_round")
  private String round;

  @Column(name = "about_country")
  private String iso3;

  @Column private String calendar;

  protected MailMessage() {}

  MailMessage(Letter letter, Instant now) {
    this.topic = letter.topic();
    this.purpose = letter.purpose();
    this.round = letter.round();
    this.iso3 = letter.iso3();
    this.recipient = letter.recipient();
    this.subject = shortened(letter.subject(), SUBJECT_LENGTH);
    this.body = shortened(letter.body(), BODY_LENGTH);
    this.languageTag = letter.language().tag();
    this.calendar = letter.calendar();
    this.writtenAt = now;
    this.state = State.WAITING;
  }

  private static String shortened(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  void sent(Instant now) {
    state = State.SENT;
    sentAt = now;
    attempts++;
    lastError = null;
  }

  void bounced(String error) {
    attempts++;
    lastError = shortened(error, ERROR_LENGTH);
    state = State.BOUNCED;
  }

  void notSent(String error) {
    attempts++;
    lastError = shortened(error, ERROR_LENGTH);
    if (attempts >= MOST_ATTEMPTS) {
      state = State.FAILED;
    }
  }

  public Long id() {
    return id;
  }

  public Letter.Purpose purpose() {
    return purpose;
  }

  /** Code of the round that it is about; null where it is about none. */
  public String round() {
    return round;
  }

  /** The country whose part in the round it is about; null where it is about none. */
  public String iso3() {
    return iso3;
  }

  /** An iCalendar file that comes with it; null for none. */
  public String calendar() {
    return calendar;
  }

  public String recipient() {
    return recipient;
  }

  public String subject() {
    return subject;
  }

  public String body() {
    return body;
  }

  public String languageTag() {
    return languageTag;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public Instant sentAt() {
    return sentAt;
  }

  public State state() {
    return state;
  }

  public int attempts() {
    return attempts;
  }

  public String lastError() {
    return lastError;
  }
}
