package org.infostate.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.infostate.account.Actor;
import org.infostate.account.SignIn;

/**
 * Tells Jersey the role of the signed-in person: the account's own, without any mapping between.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CallerRole implements ContainerRequestFilter {

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    Actor actor = SignIn.actor(request);
    context.setSecurityContext(new Caller(actor, request.isSecure()));
  }

  /** The caller of one request. */
  private record Caller(Actor actor, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return actor.signedIn() ? actor : null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return actor.is(role);
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return null;
    }
  }
}
