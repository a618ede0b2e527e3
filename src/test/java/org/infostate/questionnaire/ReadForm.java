package org.infostate.questionnaire;

import java.util.List;
import java.util.Map;

/** Forms for the tests of other packages. */
public final class ReadForm {

  private ReadForm() {}

  /** The form of these files, by name; see {@code questionnaires/README.md}. */
  public static Form of(Map<String, String> files) {
    return FormFile.read(files);
  }

  /** All forms that ship with the program. */
  public static List<Form> shipped() {
    return ShippedFiles.forms().stream().map(FormFile::read).toList();
  }

  /** A form that ships with the program. */
  public static Form shipped(String code) {
    return shipped().stream().filter(form -> form.code().equals(code)).findFirst().orElseThrow();
  }
}
