package org.infostate.design;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.CorrectWording;
import org.infostate.questionnaire.EditVersion;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.QuestionnairesResource.CorrectionBody;
import org.infostate.questionnaire.QuestionnairesResource.VersionBody;
import org.infostate.questionnaire.TextPart;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;
import org.infostate.xlsform.XlsForm;

/**
 * The life of a questionnaire version over HTTP: drafted, replaced, published, corrected, retired.
 */
@RequestScoped
@Path("api/v1/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class DesignsResource {

  private static final String YAML = "application/yaml";
  private static final String OTHER_YAML = "application/x-yaml";
  private static final String TEXT_YAML = "text/yaml";

  @Inject private Questionnaires questionnaires;
  @Inject private EditVersion editVersion;
  @Inject private CorrectWording correctWording;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  /**
   * A draft as it is stored.
   *
   * @param warnings what its author had better look at
   */
  public record DraftBody(VersionBody version, List<Warning> warnings) {}

  /**
   * What a warning says; {@code file} (or sheet), {@code cell}, {@code line} and {@code column}
   * where they are known.
   */
  public record Warning(
      int number,
      String title,
      String detail,
      String question,
      String file,
      String cell,
      Integer line,
      Integer column) {}

  /**
   * A correction of one text.
   *
   * @param part {@code title}, {@code description}, {@code label}, {@code hint}, {@code
   *     constraint_message} or {@code choice}
   * @param name of the section, roster, question or list; left out for title and description
   * @param before what the text says now; left out for nothing
   */
  public record CorrectionOrder(
      String language,
      String part,
      String name,
      String choice,
      String before,
      String after,
      String reason) {}

  /** How many texts were corrected. */
  public record Corrected(int corrected) {}

  @POST
  @Consumes({YAML, OTHER_YAML, TEXT_YAML})
  @Transactional
  @Audited("questionnaire.draft")
  @RolesAllowed(Role.PLANNER)
  public Response draft(byte[] form) {
    return drafted(DraftFiles.yaml(form));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("questionnaire.draft")
  @RolesAllowed(Role.PLANNER)
  public Response draft(List<EntityPart> parts) throws IOException {
    return drafted(DraftFiles.of(parts));
  }

  @POST
  @Consumes(XlsForm.MEDIA_TYPE)
  @Transactional
  @Audited("questionnaire.draft")
  @RolesAllowed(Role.PLANNER)
  public Response draftOfWorkbook(byte[] workbook) {
    return drafted(DraftFiles.workbook(workbook, "questionnaire.xlsx"));
  }

  private Response drafted(DraftFiles sent) {
    EditVersion.Checked draft = editVersion.draft(sent.files(), actor.login()).and(sent.warnings());
    return tagged(
            Response.created(URI.create("/api/v1" + draft.version().path())).entity(body(draft)),
            draft.version())
        .build();
  }

  private DraftBody body(EditVersion.Checked draft) {
    Texts texts = Texts.in(ReadersLanguage.of(request));
    return new DraftBody(
        VersionBody.of(draft.version(), true),
        draft.warnings().stream().map(warning -> warning(warning, texts)).toList());
  }

  private static Warning warning(Problem warning, Texts texts) {
    String key = "problem." + warning.kind().number();
    Place place = warning.place();
    return new Warning(
        warning.kind().number(),
        texts.text(key, warning.arguments().toArray()),
        texts.text(key + ".do", warning.arguments().toArray()),
        place.question(),
        place.sheet(),
        place.cell(),
        place.line(),
        place.column());
  }

  private static Response.ResponseBuilder tagged(
      Response.ResponseBuilder reply, QuestionnaireVersion version) {
    return reply.tag(new EntityTag(Integer.toString(version.edition())));
  }

  /** Replaces a draft; {@code If-Match} carries the edition that it was made from. */
  @PUT
  @Path("{code}/{version}")
  @Consumes({YAML, OTHER_YAML, TEXT_YAML})
  @Transactional
  @Audited("questionnaire.replace")
  @RolesAllowed(Role.PLANNER)
  public Response replace(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      byte[] form) {
    return replaced(code, version, ifMatch, DraftFiles.yaml(form));
  }

  @PUT
  @Path("{code}/{version}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("questionnaire.replace")
  @RolesAllowed(Role.PLANNER)
  public Response replace(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      List<EntityPart> parts)
      throws IOException {
    return replaced(code, version, ifMatch, DraftFiles.of(parts));
  }

  @PUT
  @Path("{code}/{version}")
  @Consumes(XlsForm.MEDIA_TYPE)
  @Transactional
  @Audited("questionnaire.replace")
  @RolesAllowed(Role.PLANNER)
  public Response replaceByWorkbook(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      byte[] workbook) {
    return replaced(code, version, ifMatch, DraftFiles.workbook(workbook, code + ".xlsx"));
  }

  private Response replaced(String code, String version, String ifMatch, DraftFiles sent) {
    QuestionnaireVersion found = require(code, version);
    EditVersion.Checked draft =
        editVersion.replace(found, seen(ifMatch), sent.files(), actor.login());
    return tagged(Response.ok(body(draft.and(sent.warnings()))), found).build();
  }

  private QuestionnaireVersion require(String code, String version) {
    return questionnaires.require(code, version, actor);
  }

  private static int seen(String ifMatch) {
    if (ifMatch == null) {
      throw ProblemKind.VERSION_PRECONDITION_MISSING.exception();
    }
    String edition = ifMatch.replace("\"", "");
    if (!edition.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.exception(HttpHeaders.IF_MATCH);
    }
    return Integer.parseInt(edition);
  }

  @DELETE
  @Path("{code}/{version}")
  @Transactional
  @Audited("questionnaire.delete")
  @RolesAllowed(Role.PLANNER)
  public Response delete(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    editVersion.delete(require(code, version), seen(ifMatch));
    return Response.noContent().build();
  }

  /** Publishes the draft as it was seen: {@code If-Match} carries its edition. */
  @POST
  @Path("{code}/{version}/publication")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("questionnaire.publish")
  @RolesAllowed(Role.PLANNER)
  public VersionBody publish(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    QuestionnaireVersion found = require(code, version);
    editVersion.publish(found, seen(ifMatch), actor.login());
    return VersionBody.of(found, true);
  }

  @POST
  @Path("{code}/{version}/retirement")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("questionnaire.retire")
  @RolesAllowed(Role.PLANNER)
  public VersionBody retire(@PathParam("code") String code, @PathParam("version") String version) {
    QuestionnaireVersion found = require(code, version);
    editVersion.retire(found, actor.login());
    return VersionBody.of(found, questionnaires.readable(found).isPresent());
  }

  /** Corrects one text of a published version. */
  @POST
  @Path("{code}/{version}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("questionnaire.correct")
  @RolesAllowed(Role.PLANNER)
  public Response correct(
      @PathParam("code") String code, @PathParam("version") String version, CorrectionOrder order) {
    if (order == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    String name = order.name() == null ? "" : order.name();
    TextPart part =
        TextPart.of(String.valueOf(order.part()))
            .orElseThrow(
                () ->
                    ProblemKind.CORRECTION_NOT_WORDING
                        .at(Place.question(name), String.valueOf(order.part()))
                        .exception());
    CorrectWording.Wanted wanted =
        new CorrectWording.Wanted(
            language(order.language()),
            new TextPart.At(part, name, order.choice()),
            order.before(),
            order.after(),
            order.reason());
    return Response.status(Response.Status.CREATED)
        .entity(
            CorrectionBody.of(
                correctWording.correct(require(code, version), wanted, actor.login())))
        .build();
  }

  private static Language language(String tag) {
    return Language.of(String.valueOf(tag))
        .orElseThrow(
            () ->
                ProblemKind.BAD_PARAMETER
                    .at(Place.question("language"), String.valueOf(tag))
                    .exception());
  }

  /** Takes the wording of corrected files of the same version; refuses any other change. */
  @PUT
  @Path("{code}/{version}/wording")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("questionnaire.correct")
  @RolesAllowed(Role.PLANNER)
  public Corrected correctAll(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @QueryParam("reason") String reason,
      List<EntityPart> parts)
      throws IOException {
    return new Corrected(
        correctWording.correctAll(
            require(code, version), DraftFiles.of(parts).files(), reason, actor.login()));
  }

  @PUT
  @Path("{code}/{version}/wording")
  @Consumes({YAML, OTHER_YAML, TEXT_YAML})
  @Transactional
  @Audited("questionnaire.correct")
  @RolesAllowed(Role.PLANNER)
  public Corrected correctAll(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @QueryParam("reason") String reason,
      byte[] form) {
    return new Corrected(
        correctWording.correctAll(
            require(code, version), DraftFiles.yaml(form).files(), reason, actor.login()));
  }

  /** A person has read the translation and stands for it. */
  @POST
  @Path("{code}/{version}/translations/{language}/review")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("translation.review")
  @RolesAllowed(Role.PLANNER)
  public Response review(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @PathParam("language") String language) {
    correctWording.review(require(code, version), language(language), actor.login());
    return Response.noContent().build();
  }
}
