package org.infostate.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.page.View;

/**
 * What somebody posted after the session had ended. It travels as hidden fields through the sign-in
 * and waits on a page of its own until the person sends it again, so nothing that was typed is lost
 * and nothing is stored for somebody who is not signed in.
 */
public final class KeptPost {

  private static final String PREFIX = "again.";

  private KeptPost() {}

  /** The sign-in page that carries what was posted. */
  public static View signIn(HttpServletRequest request, String to) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(PREFIX + name, List.of(values)));
    return page(to, fields).with("problem", null);
  }

  static View page(String to, Map<String, List<String>> fields) {
    return View.of("account/sign-in.jte").with("to", to).with("fields", fields);
  }

  /** What the sign-in page carried, under the names with which it was carried. */
  static Map<String, List<String>> carried(MultivaluedMap<String, String> posted) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    posted.forEach(
        (name, values) -> {
          if (name.startsWith(PREFIX)) {
            fields.put(name, values);
          }
        });
    return fields;
  }

  /** The page on which it is sent again, now that the person is signed in. */
  static View again(String to, Map<String, List<String>> carried) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    carried.forEach((name, values) -> fields.put(name.substring(PREFIX.length()), values));
    return View.of("account/again.jte").with("to", to).with("fields", fields);
  }
}
