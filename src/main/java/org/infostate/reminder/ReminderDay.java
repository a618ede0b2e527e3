package org.infostate.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many days before its deadline a round reminds. */
@Entity
@Table(name = "reminder_day")
public class ReminderDay {

  @Id
  @SequenceGenerator(name = "reminder_day_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reminder_day_seq")
  private Long id;

  @Column(name = "round_id", nullable = false)
  private Long roundId;

  @Column(name = "days_before", nullable = false)
  private int daysBefore;

  @Column(name = "set_at", nullable = false)
  private Instant setAt;

  protected ReminderDay() {}

  ReminderDay(Long roundId, int daysBefore, Instant setAt) {
    this.roundId = roundId;
    this.daysBefore = daysBefore;
    this.setAt = setAt;
  }

  public int daysBefore() {
    return daysBefore;
  }

  /** The moment at which it is due for this deadline. */
  public Instant due(Instant deadline) {
    return deadline.minus(Duration.ofDays(daysBefore));
  }

  /**
   * The one that is due now: the last whose moment has come. None after the deadline, and none
   * whose moment had passed when the round was opened or the day was set: nobody wants three
   * reminders at once.
   */
  static Optional<ReminderDay> due(
      Collection<ReminderDay> days, Instant deadline, Instant opened, Instant now) {
    if (now.isAfter(deadline)) {
      return Optional.empty();
    }
    return days.stream()
        .filter(day -> !day.due(deadline).isAfter(now))
        .filter(day -> !day.due(deadline).isBefore(opened))
        .filter(day -> !day.due(deadline).isBefore(day.setAt))
        .min(Comparator.comparingInt(ReminderDay::daysBefore));
  }
}
