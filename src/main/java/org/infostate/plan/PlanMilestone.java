package org.infostate.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is to be reached in an action by a day. Whether it was, and who said so, is kept with it; it
 * changes only with its action, whose edition counts for both.
 */
@Entity
@Table(name = "plan_milestone")
public class PlanMilestone {

  /** Characters of what is to be reached. */
  public static final int AIM_LENGTH = 500;

  /** Of one action. */
  public static final int MOST = 20;

  @Id
  @SequenceGenerator(name = "plan_milestone_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_milestone_seq")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "action_id")
  private PlanAction action;

  @Column(name = "milestone_number", nullable = false)
  private int number;

  @Column(name = "due_on", nullable = false)
  private LocalDate due;

  @Column(nullable = false)
  private String aim;

  @Column(name = "reached_on")
  private LocalDate reached;

  @Column(name = "reached_by")
  private String reachedBy;

  protected PlanMilestone() {}

  PlanMilestone(PlanAction action, int number) {
    this.action = action;
    this.number = number;
  }

  /**
   * @param by who says so
   */
  void follow(FollowedAction.Milestone said, String by) {
    this.due = said.due();
    this.aim = said.aim();
    if (!Objects.equals(reached, said.reached())) {
      this.reached = said.reached();
      this.reachedBy = said.reached() == null ? null : by;
    }
  }

  /** From 1; stays the same while others come and go. */
  public int number() {
    return number;
  }

  public LocalDate due() {
    return due;
  }

  /** What is to be reached. */
  public String aim() {
    return aim;
  }

  /** Null until it is reached. */
  public LocalDate reached() {
    return reached;
  }

  /** Login of who said that it was reached; null until then. */
  public String reachedBy() {
    return reachedBy;
  }

  /** Whether its day has passed without it, in an action that is neither done nor dropped. */
  public boolean late(LocalDate today) {
    return reached == null && due.isBefore(today) && action.standing().open();
  }
}
