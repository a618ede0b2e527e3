package org.infostate.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.infostate.problem.ProblemKind;

/**
 * Which version of its template a report is made with; the shipped one until a planner chooses.
 * Counts the versions, so that two uploads at once do not get the same number.
 */
@Entity
@Table(name = "report_template_choice")
public class TemplateChoice {

  @Id private String template;

  @Column(nullable = false)
  private int newest;

  @Column(nullable = false)
  private int chosen;

  @Version private int edition;

  protected TemplateChoice() {}

  TemplateChoice(String template) {
    this.template = template;
    this.newest = TemplateVersion.SHIPPED;
    this.chosen = TemplateVersion.SHIPPED;
  }

  /** The number of a version that is added now. */
  int next() {
    return ++newest;
  }

  /**
   * @param number of a version that there is
   * @param seen the version that was in use when the planner looked
   * @throws org.infostate.problem.ProblemException {@code EDIT_CONFLICT} if another was chosen
   *     since
   */
  void choose(int number, int seen) {
    if (chosen != seen) {
      throw ProblemKind.EDIT_CONFLICT.exception();
    }
    chosen = number;
  }

  /** The number of the version in use; {@link TemplateVersion#SHIPPED} for the shipped one. */
  public int chosen() {
    return chosen;
  }

  /** How many versions were uploaded. */
  public int newest() {
    return newest;
  }
}
