package org.infostate.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** Questionnaire versions over HTTP: what there is. {@code design} has what changes them. */
@RequestScoped
@Path("api/v1/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionnairesResource {

  @Inject private Questionnaires questionnaires;
  @Inject private Actor actor;

  /**
   * A version in short.
   *
   * @param intact whether its files are what was stored
   * @param edition rises with each change; the ETag
   */
  public record VersionBody(
      String code,
      String version,
      String state,
      String sha256,
      boolean intact,
      int edition,
      Instant changedAt,
      String changedBy,
      Instant publishedAt,
      String publishedBy,
      Instant retiredAt,
      String retiredBy) {

    public static VersionBody of(QuestionnaireVersion version, boolean intact) {
      return new VersionBody(
          version.code(),
          version.version(),
          version.state().code(),
          version.sha256(),
          intact,
          version.edition(),
          version.changedAt(),
          version.changedBy(),
          version.publishedAt(),
          version.publishedBy(),
          version.retiredAt(),
          version.retiredBy());
    }
  }

  /** The difference between two versions. */
  public record ChangesBody(String since, String version, List<ChangeBody> changes) {}

  /** One difference; see {@link Change}. */
  public record ChangeBody(
      String kind,
      String subject,
      String choice,
      String language,
      String before,
      String after,
      List<String> questions,
      String carry,
      String series) {

    static ChangeBody of(Change change) {
      return new ChangeBody(
          change.kind().code(),
          change.subject(),
          change.choice(),
          change.language() == null ? null : change.language().tag(),
          change.before(),
          change.after(),
          change.questions(),
          change.carry() == null ? null : change.carry().code(),
          change.series() == null ? null : change.series().code());
    }
  }

  /** A correction of one text; see {@link TextCorrection}. */
  public record CorrectionBody(
      String language,
      String part,
      String name,
      String choice,
      String before,
      String after,
      String reason,
      String correctedBy,
      Instant correctedAt) {

    public static CorrectionBody of(TextCorrection correction) {
      return new CorrectionBody(
          correction.language().tag(),
          correction.at().part().code(),
          correction.at().name(),
          correction.at().choice(),
          correction.before(),
          correction.after(),
          correction.reason(),
          correction.correctedBy(),
          correction.correctedAt());
    }
  }

  /**
   * How far a translation is.
   *
   * @param source whether the version was written in this language
   * @param texts that the source language has
   * @param missing of them, with their places
   */
  public record TranslationBody(
      String language,
      boolean source,
      boolean reviewed,
      String reviewedBy,
      Instant reviewedAt,
      int texts,
      List<MissingBody> missing) {}

  /** A text that is missing, with what the source language says. */
  public record MissingBody(String part, String name, String choice, String source) {}

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public List<VersionBody> all() {
    return questionnaires.all(actor).stream()
        .map(version -> VersionBody.of(version, questionnaires.readable(version).isPresent()))
        .toList();
  }

  @GET
  @Path("{code}/{version}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public Response one(@PathParam("code") String code, @PathParam("version") String version) {
    QuestionnaireVersion found = questionnaires.require(code, version, actor);
    return Response.ok(VersionBody.of(found, questionnaires.verified(found).isPresent()))
        .tag(new EntityTag(Integer.toString(found.edition())))
        .build();
  }

  /** The form as it was written, verbatim. */
  @GET
  @Path("{code}/{version}.yaml")
  @Produces("application/yaml;charset=utf-8")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public String yaml(@PathParam("code") String code, @PathParam("version") String version) {
    return questionnaires
        .files(questionnaires.require(code, version, actor).id())
        .get(FormFile.FORM);
  }

  /** The whole definition, all languages and corrections included. */
  @GET
  @Path("{code}/{version}.json")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public JsonObject json(@PathParam("code") String code, @PathParam("version") String version) {
    return FormJson.of(questionnaires.form(questionnaires.require(code, version, actor).id()));
  }

  /** What differs from another version of the same questionnaire: the one before, unless named. */
  @GET
  @Path("{code}/{version}/changes")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public ChangesBody changes(
      @PathParam("code") String code,
      @PathParam("version") String version,
      @QueryParam("since") String since) {
    QuestionnaireVersion after = questionnaires.require(code, version, actor);
    QuestionnaireVersion before =
        since == null
            ? questionnaires.before(after).orElseThrow(ProblemKind.NOT_FOUND::exception)
            : questionnaires.require(code, since, actor);
    Difference difference =
        Difference.between(questionnaires.form(before.id()), questionnaires.form(after.id()));
    return new ChangesBody(
        before.version(),
        after.version(),
        difference.changes().stream().map(ChangeBody::of).toList());
  }

  @GET
  @Path("{code}/{version}/corrections")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<CorrectionBody> corrections(
      @PathParam("code") String code, @PathParam("version") String version) {
    return questionnaires.corrections(questionnaires.require(code, version, actor)).stream()
        .map(CorrectionBody::of)
        .toList();
  }

  @GET
  @Path("{code}/{version}/translations")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<TranslationBody> translations(
      @PathParam("code") String code, @PathParam("version") String version) {
    QuestionnaireVersion found = questionnaires.require(code, version, actor);
    Form form = questionnaires.form(found.id());
    List<TranslationReview> reviews = questionnaires.reviews(found);
    return Arrays.stream(Language.values())
        .map(language -> translation(form, language, reviews))
        .toList();
  }

  private static TranslationBody translation(
      Form form, Language language, List<TranslationReview> reviews) {
    Wording wording = form.wordings().get(language);
    TranslationReview review =
        reviews.stream().filter(one -> one.language() == language).findFirst().orElse(null);
    return new TranslationBody(
        language.tag(),
        language == form.language(),
        wording != null && wording.reviewed(),
        review == null ? null : review.reviewedBy(),
        review == null ? null : review.reviewedAt(),
        MissingText.all(form),
        MissingText.of(form, language).stream()
            .map(
                text ->
                    new MissingBody(text.part().code(), text.name(), text.choice(), text.source()))
            .toList());
  }
}
