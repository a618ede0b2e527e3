package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * A row of a roster. Its number is never given to another row, so a removed row keeps its answers.
 */
@Entity
@Table(name = "roster_row")
public class RosterRow {

  @Id
  @SequenceGenerator(name = "roster_row_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "roster_row_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String roster;

  @Column(name = "place", nullable = false)
  private int number;

  @Column(nullable = false)
  private boolean removed;

  protected RosterRow() {}

  RosterRow(Long responseId, String roster, int number) {
    this.responseId = responseId;
    this.roster = roster;
    this.number = number;
  }

  void remove() {
    removed = true;
  }

  String roster() {
    return roster;
  }

  int number() {
    return number;
  }

  boolean removed() {
    return removed;
  }
}
