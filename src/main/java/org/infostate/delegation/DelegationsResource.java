package org.infostate.delegation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.response.Delegation;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The handing over of sections over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DelegationsResource {

  @Inject private Responses responses;
  @Inject private HandOver handOver;
  @Inject private DelegationEvents events;
  @Inject private Accounts accounts;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  /**
   * What is handed to whom.
   *
   * @param name and language are for a new account; may be missing
   */
  public record Handing(List<String> sections, String email, String name, String language) {}

  /** A section that was handed over. */
  public record Handed(
      long id,
      String section,
      String login,
      String name,
      String email,
      boolean complete,
      Instant handedAt,
      Instant completedAt) {}

  /** What happened to one. */
  public record Step(
      String section, String login, String step, String comment, String by, Instant at) {}

  /** What is said when a section is reopened. */
  public record Remark(String comment) {}

  /** Contributors see their own. */
  @GET
  @Path("{iso3}/delegations")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public List<Handed> all(@PathParam("iso3") String iso3) {
    return handOver.of(require(iso3), actor).stream().map(this::body).toList();
  }

  @GET
  @Path("{iso3}/delegations/history")
  @RolesAllowed(Role.FOCAL_POINT)
  public List<Step> history(@PathParam("iso3") String iso3) {
    return events.of(require(iso3)).stream()
        .map(
            e ->
                new Step(
                    e.section(),
                    accounts.find(e.accountId()).map(Account::login).orElse("-"),
                    e.step().code(),
                    e.remark(),
                    e.doneBy(),
                    e.doneAt()))
        .toList();
  }

  /** Hands sections over by e-mail address; a new one gets an account and a link by mail. */
  @POST
  @Path("{iso3}/delegations")
  @Transactional
  @Audited("section.delegate")
  @RolesAllowed(Role.FOCAL_POINT)
  public jakarta.ws.rs.core.Response hand(@PathParam("iso3") String iso3, Handing handing) {
    if (handing == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    List<Delegation> handed =
        handOver.hand(
            require(iso3),
            handing.sections() == null ? List.of() : handing.sections(),
            new HandOver.Contributor(
                handing.email(),
                handing.name(),
                Language.of(handing.language() == null ? "" : handing.language())
                    .orElse(ReadersLanguage.of(request))),
            actor,
            clock.instant());
    return jakarta.ws.rs.core.Response.status(jakarta.ws.rs.core.Response.Status.CREATED)
        .entity(handed.stream().map(this::body).toList())
        .build();
  }

  @DELETE
  @Path("{iso3}/delegations/{id}")
  @Transactional
  @Audited("section.takeBack")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.FOCAL_POINT)
  public void takeBack(@PathParam("iso3") String iso3, @PathParam("id") long id) {
    handOver.takeBack(require(iso3), id, actor, clock.instant());
  }

  @POST
  @Path("{iso3}/delegations/{id}/completion")
  @Transactional
  @Audited("section.complete")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public Handed complete(@PathParam("iso3") String iso3, @PathParam("id") long id) {
    return body(handOver.complete(require(iso3), id, actor, clock.instant()));
  }

  /** Undoes it: by the contributor. */
  @DELETE
  @Path("{iso3}/delegations/{id}/completion")
  @Transactional
  @Audited("section.reopen")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public void undo(@PathParam("iso3") String iso3, @PathParam("id") long id) {
    handOver.reopen(require(iso3), id, null, actor, clock.instant());
  }

  /** Undoes it with a remark: by the focal point. */
  @POST
  @Path("{iso3}/delegations/{id}/reopening")
  @Transactional
  @Audited("section.reopen")
  @RolesAllowed(Role.FOCAL_POINT)
  public Handed reopen(@PathParam("iso3") String iso3, @PathParam("id") long id, Remark remark) {
    String comment = remark == null ? null : remark.comment();
    return body(handOver.reopen(require(iso3), id, comment, actor, clock.instant()));
  }

  private Handed body(Delegation it) {
    Account account = accounts.find(it.accountId()).orElseThrow();
    return new Handed(
        it.id(),
        it.section(),
        account.login(),
        account.name(),
        account.email(),
        it.complete(),
        it.handedAt(),
        it.completedAt());
  }

  private Response require(String iso3) {
    return responses.require(round, iso3, actor);
  }
}
