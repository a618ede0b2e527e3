package org.infostate.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.mail.Letter;
import org.infostate.mail.MailMessage;
import org.infostate.mail.Outbox;
import org.infostate.page.View;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** Signing in and out, the one-time link, one's own tokens, and the administrator's accounts. */
@RequestScoped
@Path("")
public class AccountPages {

  private static final int MOST_TOKEN_DAYS = 366;

  @Inject private Accounts accounts;
  @Inject private Countries countries;
  @Inject private Outbox outbox;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @GET
  @Path("sign-in")
  @PermitAll
  public View signIn(@QueryParam("to") String to) {
    return KeptPost.page(local(to), Map.of()).with("problem", null);
  }

  @POST
  @Path("sign-in")
  @PermitAll
  public Response signIn(MultivaluedMap<String, String> posted) {
    String to = local(posted.getFirst("to"));
    Map<String, List<String>> carried = KeptPost.carried(posted);
    try {
      SignIn.open(request, accounts.signIn(posted.getFirst("login"), posted.getFirst("password")));
      return carried.isEmpty()
          ? Response.seeOther(URI.create(to)).build()
          : Response.ok(KeptPost.again(to, carried)).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status())
          .entity(KeptPost.page(to, carried).with("problem", e.first()))
          .build();
    }
  }

  @POST
  @Path("sign-out")
  @PermitAll
  public Response signOut() {
    SignIn.close(request);
    return Response.seeOther(URI.create("/")).build();
  }

  @GET
  @Path("welcome/{secret}")
  @PermitAll
  public View welcome(@PathParam("secret") String secret) {
    return View.of("account/welcome.jte")
        .with("login", accounts.ofPasswordLink(secret).login())
        .with("problem", null);
  }

  @POST
  @Path("welcome/{secret}")
  @PermitAll
  public Response welcome(
      @PathParam("secret") String secret, @FormParam("password") String password) {
    try {
      SignIn.open(request, accounts.setPassword(secret, password));
      return Response.seeOther(URI.create("/?notice=common.notice.password_set")).build();
    } catch (ProblemException e) {
      if (e.first().kind() != ProblemKind.PASSWORD_WEAK) {
        throw e;
      }
      return Response.status(e.first().kind().status())
          .entity(
              View.of("account/welcome.jte")
                  .with("login", accounts.ofPasswordLink(secret).login())
                  .with("problem", e.first()))
          .build();
    }
  }

  @GET
  @Path("account")
  @RolesAllowed({
    Role.FOCAL_POINT,
    Role.CONTRIBUTOR,
    Role.REVIEWER,
    Role.PLANNER,
    Role.RESEARCHER,
    Role.ADMINISTRATOR
  })
  public View own() {
    return own(null);
  }

  /**
   * Chooses the zone of one's times.
   *
   * @param to where to go on; one's own page by default
   */
  @POST
  @Path("account/zone")
  @Transactional
  @Audited("account.readIn")
  @RolesAllowed({
    Role.FOCAL_POINT,
    Role.CONTRIBUTOR,
    Role.REVIEWER,
    Role.PLANNER,
    Role.RESEARCHER,
    Role.ADMINISTRATOR
  })
  public Response chooseZone(
      @FormParam("zone") String zone, @FormParam("to") @DefaultValue("/account") String to) {
    accounts.readIn(actor.accountId(), zone);
    String path = local(to);
    return Response.seeOther(
            URI.create(path + (path.contains("?") ? "&" : "?") + "notice=common.notice.saved"))
        .build();
  }

  @POST
  @Path("account/tokens")
  @Transactional
  @Audited("token.create")
  @RolesAllowed({
    Role.FOCAL_POINT,
    Role.CONTRIBUTOR,
    Role.REVIEWER,
    Role.PLANNER,
    Role.RESEARCHER,
    Role.ADMINISTRATOR
  })
  public View createToken(
      @FormParam("label") @DefaultValue("") String label,
      @FormParam("days") @DefaultValue("90") int days) {
    if (days < 1 || days > MOST_TOKEN_DAYS) {
      throw ProblemKind.BAD_PARAMETER.exception("days");
    }
    Account account = accounts.find(actor.accountId()).orElseThrow();
    String shown = label.length() > 100 ? label.substring(0, 100) : label;
    return own(accounts.token(account, shown, Duration.ofDays(days)));
  }

  @POST
  @Path("account/tokens/{id}/removal")
  @Transactional
  @Audited("token.remove")
  @RolesAllowed({
    Role.FOCAL_POINT,
    Role.CONTRIBUTOR,
    Role.REVIEWER,
    Role.PLANNER,
    Role.RESEARCHER,
    Role.ADMINISTRATOR
  })
  public Response removeToken(@PathParam("id") long id) {
    accounts.removeToken(actor.accountId(), id);
    return Response.seeOther(URI.create("/account?notice=common.notice.token_removed")).build();
  }

  private View own(String newToken) {
    return View.of("account/own.jte")
        .with("zones", Accounts.zones())
        .with("account", accounts.find(actor.accountId()).orElseThrow())
        .with("tokens", accounts.tokens(actor.accountId()))
        .with("newToken", newToken);
  }

  @GET
  @Path("accounts")
  @RolesAllowed(Role.ADMINISTRATOR)
  public View all() {
    return all(null, null);
  }

  @POST
  @Path("accounts")
  @Transactional
  @Audited("account.create")
  @RolesAllowed(Role.ADMINISTRATOR)
  public View create(
      @FormParam("login") String login,
      @FormParam("name") String name,
      @FormParam("email") String email,
      @FormParam("role") String role,
      @FormParam("country") @DefaultValue("") String country,
      @FormParam("language") @DefaultValue("en") String languageTag) {
    Language language = Language.of(languageTag).orElse(Language.EN);
    String iso3 = country.isBlank() ? null : country;
    if (iso3 != null && countries.find(iso3).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.exception("country");
    }
    Account account = accounts.create(login, name, email, role, iso3, language);
    return invited(account);
  }

  @POST
  @Path("accounts/{login}/link")
  @Transactional
  @Audited("account.link")
  @RolesAllowed(Role.ADMINISTRATOR)
  public View link(@PathParam("login") String login) {
    return invited(accounts.find(login).orElseThrow(ProblemKind.NOT_FOUND::exception));
  }

  @POST
  @Path("accounts/{login}/closing")
  @Transactional
  @Audited("account.disable")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response disable(@PathParam("login") String login) {
    Account account = accounts.find(login).orElseThrow(ProblemKind.NOT_FOUND::exception);
    if (account.id().equals(actor.accountId())) {
      throw ProblemKind.NOT_ALLOWED.exception();
    }
    account.disable();
    return Response.seeOther(URI.create("/accounts?notice=common.notice.saved")).build();
  }

  @POST
  @Path("accounts/{login}/opening")
  @Transactional
  @Audited("account.enable")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response enable(@PathParam("login") String login) {
    accounts.find(login).orElseThrow(ProblemKind.NOT_FOUND::exception).enable();
    return Response.seeOther(URI.create("/accounts?notice=common.notice.saved")).build();
  }

  private View invited(Account account) {
    String link = baseUrl + "/welcome/" + accounts.passwordLink(account);
    Texts texts = Texts.in(account.language());
    outbox.post(
        new Letter(
            MailMessage.Topic.ACCOUNT,
            Letter.Purpose.ACCOUNT,
            null,
            account.iso3(),
            account.email(),
            account.language(),
            texts.text("account.mail.subject"),
            texts.text("account.mail.body", account.name(), account.login(), link),
            null));
    return all(account, link);
  }

  private View all(Account invited, String link) {
    return View.of("account/accounts.jte")
        .with("accounts", accounts.all())
        .with("countries", countries.all(ReadersLanguage.of(request)))
        .with("invited", invited)
        .with("link", link);
  }

  /** An address on this server; whatever leads elsewhere becomes the start page. */
  private static String local(String to) {
    boolean ours =
        to != null
            && to.startsWith("/")
            && !to.startsWith("//")
            && !to.contains("\\")
            && to.chars().noneMatch(c -> c < ' ');
    return ours ? to : "/";
  }
}
