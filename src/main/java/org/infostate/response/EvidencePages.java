package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Section;
import org.infostate.text.ReadersLanguage;

/** Files that answer a question: handing one in, and reading it again. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class EvidencePages {

  private static final int MOST_MEGABYTES = 20;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private EvidenceFiles files;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  @GET
  @Path("evidence")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public View choose(
      @QueryParam("question") String question, @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    Form form = form(response, question);
    return View.of("response/evidence.jte")
        .with("response", response)
        .with("form", form)
        .with("section", section(response, form, question))
        .with("question", question)
        .with("row", row);
  }

  @POST
  @Path("evidence")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("evidence.add")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response add(
      @QueryParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      List<EntityPart> parts)
      throws IOException {
    Response response = responses.require(round, iso3, actor);
    Form form = form(response, question);
    Section section = section(response, form, question);
    response.refuseUnlessOpen(clock.instant());
    Upload upload = Upload.of(parts, MOST_MEGABYTES);
    String type =
        EvidenceType.of(upload.content())
            .orElseThrow(() -> ProblemKind.EVIDENCE_TYPE.at(Place.question(question)).exception());
    Evidence evidence =
        new Evidence(
            response.id(),
            files.keep(upload.content()),
            upload.fileName(),
            type,
            upload.content().length,
            actor.login(),
            clock.instant());
    responses.add(evidence);
    saveAnswers
        .save(
            response,
            Map.of(new AnswerKey(question, row), Given.value(Long.toString(evidence.id()))),
            Map.of(),
            actor,
            Via.PAGE,
            ReadersLanguage.of(request),
            clock.instant())
        .orThrow();
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(
                response.path()
                    + "/"
                    + section.name()
                    + "?notice=common.notice.uploaded#"
                    + new AnswerKey(question, row).field()))
        .build();
  }

  /** The file, always to be saved and never shown, so that nothing in it runs here. */
  @GET
  @Path("evidence/{id}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response read(@PathParam("id") long id) throws IOException {
    Response response = responses.require(round, iso3, actor);
    Evidence evidence =
        responses.evidence(response).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    refuseUnlessShared(response, id);
    String name =
        URLEncoder.encode(evidence.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return jakarta.ws.rs.core.Response.ok(files.read(evidence.sha256()), evidence.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** Contributors read the files of the sections that were handed to them. */
  private void refuseUnlessShared(Response response, long id) {
    if (!actor.is(Role.CONTRIBUTOR)) {
      return;
    }
    String value = Long.toString(id);
    boolean shared =
        responses.held(response).entrySet().stream()
            .filter(entry -> value.equals(entry.getValue().value()))
            .map(entry -> entry.getKey().question())
            .anyMatch(question -> fileQuestionIsVisible(response, question));
    if (!shared) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
  }

  private boolean fileQuestionIsVisible(Response response, String question) {
    return filledForms.forms(response).stream()
        .filter(form -> form.questions().containsKey(question))
        .filter(form -> form.questions().get(question).type() == QuestionType.FILE)
        .flatMap(form -> form.sectionOf(question).stream())
        .anyMatch(section -> filledForms.visible(response, actor).contains(section.name()));
  }

  private Form form(Response response, String question) {
    return filledForms.forms(response).stream()
        .filter(form -> form.questions().containsKey(question))
        .filter(form -> form.questions().get(question).type() == QuestionType.FILE)
        .findFirst()
        .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(String.valueOf(question)));
  }

  private Section section(Response response, Form form, String question) {
    Section section = form.sectionOf(question).orElseThrow();
    if (!filledForms.visible(response, actor).contains(section.name())) {
      throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(question)).exception();
    }
    return section;
  }
}
