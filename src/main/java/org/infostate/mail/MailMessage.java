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

/** A message to one person: waiting, then sent, or failed after so many attempts. */
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
    FAILED
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

  protected MailMessage() {}

  MailMessage(
      Topic topic, String recipient, String subject, String body, String languageTag, Instant now) {
    this.topic = topic;
    this.recipient = recipient;
    // A message that is too long must not undo what it tells of.
    this.subject = cut(subject, SUBJECT_LENGTH);
    this.body = cut(body, BODY_LENGTH);
    this.languageTag = languageTag;
    this.writtenAt = now;
    this.state = State.WAITING;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  void sent(Instant now) {
    state = State.SENT;
    sentAt = now;
    attempts++;
    lastError = null;
  }

  void notSent(String error) {
    attempts++;
    lastError = error == null ? null : cut(error, ERROR_LENGTH);
    if (attempts >= MOST_ATTEMPTS) {
      state = State.FAILED;
    }
  }

  public Long id() {
    return id;
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
