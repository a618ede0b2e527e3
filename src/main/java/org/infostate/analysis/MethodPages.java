package org.infostate.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** The method of an assessment in question: how it is built, other weights, another assessment. */
@RequestScoped
@Path("assessments")
public class MethodPages {

  @Inject private Subjects subjects;
  @Inject private Assessments assessments;
  @Inject private Countries countries;
  @Inject private KeepWeights keepWeights;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  /** How the index is built, by its numbers. */
  @GET
  @Path("{id}/diagnostics")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View diagnostics(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Subject subject = subjects.of(id, year);
    return asked("analysis/diagnostics.jte", subject).with("view", DiagnosticsView.of(subject));
  }

  /** What other weights would give; nothing is stored. */
  @GET
  @Path("{id}/what-if")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response whatIf(
      @PathParam("id") long id, @QueryParam("year") Integer year, @Context UriInfo address) {
    Subject subject = subjects.of(id, year);
    MultivaluedMap<String, String> given = address.getQueryParameters();
    try {
      WhatIf whatIf =
          WhatIf.of(subject, WeightFields.of(given), new PostedFields(given).integer("groups"));
      return Response.ok(whatIf(subject, given, whatIf, List.of())).build();
    } catch (ProblemException e) {
      return refused(subject, given, e);
    }
  }

  /** Keeps other weights as a variant of the index and runs it, or shows what was refused. */
  @POST
  @Path("{id}/what-if")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("index.vary")
  @RolesAllowed(Role.PLANNER)
  public Response keep(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
    Subject subject = subjects.of(id, new PostedFields(posted).integer("year"));
    try {
      Assessment kept =
          keepWeights.keep(
              subject,
              new PostedFields(posted).text("name"),
              WeightFields.of(posted),
              Texts.in(ReadersLanguage.of(request)),
              actor);
      return Response.seeOther(URI.create(kept.path())).build();
    } catch (ProblemException e) {
      return refused(subject, posted, e);
    }
  }

  private Response refused(
      Subject subject, MultivaluedMap<String, String> given, ProblemException e) {
    return Response.status(e.first().kind().status())
        .entity(whatIf(subject, given, WhatIf.of(subject, Map.of(), null), e.problems()))
        .build();
  }

  private View whatIf(
      Subject subject,
      MultivaluedMap<String, String> given,
      WhatIf whatIf,
      List<Problem> problems) {
    return asked("analysis/what-if.jte", subject)
        .with("whatIf", whatIf)
        .with("given", given)
        .with("problems", problems);
  }

  /** Two assessments side by side; without a second one the choice of it. */
  @GET
  @Path("{id}/comparison")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View comparison(
      @PathParam("id") long id, @QueryParam("with") Long other, @QueryParam("year") Integer year) {
    Subject subject = subjects.of(id, year);
    return asked("analysis/comparison.jte", subject)
        .with(
            "choices",
            assessments.done().stream()
                .filter(one -> one.id() != id)
                .filter(one -> one.population() == subject.assessment().population())
                .filter(one -> (one.round() == null) == (subject.assessment().round() == null))
                .toList())
        .with("view", other == null ? null : ComparisonView.of(subject, subjects.of(other, null)));
  }

  private View asked(String template, Subject subject) {
    Map<String, Country> byCode =
        countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
    return View.of(template)
        .with("subject", subject)
        .with("names", assessments.names(subject.assessment()))
        .with("countries", byCode);
  }
}
