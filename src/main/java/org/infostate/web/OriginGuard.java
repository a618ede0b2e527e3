package org.infostate.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.problem.ProblemKind;

/**
 * Protects against forged requests from other sites: whatever changes something and does not carry
 * a bearer token must come from a page of ours, as the browser itself says in {@code
 * Sec-Fetch-Site} or {@code Origin}, which pages can not forge. A request that says neither is
 * refused, unless it asks the API and brings no cookie. Together with the {@code SameSite=Lax}
 * cookie this needs no token in any form; see the decision record.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class OriginGuard implements ContainerRequestFilter {

  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())
        || bearer(request)
        || program(request)
        || ours(request)) {
      return;
    }
    throw ProblemKind.FOREIGN_ORIGIN.exception();
  }

  /** Browsers add no bearer token of their own accord, so another site can not borrow it. */
  private static boolean bearer(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith("Bearer ");
  }

  /**
   * The API signs nobody in, so a request to it that brings no cookie has nothing that another site
   * could borrow: it may do what anybody may.
   */
  private static boolean program(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith("api/")
        && request.getHeaderString(HttpHeaders.COOKIE) == null;
  }

  private boolean ours(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeaderString("Origin");
    return origin != null
        && (origin.equals(origin(URI.create(baseUrl)))
            || origin.equals(origin(request.getUriInfo().getBaseUri())));
  }

  private static String origin(URI uri) {
    String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }
}
