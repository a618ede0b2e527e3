package org.infostate.text;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/**
 * Which language a reader wants: what the address asks for ({@code ?lang=}), else what was asked
 * for last (a cookie), else what the browser prefers.
 */
public final class ReadersLanguage {

  public static final String PARAMETER = "lang";

  private ReadersLanguage() {}

  public static Language of(HttpServletRequest request) {
    return asked(request)
        .or(() -> remembered(request))
        .orElseGet(() -> Language.best(Collections.list(request.getLocales())));
  }

  /** What the address asks for. */
  public static Optional<Language> asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&"))
            .filter(part -> part.startsWith(PARAMETER + "="))
            .findFirst()
            .flatMap(part -> Language.of(part.substring(PARAMETER.length() + 1)));
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(PARAMETER))
            .findFirst()
            .flatMap(cookie -> Language.of(cookie.getValue()));
  }
}
