package org.infostate.assessment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.Collator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.diagnostics.Profile;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Rounds;
import org.infostate.scoring.Result;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The list of assessments with the form that runs one, the page of each, and of its countries. */
@RequestScoped
@Path("assessments")
public class AssessmentPages {

  /** Seconds after which the page of a running assessment is loaded again. */
  private static final int LOOK_AGAIN = 3;

  private static final int MOST_CHANCES = 5;

  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private Indices indices;
  @Inject private RunAssessment runAssessment;
  @Inject private FrozenRuns frozen;
  @Inject private AnswersBehind answersBehind;
  @Inject private Rounds rounds;
  @Inject private Countries countries;
  @Inject private Event<AssessmentShown> pageShown;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    return all(new MultivaluedHashMap<>(), List.of());
  }

  private View all(MultivaluedMap<String, String> posted, List<Problem> problems) {
    return View.of("assessment/assessments.jte")
        .with("assessments", assessments.all())
        .with("indices", indices.all())
        .with("rounds", rounds.all(actor))
        .with("infoStates", assessments.done().stream().filter(a -> a.round() == null).toList())
        .with("posted", posted)
        .with("problems", problems);
  }

  /** Starts a run, or shows again what was refused. */
  @POST
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("assessment.run")
  @RolesAllowed(Role.PLANNER)
  public Response run(MultivaluedMap<String, String> posted) {
    try {
      Assessment assessment = runAssessment.start(order(posted), actor);
      return Response.seeOther(URI.create(assessment.path())).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(all(posted, e.problems())).build();
    }
  }

  private static RunOrder order(MultivaluedMap<String, String> posted) {
    String[] index = String.valueOf(posted.getFirst("index")).split("/", 2);
    return new RunOrder(
        index[0],
        index.length > 1 ? integer("index", index[1]) : null,
        given(posted, "round"),
        given(posted, "population"),
        given(posted, "name"),
        integer("firstYear", given(posted, "firstYear")),
        integer("lastYear", given(posted, "lastYear")),
        posted.containsKey("submittedToo"),
        given(posted, "values"),
        given(posted, "infoStates") == null
            ? null
            : (long) integer("infoStates", given(posted, "infoStates")),
        null);
  }

  /** What was posted in a field; null where it is blank. */
  private static String given(MultivaluedMap<String, String> posted, String field) {
    String text = posted.getFirst(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Integer integer(String field, String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question(field), field).exception();
    }
    return Integer.valueOf(text);
  }

  /** An assessment: how far it is, why it failed, or what it came to. */
  @GET
  @Path("{id}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response one(
      @PathParam("id") long id,
      @QueryParam("year") Integer year,
      @QueryParam("sort") @DefaultValue(LeagueTable.RANK) String sort,
      @QueryParam("order") @DefaultValue("asc") String order,
      @QueryParam("group") Integer group) {
    Assessment assessment = assessments.require(id);
    return switch (assessment.state()) {
      case RUNNING -> Response.ok(unfinished(assessment)).header("Refresh", LOOK_AGAIN).build();
      case FAILED -> Response.ok(unfinished(assessment)).build();
      case DONE -> Response.ok(done(assessment, year, sort, order.equals("desc"), group)).build();
    };
  }

  private static View unfinished(Assessment assessment) {
    return View.of("assessment/unfinished.jte").with("assessment", assessment);
  }

  private View done(
      Assessment assessment, Integer wanted, String sort, boolean descending, Integer group) {
    List<Integer> years = tables.years(assessment.id());
    Integer year = year(years, wanted);
    Map<String, Country> byCode = byCode();
    Language language = ReadersLanguage.of(request);
    Collator collator = Collator.getInstance(language.locale());
    IndexFile file = assessment.index();
    LeagueTable league =
        LeagueTable.of(
            file.index(),
            tables.scores(assessment.id(), year),
            tables.cases(assessment.id(), year));
    View view =
        View.of("assessment/assessment.jte")
            .with("assessment", assessment)
            .with("index", file.index())
            .with("names", assessments.names(assessment))
            .with("league", league)
            .with(
                "shown",
                league
                    .in(group)
                    .sorted(
                        sort,
                        descending,
                        line -> collator.getCollationKey(byCode.get(line.iso3()).name(language))))
            .with("order", new LeagueOrder(assessment.path(), year, sort, descending, group))
            .with("years", years)
            .with("countries", byCode)
            .with(
                "infoStates",
                tables.infoStates(assessment.id()).stream()
                    .filter(state -> year == null || year.equals(state.year()))
                    .toList())
            .with("notes", tables.notes(assessment.id()));
    AssessmentShown shown = AssessmentShown.of(assessment, year);
    pageShown.fire(shown);
    for (Map.Entry<String, Object> part : shown.parts().entrySet()) {
      view = view.with(part.getKey(), part.getValue());
    }
    return view;
  }

  /** The year that is asked for, else the last; null where there are none. */
  private static Integer year(List<Integer> years, Integer wanted) {
    if (years.isEmpty()) {
      return null;
    }
    if (wanted != null && !years.contains(wanted)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return wanted == null ? years.get(years.size() - 1) : wanted;
  }

  private Map<String, Country> byCode() {
    return countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
  }

  /** One country of an assessment: where its score comes from and what is missing. */
  @GET
  @Path("{id}/countries/{iso3}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View country(
      @PathParam("id") long id,
      @PathParam("iso3") String iso3,
      @QueryParam("year") Integer wanted) {
    Assessment assessment = assessments.requireDone(id);
    Integer year = year(tables.years(id), wanted);
    List<Score> scores = tables.scores(id, iso3, year);
    AssessedCase assessed =
        tables.cases(id, year).stream()
            .filter(one -> one.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    IndexFile file = assessment.index();
    Explanation explanation = scores.isEmpty() ? null : Explanation.of(file.index(), scores);
    return View.of("assessment/country.jte")
        .with("assessment", assessment)
        .with("index", file.index())
        .with("names", assessments.names(assessment))
        .with("country", countries.find(iso3).orElseThrow(ProblemKind.NOT_FOUND::exception))
        .with("assessed", assessed)
        .with("year", year)
        .with("explanation", explanation)
        .with("profile", explanation == null ? null : profile(assessment, iso3, year))
        .with("answers", answersBehind.of(assessment, assessed, actor, ReadersLanguage.of(request)))
        .with("chances", explanation == null ? List.of() : explanation.chances(MOST_CHANCES))
        .with(
            "series",
            year == null ? List.of() : tables.series(id, file.index().root().code(), iso3));
  }

  /** Where a country stands among all of the same year; null where it has no scores. */
  private Profile profile(Assessment assessment, String iso3, Integer year) {
    Result result = frozen.result(assessment);
    int row = result.scores().row(iso3, year);
    return row < 0 ? null : Profile.of(result, row, other -> true);
  }
}
