package org.infostate.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/**
 * Puts the wording of a published version right: one text, or all that a corrected file says
 * otherwise. Nothing but texts can be touched.
 *
 * <p>Everything is checked before anything is written, so a refusal need not roll the caller's
 * transaction back.
 */
@ApplicationScoped
public class CorrectWording {

  private static final int TEXT_LENGTH = 5_000;
  private static final int REASON_LENGTH = 500;

  /** What a corrected file may say otherwise. */
  private static final Set<Change.Kind> WORDING =
      EnumSet.of(
          Change.Kind.TITLE,
          Change.Kind.DESCRIPTION,
          Change.Kind.LABEL,
          Change.Kind.HINT,
          Change.Kind.CONSTRAINT_MESSAGE,
          Change.Kind.CHOICE_LABEL,
          Change.Kind.LANGUAGE_ADDED,
          Change.Kind.LANGUAGE_REMOVED);

  @Inject private Questionnaires questionnaires;
  @Inject private Clock clock;

  /**
   * A correction, as it is asked for.
   *
   * @param before what the text said when it was looked at; null for nothing
   * @param after what it shall say; null or blank for nothing, where the source language may stand
   *     in or the text may be missing
   * @param reason may be null
   */
  public record Wanted(
      Language language, TextPart.At at, String before, String after, String reason) {}

  /** Corrects one text. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public TextCorrection correct(QuestionnaireVersion version, Wanted wanted, String actor) {
    refuseDraft(version);
    Form form = questionnaires.form(version.id());
    TextPart.At at = wanted.at();
    String field = at.name().isEmpty() ? at.part().code() : at.name();
    if (!TextPart.all(form).contains(at)) {
      throw ProblemKind.CORRECTION_TEXT_UNKNOWN
          .at(Place.question(field), at.part().code() + " " + at.name())
          .exception();
    }
    String current = current(form, wanted.language(), at);
    if (!Objects.equals(clean(wanted.before()), clean(current))) {
      throw ProblemKind.CORRECTION_STALE
          .at(Place.question(field), current == null ? "–" : current)
          .exception();
    }
    String after = clean(wanted.after());
    if (after == null && wanted.language() == form.language() && needed(at.part())) {
      throw ProblemKind.FIELD_MISSING.at(Place.question(field)).exception();
    }
    if (after != null && after.length() > TEXT_LENGTH) {
      throw ProblemKind.FORM_TEXT_TOO_LONG.at(Place.question(field), TEXT_LENGTH).exception();
    }
    if (Objects.equals(after, clean(current))) {
      throw ProblemKind.CORRECTION_WITHOUT_CHANGE.at(Place.question(field)).exception();
    }
    String reason = clean(wanted.reason());
    if (reason != null && reason.length() > REASON_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("reason"), REASON_LENGTH).exception();
    }
    return write(version, wanted.language(), at, current, after, reason, actor);
  }

  private static void refuseDraft(QuestionnaireVersion version) {
    if (version.draft()) {
      throw ProblemKind.VERSION_STATE.exception(version.code(), version.version());
    }
  }

  private static boolean needed(TextPart part) {
    return part == TextPart.TITLE || part == TextPart.LABEL || part == TextPart.CHOICE;
  }

  private static String current(Form form, Language language, TextPart.At at) {
    Wording wording = form.wordings().get(language);
    return wording == null ? null : at.part().text(wording, at.name(), at.choice());
  }

  private static String clean(String typed) {
    return typed == null || typed.isBlank()
        ? null
        : Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replace("\r\n", "\n");
  }

  private TextCorrection write(
      QuestionnaireVersion version,
      Language language,
      TextPart.At at,
      String before,
      String after,
      String reason,
      String actor) {
    TextCorrection correction =
        new TextCorrection(
            version.id(), language, at, before, after, reason, actor, clock.instant());
    questionnaires.add(correction);
    version.changed(actor, clock.instant());
    questionnaires.forget(version);
    return correction;
  }

  /**
   * Takes every text that corrected files of the same version say otherwise; what they leave out
   * stays.
   *
   * @return how many texts were corrected
   * @throws ProblemException with every change of more than wording, and its place
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public int correctAll(
      QuestionnaireVersion version, Map<String, String> files, String reason, String actor) {
    refuseDraft(version);
    Form form = questionnaires.form(version.id());
    Form wanted = FormFile.accepted(files);
    if (!wanted.code().equals(version.code()) || !wanted.version().equals(version.version())) {
      throw ProblemKind.CORRECTION_NOT_WORDING.exception(wanted.code() + "/" + wanted.version());
    }
    refuseMoreThanWording(form, wanted);
    int corrected = differences(version, form, wanted, clean(reason), actor);
    if (corrected == 0) {
      throw ProblemKind.CORRECTION_WITHOUT_CHANGE.exception();
    }
    return corrected;
  }

  private static void refuseMoreThanWording(Form form, Form wanted) {
    List<Problem> problems = new ArrayList<>();
    for (Change change : Difference.between(form, wanted).changes()) {
      if (!WORDING.contains(change.kind())) {
        String subject = change.subject() + (change.choice() == null ? "" : "/" + change.choice());
        problems.add(
            ProblemKind.CORRECTION_NOT_WORDING.at(
                Place.question(change.subject()), subject + ": " + said(change)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static String said(Change change) {
    return change.kind().code()
        + (change.before() == null && change.after() == null
            ? ""
            : " (" + or(change.before()) + " → " + or(change.after()) + ")");
  }

  private static String or(String text) {
    return text == null ? "–" : text;
  }

  private int differences(
      QuestionnaireVersion version, Form form, Form wanted, String reason, String actor) {
    int corrected = 0;
    for (Language language : wanted.languages()) {
      for (TextPart.At at : TextPart.all(form)) {
        String before = current(form, language, at);
        String after = clean(current(wanted, language, at));
        if (after != null && !after.equals(clean(before))) {
          write(version, language, at, before, after, reason, actor);
          corrected++;
        }
      }
    }
    return corrected;
  }

  /** Whether what ships differs in no more than wording from what shipped before. */
  boolean isSame(QuestionnaireVersion version, Form shipped) {
    return Difference.between(before(version), shipped).changes().stream()
        .allMatch(change -> WORDING.contains(change.kind()));
  }

  /** Takes the wording of a version that ships, where it differs from what shipped before. */
  int ship(QuestionnaireVersion version, Form shipped) {
    return differences(version, before(version), shipped, null, EditVersion.PROGRAM);
  }

  /** What the program published, with its own corrections alone. */
  private Form before(QuestionnaireVersion version) {
    return CorrectedForm.of(
        questionnaires.original(version),
        questionnaires.corrections(version).stream()
            .filter(correction -> correction.correctedBy().equals(EditVersion.PROGRAM))
            .toList(),
        Set.of());
  }

  /** A person has read the translation and stands for it; a second time changes nothing. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void review(QuestionnaireVersion version, Language language, String actor) {
    refuseDraft(version);
    Form form = questionnaires.form(version.id());
    if (language == form.language() || !form.languages().contains(language)) {
      throw ProblemKind.BAD_PARAMETER.exception(language.tag());
    }
    boolean already =
        questionnaires.reviews(version).stream().anyMatch(review -> review.language() == language);
    if (!already) {
      questionnaires.add(new TranslationReview(version.id(), language, actor, clock.instant()));
      version.changed(actor, clock.instant());
      questionnaires.forget(version);
    }
  }
}
