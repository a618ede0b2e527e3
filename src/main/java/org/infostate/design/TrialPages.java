package org.infostate.design;

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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.PostedAnswers;
import org.infostate.response.ShownSection;
import org.infostate.text.ReadersLanguage;

/** The pages on which a planner answers a version for trial, judged as answers will be. */
@RequestScoped
@Path("questionnaires/{code}/{version}/trial")
public class TrialPages {

  @Inject private Questionnaires questionnaires;
  @Inject private ScratchResponses scratchResponses;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("code")
  private String code;

  @PathParam("version")
  private String name;

  private QuestionnaireVersion version() {
    return questionnaires.require(code, name, actor);
  }

  @GET
  @RolesAllowed(Role.PLANNER)
  public Response first() {
    QuestionnaireVersion version = version();
    return to(version, questionnaires.form(version.id()).sections().get(0).name());
  }

  private static Response to(QuestionnaireVersion version, String section) {
    return Response.seeOther(URI.create(version.path() + "/trial/" + section)).build();
  }

  @GET
  @Path("{section}")
  @RolesAllowed(Role.PLANNER)
  public View section(@PathParam("section") String section) {
    QuestionnaireVersion version = version();
    return section(version, filled(version), section, Map.of(), Map.of(), Map.of());
  }

  private FilledForm filled(QuestionnaireVersion version) {
    ScratchResponse stored = scratchResponses.find(version, actor).orElse(null);
    return filled(
        questionnaires.form(version.id()),
        stored == null ? Scratch.EMPTY : stored.scratch(),
        stored);
  }

  private FilledForm filled(Form form, Scratch scratch, ScratchResponse stored) {
    return scratch.in(
        form,
        actor.login(),
        stored == null ? clock.instant() : stored.writtenAt(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private View section(
      QuestionnaireVersion version,
      FilledForm filled,
      String section,
      Map<AnswerKey, Given> posted,
      Map<AnswerKey, Integer> bases,
      Map<AnswerKey, Problem> problems) {
    ShownSection shown =
        new ShownSection(
            filled,
            PreviewPages.section(filled.form(), section),
            version.path() + "/trial",
            true,
            posted,
            bases,
            problems,
            List.of(),
            Map.of());
    return View.of("design/section.jte")
        .with("version", version)
        .with("shown", shown)
        .with("trial", true)
        .with("standing", filled.problems());
  }

  /** Keeps what passes and shows the rest again, as the page of a response does. */
  @POST
  @Path("{section}")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("questionnaire.try")
  @RolesAllowed(Role.PLANNER)
  public Response save(
      @PathParam("section") String sectionName, MultivaluedMap<String, String> fields) {
    QuestionnaireVersion version = version();
    Form form = questionnaires.form(version.id());
    Section section = PreviewPages.section(form, sectionName);
    ScratchResponse stored = scratchResponses.open(version, actor, clock.instant());
    FilledForm before = filled(form, stored.scratch(), stored);
    PostedAnswers posted = PostedAnswers.of(fields, before.keys(section));
    Map<AnswerKey, Problem> problems = new LinkedHashMap<>();
    Scratch after =
        stored.scratch().with(posted.given(), before, ReadersLanguage.of(request), problems);
    stored.write(rows(after, form, fields), clock.instant());
    if (!problems.isEmpty()) {
      FilledForm filled = filled(form, stored.scratch(), stored);
      return Response.status(problems.values().iterator().next().kind().status())
          .entity(section(version, filled, sectionName, posted.given(), posted.bases(), problems))
          .build();
    }
    return to(version, sectionName);
  }

  private static Scratch rows(Scratch scratch, Form form, MultivaluedMap<String, String> fields) {
    String add = fields.getFirst("add");
    if (add != null && form.rosters().containsKey(add)) {
      return scratch.withRow(add);
    }
    String remove = fields.getFirst("remove");
    if (remove != null && remove.matches("[a-z0-9_]+\\.\\d{1,6}")) {
      String[] parts = remove.split("\\.");
      return scratch.withoutRow(parts[0], Integer.parseInt(parts[1]));
    }
    return scratch;
  }

  /** Throws the own answers away. */
  @POST
  @Transactional
  @Audited("questionnaire.tryAgain")
  @RolesAllowed(Role.PLANNER)
  public Response again() {
    QuestionnaireVersion version = version();
    scratchResponses.remove(version, actor);
    return Response.seeOther(URI.create(version.path() + "/trial")).build();
  }

  /** Files are not kept here: back to the question. */
  @GET
  @Path("evidence")
  @RolesAllowed(Role.PLANNER)
  public Response evidence(@QueryParam("question") String question) {
    QuestionnaireVersion version = version();
    Section section =
        questionnaires
            .form(version.id())
            .sectionOf(String.valueOf(question))
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    return to(version, section.name());
  }

  /** An answer for trial has no history: back to the section. */
  @GET
  @Path("{section}/history/{question}")
  @RolesAllowed(Role.PLANNER)
  public Response history(@PathParam("section") String section) {
    QuestionnaireVersion version = version();
    Form form = questionnaires.form(version.id());
    return to(version, PreviewPages.section(form, section).name());
  }
}
