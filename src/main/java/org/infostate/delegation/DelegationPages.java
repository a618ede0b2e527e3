package org.infostate.delegation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemException;
import org.infostate.response.Response;
import org.infostate.response.ResponsePages;
import org.infostate.response.Responses;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The buttons of the overview that hand sections over, and of contributors who are done. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class DelegationPages {

  @Inject private Responses responses;
  @Inject private ResponsePages responsePages;
  @Inject private HandOver handOver;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  @POST
  @Path("delegations")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("section.delegate")
  @RolesAllowed(Role.FOCAL_POINT)
  public jakarta.ws.rs.core.Response hand(
      @FormParam("section") List<String> sections,
      @FormParam("email") String email,
      @FormParam("name") String name,
      @FormParam("language") @DefaultValue("") String language) {
    return orShownAgain(
        response ->
            handOver.hand(
                response,
                sections,
                new HandOver.Contributor(
                    email, name, Language.of(language).orElse(ReadersLanguage.of(request))),
                actor,
                clock.instant()));
  }

  @POST
  @Path("delegations/{id}/removal")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("section.takeBack")
  @RolesAllowed(Role.FOCAL_POINT)
  public jakarta.ws.rs.core.Response takeBack(@PathParam("id") long id) {
    return orShownAgain(response -> handOver.takeBack(response, id, actor, clock.instant()));
  }

  @POST
  @Path("delegations/{id}/completion")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("section.complete")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response complete(@PathParam("id") long id) {
    return orShownAgain(response -> handOver.complete(response, id, actor, clock.instant()));
  }

  @POST
  @Path("delegations/{id}/reopening")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("section.reopen")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response reopen(
      @PathParam("id") long id, @FormParam("comment") String comment) {
    return orShownAgain(response -> handOver.reopen(response, id, comment, actor, clock.instant()));
  }

  private interface Step {
    void on(Response response);
  }

  /** Back to the overview, or the overview again with what was refused. */
  private jakarta.ws.rs.core.Response orShownAgain(Step step) {
    Response response = responses.require(round, iso3, actor);
    try {
      step.on(response);
    } catch (ProblemException e) {
      return jakarta.ws.rs.core.Response.status(e.first().kind().status())
          .entity(responsePages.overview(response, e.problems()))
          .build();
    }
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(response.path() + "?notice=common.notice.saved#delegations"))
        .build();
  }
}
