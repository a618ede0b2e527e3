package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Round;
import org.infostate.round.Rounds;
import org.infostate.text.ReadersLanguage;

/** The page of a round: its countries and how far each is. */
@RequestScoped
@Path("rounds")
public class RoundProgressPages {

  @Inject private Rounds rounds;
  @Inject private Responses responses;
  @Inject private Countries countries;
  @Inject private Accounts accounts;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  @GET
  @Path("{round}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View progress(@PathParam("round") String code) {
    Round round = rounds.find(code, actor).orElseThrow(ProblemKind.NOT_FOUND::exception);
    List<Response> found = responses.of(round, actor);
    return View.of("round/round.jte")
        .with("round", round)
        .with("responses", found)
        .with("answered", responses.answered(round))
        .with("names", names())
        .with("withoutFocalPoint", actor.is(Role.PLANNER) ? withoutFocalPoint(round) : List.of());
  }

  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Country country : countries.all(ReadersLanguage.of(request))) {
      names.put(country.iso3(), country.name(ReadersLanguage.of(request)));
    }
    return names;
  }

  private List<String> withoutFocalPoint(Round round) {
    return round.countries().stream()
        .map(country -> country.iso3())
        .filter(iso3 -> accounts.of(Role.FOCAL_POINT, iso3).isEmpty())
        .toList();
  }
}
