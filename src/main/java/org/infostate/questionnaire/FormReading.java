package org.infostate.questionnaire;

import java.util.List;
import java.util.Map;
import org.infostate.problem.Problem;

/**
 * A form as it was read.
 *
 * @param warnings what its author had better look at, in the order of the form
 */
public record FormReading(Form form, List<Problem> warnings) {

  /**
   * Reads a version.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}
   * @throws org.infostate.problem.ProblemException with everything that is wrong
   */
  public static FormReading of(Map<String, String> files) {
    return FormFile.reading(files);
  }
}
