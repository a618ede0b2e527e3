package org.infostate.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.infostate.mail.MailMessage;

/** A reminder that was written to one person. Written once, never changed. */
@Entity
@Table(name = "sent_reminder")
public class SentReminder {

  @Id
  @SequenceGenerator(name = "sent_reminder_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sent_reminder_seq")
  private Long id;

  @Column(name = "round_id", nullable = false)
  private Long roundId;

  @Column(nullable = false)
  private String iso3;

  @Column(name = "account_id", nullable = false)
  private Long accountId;

  @Column(name = "days_before", nullable = false)
  private int daysBefore;

  @Column(nullable = false)
  private Instant deadline;

  @ManyToOne(optional = false)
  private MailMessage message;

  @Column(name = "sent_at", nullable = false)
  private Instant sentAt;

  protected SentReminder() {}

  SentReminder(Reminder reminder, MailMessage message, Instant sentAt) {
    this.roundId = reminder.response().round().id();
    this.iso3 = reminder.response().iso3();
    this.accountId = reminder.to().id();
    this.daysBefore = reminder.daysBefore();
    this.deadline = reminder.response().deadline();
    this.message = message;
    this.sentAt = sentAt;
  }

  public String iso3() {
    return iso3;
  }

  public int daysBefore() {
    return daysBefore;
  }

  /** The deadline that it reminded of; an extension makes another. */
  public Instant deadline() {
    return deadline;
  }

  /** What was written, with the state of its delivery. */
  public MailMessage message() {
    return message;
  }

  public Instant sentAt() {
    return sentAt;
  }
}
