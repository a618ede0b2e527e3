package org.infostate.questionnaire;

import java.util.List;
import java.util.Locale;
import org.infostate.text.Language;

/**
 * One difference between two versions.
 *
 * @param subject name of the section, roster, question or list that it is about; empty for the
 *     questionnaire itself
 * @param choice code of the choice; null where it is about none
 * @param language of the text; null where it is about none
 * @param before what stood there: an expression, a text, a type, the name of a section; null for
 *     nothing
 * @param after what stands there now; null for nothing
 * @param questions names of the questions whose answers it concerns, in the order of the form
 * @param carry what happens to the answers of these questions; null where there are none to carry
 * @param series what happens to their series; null where it has no bearing on any
 */
public record Change(
    Kind kind,
    String subject,
    String choice,
    Language language,
    String before,
    String after,
    List<String> questions,
    Carry carry,
    Series series) {

  /** What sort of change, in the order in which they are shown. */
  public enum Kind {
    SECTION_ADDED,
    SECTION_REMOVED,
    SECTION_MOVED,
    ROSTER_ADDED,
    ROSTER_REMOVED,
    ROSTER_MOVED,
    QUESTION_ADDED,
    QUESTION_REMOVED,
    QUESTION_MOVED,
    TYPE,
    CHOICE_ADDED,
    CHOICE_REMOVED,
    CHOICE_MOVED,
    CHOICE_COLUMNS,
    RELEVANT,
    REQUIRED,
    CONSTRAINT,
    CALCULATION,
    CHOICE_FILTER,
    INDICATOR,
    REGISTER,
    EVIDENCE,
    CONFIDENTIALITY,
    REFERENCE,
    SOURCE_LANGUAGE,
    LANGUAGE_ADDED,
    LANGUAGE_REMOVED,
    TITLE,
    DESCRIPTION,
    LABEL,
    HINT,
    CONSTRAINT_MESSAGE,
    CHOICE_LABEL;

    /** As it stands in addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
