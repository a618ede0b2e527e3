package org.infostate.analysis;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights as they stand in addresses and forms: {@code w.laws=2}. */
final class WeightFields {

  private static final String PREFIX = "w.";

  private WeightFields() {}

  /**
   * The weights by element; fields left empty are left out.
   *
   * @throws org.infostate.problem.ProblemException if one is no number
   */
  static Map<String, Double> of(MultivaluedMap<String, String> given) {
    PostedFields fields = new PostedFields(new MultivaluedHashMap<>(given));
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String field : given.keySet()) {
      if (field.startsWith(PREFIX) && fields.text(field) != null) {
        weights.put(field.substring(PREFIX.length()), fields.number(field));
      }
    }
    return weights;
  }
}
