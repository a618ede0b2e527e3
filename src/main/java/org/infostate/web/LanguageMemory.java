package org.infostate.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import org.infostate.text.ReadersLanguage;

/** Remembers for a year the language that an address asked for. */
@Provider
public class LanguageMemory implements ContainerResponseFilter {

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext in, ContainerResponseContext out) {
    ReadersLanguage.asked(request)
        .ifPresent(
            language ->
                out.getHeaders()
                    .add(
                        HttpHeaders.SET_COOKIE,
                        new NewCookie.Builder(ReadersLanguage.PARAMETER)
                            .value(language.tag())
                            .path("/")
                            .maxAge(YEAR_SECONDS)
                            .sameSite(NewCookie.SameSite.LAX)
                            .httpOnly(true)
                            .build()));
  }
}
