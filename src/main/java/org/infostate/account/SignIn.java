package org.infostate.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: the bearer token of the request, else the session. It never refuses; what
 * needs a role is refused where the role is named. The session id changes at sign-in.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

  private static final String SESSION_ACCOUNT = "account";
  private static final String REQUEST_ACTOR = Actor.class.getName();
  private static final String BEARER = "Bearer ";

  @Inject private Accounts accounts;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<Actor> actor = byToken(request).or(() -> bySession(request));
    if (actor.isEmpty()) {
      return context.doNothing();
    }
    request.setAttribute(REQUEST_ACTOR, actor.get());
    return context.notifyContainerAboutLogin(actor.get(), Set.of(actor.get().role()));
  }

  private Optional<Actor> byToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header == null || !header.startsWith(BEARER)
        ? Optional.empty()
        : accounts.ofToken(header.substring(BEARER.length()).strip());
  }

  private Optional<Actor> bySession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object id = session == null ? null : session.getAttribute(SESSION_ACCOUNT);
    return id == null
        ? Optional.empty()
        : accounts.find((Long) id).filter(Account::enabled).map(Account::actor);
  }

  /** Opens a session for this person, under a new id. */
  static void open(HttpServletRequest request, Account account) {
    request.getSession(true).setAttribute(SESSION_ACCOUNT, account.id());
    request.changeSessionId();
  }

  static void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Who asks, in this request. */
  public static Actor actor(HttpServletRequest request) {
    Object actor = request.getAttribute(REQUEST_ACTOR);
    return actor == null ? Actor.NOBODY : (Actor) actor;
  }

  @Produces
  @Dependent
  Actor produce(HttpServletRequest request) {
    return actor(request);
  }
}
