package org.infostate.questionnaire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a question asks for, under XLSForm's names. */
public enum QuestionType {
  TEXT,
  INTEGER,
  DECIMAL,
  DATE,
  SELECT_ONE,
  SELECT_MULTIPLE,
  /** Shows a text and asks nothing. */
  NOTE,
  /** Is computed from other answers. */
  CALCULATE,
  FILE;

  public static Optional<QuestionType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.xlsformName().equals(name)).findFirst();
  }

  /** As in the type column of an XLSForm. */
  public String xlsformName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean select() {
    return this == SELECT_ONE || this == SELECT_MULTIPLE;
  }

  /** Whether a person answers it. */
  public boolean answered() {
    return this != NOTE && this != CALCULATE;
  }
}
