package org.infostate.questionnaire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may read an answer beside the country that gave it. */
public enum Confidentiality {
  /** Published once the response is accepted. */
  PUBLIC,
  /** Read by reviewers and planners, never published. */
  OFFICIAL,
  /** As official, and left out of every workbook and report that goes to others. */
  CONFIDENTIAL;

  public static Optional<Confidentiality> of(String name) {
    return Arrays.stream(values()).filter(each -> each.code().equals(name)).findFirst();
  }

  /** As it stands in files and addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
