package org.infostate.analysis;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/** What was written into the fields of a form; blank fields are null. */
record PostedFields(MultivaluedMap<String, String> posted) {

  String text(String field) {
    String text = posted.getFirst(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** All that was chosen under one name. */
  List<String> all(String field) {
    return posted.getOrDefault(field, List.of());
  }

  /**
   * @throws org.infostate.problem.ProblemException if it is no whole number
   */
  Integer integer(String field) {
    String text = text(field);
    if (text != null && !text.matches("-?\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question(field), text).exception();
    }
    return text == null ? null : Integer.valueOf(text);
  }

  /**
   * A number with a point or a comma.
   *
   * @throws org.infostate.problem.ProblemException if it is none
   */
  Double number(String field) {
    String text = text(field);
    if (text != null && !text.matches("-?\\d{1,12}([.,]\\d{1,12})?")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question(field), text).exception();
    }
    return text == null ? null : Double.valueOf(text.replace(',', '.'));
  }

  /** A percentage as a share. */
  Double share(String field) {
    Double percent = number(field);
    return percent == null ? null : percent / 100;
  }
}
