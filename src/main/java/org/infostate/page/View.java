package org.infostate.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page to be drawn: returned by the methods of {@code ...Pages} classes, with any HTTP status.
 *
 * @param template path below {@code src/main/jte}, such as {@code round/round.jte}
 * @param model parameters of the template by name
 */
public record View(String template, Map<String, Object> model) {

  public static View of(String template) {
    return new View(template, Map.of());
  }

  /** The same page with one parameter more; the value may be null. */
  public View with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(model);
    more.put(name, value);
    return new View(template, more);
  }
}
