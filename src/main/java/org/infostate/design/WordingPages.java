package org.infostate.design;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.CorrectWording;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.MissingText;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.TextPart;
import org.infostate.questionnaire.TranslationReview;
import org.infostate.questionnaire.Wording;
import org.infostate.text.Language;

/** The pages of what a version says in each language: what is missing, and what is put right. */
@RequestScoped
@Path("questionnaires")
public class WordingPages {

  @Inject private Questionnaires questionnaires;
  @Inject private CorrectWording correctWording;
  @Inject private Actor actor;

  @PathParam("code")
  private String code;

  @PathParam("version")
  private String name;

  private QuestionnaireVersion version() {
    return questionnaires.require(code, name, actor);
  }

  @GET
  @Path("{code}/{version}/translations")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View translations() {
    QuestionnaireVersion version = version();
    Form form = questionnaires.form(version.id());
    Map<Language, List<MissingText>> missing = new EnumMap<>(Language.class);
    Arrays.stream(Language.values())
        .forEach(language -> missing.put(language, MissingText.of(form, language)));
    Map<Language, TranslationReview> reviews = new EnumMap<>(Language.class);
    questionnaires.reviews(version).forEach(review -> reviews.put(review.language(), review));
    return View.of("design/translations.jte")
        .with("version", version)
        .with("form", form)
        .with("texts", MissingText.all(form))
        .with("missing", missing)
        .with("reviews", reviews);
  }

  @POST
  @Path("{code}/{version}/translations/{language}/review")
  @Transactional
  @Audited("translation.review")
  @RolesAllowed(Role.PLANNER)
  public Response review(@PathParam("language") String language) {
    QuestionnaireVersion version = version();
    correctWording.review(version, language(language), actor.login());
    return to(version.path() + "/translations?notice=common.notice.reviewed");
  }

  private static Language language(String tag) {
    return Language.of(String.valueOf(tag))
        .orElseThrow(() -> ProblemKind.BAD_PARAMETER.exception("language"));
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  /** All texts in one language beside those of the source, and the corrections made so far. */
  @GET
  @Path("{code}/{version}/wording")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View wording(@QueryParam("language") String language) {
    return wording(language, List.of());
  }

  private View wording(String language, List<Problem> problems) {
    QuestionnaireVersion version = version();
    Form form = questionnaires.form(version.id());
    Wording source = form.wordings().get(form.language());
    return View.of("design/wording.jte")
        .with("version", version)
        .with("form", form)
        .with("language", language == null ? form.language() : language(language))
        .with(
            "texts",
            TextPart.all(form).stream()
                .filter(at -> at.part().text(source, at.name(), at.choice()) != null)
                .toList())
        .with("corrections", questionnaires.corrections(version))
        .with("problems", problems);
  }

  @GET
  @Path("{code}/{version}/wording/text")
  @RolesAllowed(Role.PLANNER)
  public View text(
      @QueryParam("language") String language,
      @QueryParam("part") String part,
      @QueryParam("name") String subject,
      @QueryParam("choice") String choice) {
    return text(language(language), at(part, subject, choice), null, "", List.of());
  }

  private static TextPart.At at(String part, String subject, String choice) {
    return new TextPart.At(
        TextPart.of(String.valueOf(part))
            .orElseThrow(() -> ProblemKind.CORRECTION_NOT_WORDING.exception(String.valueOf(part))),
        subject == null ? "" : subject,
        choice == null || choice.isEmpty() ? null : choice);
  }

  private View text(
      Language language, TextPart.At at, String typed, String reason, List<Problem> problems) {
    QuestionnaireVersion version = version();
    Form form = questionnaires.form(version.id());
    if (!TextPart.all(form).contains(at)) {
      throw ProblemKind.CORRECTION_TEXT_UNKNOWN.exception(at.part().code() + " " + at.name());
    }
    String now =
        form.languages().contains(language)
            ? at.part().text(form.wordings().get(language), at.name(), at.choice())
            : null;
    return View.of("design/text.jte")
        .with("version", version)
        .with("form", form)
        .with("language", language)
        .with("at", at)
        .with(
            "source", at.part().text(form.wordings().get(form.language()), at.name(), at.choice()))
        .with("now", now)
        .with("typed", typed == null ? Objects.requireNonNullElse(now, "") : typed)
        .with("reason", reason)
        .with("problems", problems);
  }

  /** Corrects one text, or shows it again with what is wrong. */
  @POST
  @Path("{code}/{version}/wording/text")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("questionnaire.correct")
  @RolesAllowed(Role.PLANNER)
  public Response correct(MultivaluedMap<String, String> fields) {
    Language language = language(fields.getFirst("language"));
    TextPart.At at =
        at(fields.getFirst("part"), fields.getFirst("name"), fields.getFirst("choice"));
    String after = Objects.requireNonNullElse(fields.getFirst("after"), "");
    String reason = Objects.requireNonNullElse(fields.getFirst("reason"), "");
    QuestionnaireVersion version = version();
    try {
      correctWording.correct(
          version,
          new CorrectWording.Wanted(language, at, fields.getFirst("before"), after, reason),
          actor.login());
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status())
          .entity(text(language, at, after, reason, e.problems()))
          .build();
    }
    return to(
        version.path() + "/wording?language=" + language.tag() + "&notice=common.notice.corrected");
  }

  /** Takes the wording of corrected files, or shows all that is more than wording. */
  @POST
  @Path("{code}/{version}/wording/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("questionnaire.correct")
  @RolesAllowed(Role.PLANNER)
  public Response correctAll(List<EntityPart> parts) throws IOException {
    QuestionnaireVersion version = version();
    try {
      correctWording.correctAll(version, DraftFiles.of(parts).files(), null, actor.login());
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(wording(null, e.problems())).build();
    }
    return to(version.path() + "/wording?notice=common.notice.corrected");
  }
}
