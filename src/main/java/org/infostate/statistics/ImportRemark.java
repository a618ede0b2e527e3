package org.infostate.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A {@link LeftOut} as it is kept with its import. Written once. */
@Entity
@Table(name = "statistics_left_out")
public class ImportRemark {

  @Id
  @SequenceGenerator(name = "statistics_left_out_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "statistics_left_out_seq")
  private Long id;

  @Column(name = "import_id", nullable = false)
  private Long importId;

  @Column(nullable = false)
  private String sheet;

  @Column(name = "first_row", nullable = false)
  private int row;

  @Column(name = "row_count", nullable = false)
  private int rows;

  @Column(name = "left_out_text", nullable = false)
  private String text;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private LeftOut.Reason reason;

  protected ImportRemark() {}

  ImportRemark(Long importId, LeftOut leftOut) {
    this.importId = importId;
    this.sheet = leftOut.sheet();
    this.row = leftOut.row();
    this.rows = leftOut.rows();
    this.text = leftOut.text();
    this.reason = leftOut.reason();
  }

  LeftOut leftOut() {
    return new LeftOut(sheet, row, rows, text, reason);
  }
}
