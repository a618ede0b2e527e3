package org.infostate.response;

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
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.AuditTrail;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Section;
import org.infostate.text.ReadersLanguage;

/** The pages of a response: its overview, one page a section, and its way to the reviewer. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class ResponsePages {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private Accounts accounts;
  @Inject private Countries countries;
  @Inject private Event<ResponseShown> pageShown;
  @Inject private Event<SectionPosted> sectionPosted;
  @Inject private Actor actor;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View overview() {
    return overview(responses.require(round, iso3, actor), List.of());
  }

  /** The overview with what was refused just now. */
  public View overview(Response response, List<Problem> problems) {
    View view =
        View.of("response/overview.jte")
            .with("response", response)
            .with("country", countries.find(response.iso3()).orElseThrow())
            .with("forms", filledForms.of(response))
            .with("visible", filledForms.visible(response, actor))
            .with("events", responses.events(response))
            .with("delegations", responses.delegations(response))
            .with("contributors", accounts.of(Role.CONTRIBUTOR, response.iso3()))
            .with("open", editable(response))
            .with("locked", locked(response))
            .with("problems", problems);
    for (Map.Entry<String, Object> part : parts(response, null).entrySet()) {
      view = view.with(part.getKey(), part.getValue());
    }
    return view;
  }

  /** What other capabilities want to be shown. */
  private Map<String, Object> parts(Response response, Section section) {
    ResponseShown shown = ResponseShown.to(actor, response, section);
    pageShown.fire(shown);
    return shown.parts();
  }

  /** Null where the reader may answer. */
  private Locked locked(Response response) {
    return Locked.of(response, actor, clock.instant()).orElse(null);
  }

  private boolean editable(Response response) {
    return Role.ofCountry(actor.role()) && response.open(clock.instant());
  }

  @GET
  @Path("{section}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View section(@PathParam("section") String section) {
    Response response = responses.require(round, iso3, actor);
    return section(response, section, PostedAnswers.NONE, Map.of());
  }

  private View section(
      Response response, String name, PostedAnswers posted, Map<AnswerKey, Problem> problems) {
    Set<String> visible = filledForms.visible(response, actor);
    List<FilledForm> forms = filledForms.of(response);
    List<String> order = new ArrayList<>();
    FilledForm owner = null;
    Section found = null;
    for (FilledForm form : forms) {
      for (Section section : form.form().sections()) {
        if (visible.contains(section.name()) && form.asked(section)) {
          order.add(section.name());
        }
        if (section.name().equals(name)) {
          owner = form;
          found = section;
        }
      }
    }
    if (found == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    if (!visible.contains(name)) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
    int place = order.indexOf(name);
    return View.of("response/section.jte")
        .with("response", response)
        .with("country", countries.find(iso3).orElseThrow())
        .with(
            "shown",
            new ShownSection(
                owner,
                found,
                response.path(),
                editable(response),
                posted.given(),
                posted.bases(),
                problems,
                responses.evidence(response),
                parts(response, found)))
        .with("locked", locked(response))
        .with("titles", titles(forms))
        .with("before", place > 0 ? order.get(place - 1) : null)
        .with("after", place >= 0 && place + 1 < order.size() ? order.get(place + 1) : null);
  }

  private Map<String, String> titles(List<FilledForm> forms) {
    Map<String, String> titles = new HashMap<>();
    for (FilledForm form : forms) {
      for (Section section : form.form().sections()) {
        titles.put(section.name(), form.form().label(section.name(), ReadersLanguage.of(request)));
      }
    }
    return titles;
  }

  /**
   * Saves the page: what passes is kept, what does not is shown again with its problem. The buttons
   * {@code add} and {@code remove} change rosters after saving.
   */
  @POST
  @Path("{section}")
  @Transactional
  @RepeatedOnConflict
  @Audited("answers.save")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response save(
      @PathParam("section") String name, MultivaluedMap<String, String> fields) {
    Response response = responses.require(round, iso3, actor);
    Section section =
        FilledForms.section(filledForms.forms(response), name)
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    PostedAnswers posted = PostedAnswers.of(fields, responses.keys(response, section));
    Map<AnswerKey, Given> changed = saveAnswers.changed(response, posted.given(), posted.bases());
    SaveAnswers.Outcome outcome =
        saveAnswers.save(
            response,
            changed,
            posted.bases(),
            actor,
            Via.PAGE,
            ReadersLanguage.of(request),
            clock.instant());
    sectionPosted.fire(new SectionPosted(response, section, fields, actor, clock.instant()));
    String anchor = changeRows(response, fields);
    if (!outcome.problems().isEmpty()) {
      // A refusal leaves no entry of its own, but what passed is stored.
      if (anchor != null || !outcome.saved().isEmpty()) {
        trail.record(actor.login(), "answers.save", request.getRequestURI());
      }
      return jakarta.ws.rs.core.Response.status(
              outcome.problems().values().iterator().next().kind().status())
          .entity(section(response, name, posted, outcome.problems()))
          .build();
    }
    String next = fields.getFirst("next");
    String to =
        response.path()
            + (anchor == null && next != null
                ? next.isBlank() ? "" : "/" + segment(next)
                : "/" + segment(name));
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(
                to + "?notice=common.notice.saved" + (anchor == null ? "" : "#" + segment(anchor))))
        .build();
  }

  private static String segment(String text) {
    return text.replaceAll("[^A-Za-z0-9_.-]", "");
  }

  private String changeRows(Response response, MultivaluedMap<String, String> fields) {
    String add = fields.getFirst("add");
    if (add != null) {
      return add + "." + saveAnswers.addRow(response, add, actor, clock.instant());
    }
    String remove = fields.getFirst("remove");
    if (remove != null && remove.matches("[a-z0-9_]+\\.\\d{1,6}")) {
      String[] parts = remove.split("\\.");
      saveAnswers.removeRow(response, parts[0], Integer.parseInt(parts[1]), actor, clock.instant());
      return parts[0];
    }
    String confirmed = fields.getFirst("confirm");
    return "*".equals(confirmed) ? null : confirmed;
  }

  @GET
  @Path("{section}/history/{question}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View history(
      @PathParam("section") String section,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    FilledForm form =
        filledForms.of(response).stream()
            .filter(filled -> filled.form().questions().containsKey(question))
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    Section owner = form.form().sectionOf(question).orElseThrow();
    if (!owner.name().equals(section)
        || !filledForms.visible(response, actor).contains(owner.name())) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
    return View.of("response/history.jte")
        .with("response", response)
        .with("form", form)
        .with("section", owner)
        .with("question", form.form().questions().get(question))
        .with("revisions", responses.history(response, new AnswerKey(question, row)))
        .with("evidence", responses.evidence(response));
  }

  @POST
  @Path("submission")
  @Transactional
  @Audited("response.submit")
  @RolesAllowed(Role.FOCAL_POINT)
  public jakarta.ws.rs.core.Response submit() {
    Response response = responses.require(round, iso3, actor);
    List<Problem> problems = moveResponse.problems(response);
    if (!problems.isEmpty()) {
      return jakarta.ws.rs.core.Response.status(problems.get(0).kind().status())
          .entity(overview(response, problems))
          .build();
    }
    moveResponse.submit(response, actor, clock.instant());
    return done(response, "common.notice.submitted");
  }

  private static jakarta.ws.rs.core.Response done(Response response, String notice) {
    return jakarta.ws.rs.core.Response.seeOther(URI.create(response.path() + "?notice=" + notice))
        .build();
  }
}
