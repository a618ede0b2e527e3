package org.infostate.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One file of a version, verbatim. Translations may be corrected, {@code form.yaml} may not. */
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

  protected QuestionnaireText() {}

  QuestionnaireText(QuestionnaireVersion version, String fileName, String content) {
    this.version = version;
    this.fileName = fileName;
    this.content = content;
  }

  String fileName() {
    return fileName;
  }

  String content() {
    return content;
  }

  void correct(String corrected) {
    if (fileName.equals(FormFile.FORM)) {
      throw new IllegalStateException("a published form never changes");
    }
    content = corrected;
  }
}
