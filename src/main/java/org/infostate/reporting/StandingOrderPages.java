package org.infostate.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infostate.account.Account;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** Standing orders as a page: what is made again and again, and one more of them. */
@RequestScoped
@Path("reports/standing-orders")
public class StandingOrderPages {

  private static final String ADDRESS = "/reports/standing-orders";

  @Inject private StandingOrders standingOrders;
  @Inject private KeepStandingOrders keepStandingOrders;
  @Inject private OrderForm orderForm;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    return all(new MultivaluedHashMap<>(), List.of());
  }

  private View all(MultivaluedMap<String, String> posted, List<Problem> problems) {
    Language language = ReadersLanguage.of(request);
    List<Account> readers = keepStandingOrders.possibleReaders();
    Map<Long, String> names =
        readers.stream().collect(Collectors.toMap(Account::id, Account::name));
    return orderForm
        .on(View.of("reporting/standing-orders.jte"), posted, language)
        .with("orders", standingOrders.all())
        .with("readers", readers)
        .with("names", names)
        .with("problems", problems);
  }

  /** Takes a standing order, or shows again what was refused. */
  @POST
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("standing_order.create")
  @RolesAllowed(Role.PLANNER)
  public Response take(MultivaluedMap<String, String> posted) {
    try {
      keepStandingOrders.take(
          orderForm.order(posted),
          posted.getFirst("rhythm"),
          posted.getFirst("first"),
          posted.get("readers"),
          ReadersLanguage.of(request),
          actor,
          clock.instant());
      return saved();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(all(posted, e.problems())).build();
    }
  }

  @POST
  @Path("{id: \\d+}/removal")
  @Transactional
  @Audited("standing_order.remove")
  @RolesAllowed(Role.PLANNER)
  public Response remove(@PathParam("id") long id) {
    keepStandingOrders.remove(id);
    return saved();
  }

  private static Response saved() {
    return Response.seeOther(URI.create(ADDRESS + "?notice=common.notice.saved")).build();
  }
}
