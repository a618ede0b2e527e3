package org.infostate.reporting;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.infostate.account.Account;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;

/** Standing orders over HTTP. */
@RequestScoped
@Path("api/v1/reports/standing-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandingOrdersResource {

  @Inject private StandingOrders standingOrders;
  @Inject private KeepStandingOrders keepStandingOrders;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  /**
   * What is to be made again and again.
   *
   * @param rhythm {@code weekly}, {@code monthly} or {@code quarterly}
   * @param first day as {@code 2026-12-01}, in UTC
   * @param readers sign-in names
   */
  public record NewOrder(ReportOrder order, String rhythm, String first, List<String> readers) {}

  /**
   * A standing order as the API gives it.
   *
   * @param problem why it could not be ordered the last time; null if it could
   */
  public record OrderBody(
      long id,
      ReportOrder order,
      String rhythm,
      LocalDate first,
      Instant next,
      List<String> readers,
      Integer problem,
      String createdBy) {}

  private OrderBody body(StandingOrder one) {
    return new OrderBody(
        one.id(),
        one.order(),
        one.rhythm().code(),
        one.firstDay(),
        one.nextAt(),
        keepStandingOrders.possibleReaders().stream()
            .filter(account -> one.readers().contains(account.id()))
            .map(Account::login)
            .toList(),
        one.failureNumber(),
        one.createdBy());
  }

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<OrderBody> all() {
    return standingOrders.all().stream().map(this::body).toList();
  }

  @POST
  @Transactional
  @Audited("standing_order.create")
  @RolesAllowed(Role.PLANNER)
  public Response take(NewOrder sent) {
    if (sent == null || sent.order() == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    StandingOrder taken =
        keepStandingOrders.take(
            sent.order(),
            sent.rhythm(),
            sent.first(),
            sent.readers(),
            ReadersLanguage.of(request),
            actor,
            clock.instant());
    return Response.created(URI.create("/api/v1/reports/standing-orders/" + taken.id()))
        .entity(body(taken))
        .build();
  }

  @GET
  @Path("{id: \\d+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public OrderBody one(@PathParam("id") long id) {
    return body(standingOrders.require(id));
  }

  @DELETE
  @Path("{id: \\d+}")
  @Transactional
  @Audited("standing_order.remove")
  @RolesAllowed(Role.PLANNER)
  public void remove(@PathParam("id") long id) {
    keepStandingOrders.remove(id);
  }
}
