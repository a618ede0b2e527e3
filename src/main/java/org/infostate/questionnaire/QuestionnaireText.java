package org.infostate.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * One file of a version, verbatim, with its hash. Only a draft's files are ever replaced; wording
 * of a published version is corrected beside them, see {@link TextCorrection}.
 */
@Entity
@Table(name = "questionnaire_text")
public class QuestionnaireText {

  @Id
  @SequenceGenerator(name = "questionnaire_text_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "questionnaire_text_seq")
  private Long id;

  @ManyToOne(optional = false)
  private QuestionnaireVersion version;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(nullable = false)
  private String content;

  private String sha256;

  protected QuestionnaireText() {}

  QuestionnaireText(QuestionnaireVersion version, String fileName, String content) {
    this.version = version;
    this.fileName = fileName;
    this.content = content;
    this.sha256 = Sha256.of(content);
  }

  String fileName() {
    return fileName;
  }

  String content() {
    return content;
  }

  /** Whether it is what was stored; files from before hashes were kept count as such. */
  boolean intact() {
    return sha256 == null || sha256.equals(Sha256.of(content));
  }
}
