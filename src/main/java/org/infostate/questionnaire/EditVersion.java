package org.infostate.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infostate.audit.AuditTrail;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * The life of a version: drafted, replaced, deleted, published, retired; and what ships. Everything
 * is checked before anything is written, so a refusal need not roll the caller's transaction back.
 */
@ApplicationScoped
public class EditVersion {

  /** Who acts where the program itself does. */
  static final String PROGRAM = "-";

  /** How the files that ship say their version. */
  private static final Pattern VERSION = Pattern.compile("(?m)^version: .*$");

  /** What the store holds of one file. */
  private static final int FILE_LENGTH = 1_000_000;

  @Inject private Questionnaires questionnaires;
  @Inject private CorrectWording correctWording;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /**
   * A version as its author sees it.
   *
   * @param warnings what the author had better look at; it does not stand in the way of publishing
   */
  public record Checked(QuestionnaireVersion version, Form form, List<Problem> warnings) {

    /** The same with what reading the files in another format has warned about. */
    public Checked and(List<Problem> more) {
      List<Problem> all = new ArrayList<>(more);
      all.addAll(warnings);
      return new Checked(version, form, all);
    }
  }

  /**
   * Stores a draft.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}
   * @throws ProblemException with everything that is wrong in the files; nothing is stored then
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Checked draft(Map<String, String> files, String actor) {
    FormReading reading = read(files);
    Form form = reading.form();
    if (questionnaires.find(form.code(), form.version()).isPresent()) {
      throw ProblemKind.VERSION_EXISTS.exception(form.code(), form.version());
    }
    QuestionnaireVersion version =
        new QuestionnaireVersion(
            form.code(),
            form.version(),
            Sha256.of(files.get(FormFile.FORM)),
            actor,
            clock.instant());
    questionnaires.add(version);
    store(version, files);
    questionnaires.flush();
    return new Checked(version, form, warnings(reading));
  }

  private static FormReading read(Map<String, String> files) {
    List<Problem> tooLong = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (text.length() > FILE_LENGTH) {
            tooLong.add(
                ProblemKind.FORM_TEXT_TOO_LONG.at(
                    new Place(null, null, name, null, 1, 1), FILE_LENGTH));
          }
        });
    if (!tooLong.isEmpty()) {
      throw new ProblemException(tooLong);
    }
    return FormReading.of(files);
  }

  private void store(QuestionnaireVersion version, Map<String, String> files) {
    files.forEach((name, text) -> questionnaires.add(new QuestionnaireText(version, name, text)));
  }

  private List<Problem> warnings(FormReading reading) {
    List<Problem> warnings = new ArrayList<>(reading.warnings());
    questionnaires
        .elsewhere(reading.form())
        .forEach(
            (name, other) ->
                warnings.add(
                    ProblemKind.FORM_NAME_ELSEWHERE.at(Place.question(name), name, other)));
    return warnings;
  }

  /** What the author of this version had better look at. */
  public List<Problem> warnings(QuestionnaireVersion version) {
    return warnings(FormReading.of(questionnaires.files(version.id())));
  }

  /**
   * Replaces a draft.
   *
   * @param seen the edition of the draft that the new files were made from
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Checked replace(
      QuestionnaireVersion version, int seen, Map<String, String> files, String actor) {
    version.refuseUnless(QuestionnaireVersion.State.DRAFT);
    version.refuseUnlessSeen(seen);
    FormReading reading = read(files);
    Form form = reading.form();
    if (!form.code().equals(version.code()) || !form.version().equals(version.version())) {
      throw ProblemKind.FORM_VALUE_INVALID
          .at(Place.question("version"), version.code() + "/" + version.version())
          .exception();
    }
    version.replace(Sha256.of(files.get(FormFile.FORM)), actor, clock.instant());
    questionnaires.texts(version).forEach(questionnaires::remove);
    questionnaires.flush();
    store(version, files);
    questionnaires.flush();
    questionnaires.forget(version);
    return new Checked(version, form, warnings(reading));
  }

  /** Deletes a draft. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void delete(QuestionnaireVersion version, int seen) {
    version.refuseUnless(QuestionnaireVersion.State.DRAFT);
    version.refuseUnlessSeen(seen);
    questionnaires.texts(version).forEach(questionnaires::remove);
    questionnaires.flush();
    questionnaires.remove(version);
    questionnaires.forget(version);
  }

  /**
   * Publishes a draft as it was seen.
   *
   * @throws ProblemException if it has been replaced since, or no longer passes the check
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void publish(QuestionnaireVersion version, int seen, String actor) {
    version.refuseUnlessSeen(seen);
    version.refuseUnless(QuestionnaireVersion.State.DRAFT);
    FormReading.of(questionnaires.files(version.id()));
    version.publish(actor, clock.instant());
    questionnaires.flush();
    questionnaires.forget(version);
  }

  /** Retires a version: rounds that ask it go on, new ones can not choose it. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void retire(QuestionnaireVersion version, String actor) {
    version.retire(actor, clock.instant());
    questionnaires.flush();
  }

  /**
   * Publishes a version that ships with the program. Where it is published already, other wording
   * is recorded as corrections by the program; a person's corrections stay. Where an earlier
   * program published something else under this name, that stays as it is for the rounds that ask
   * it, and this is published beside it under the next name: 1.1 after 1.
   *
   * @throws ProblemException with everything that is wrong in the files, or because a person's
   *     draft has the name
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void ship(Map<String, String> files) {
    Form form = read(files).form();
    Map<String, String> named = files;
    for (int next = 1; !shipped(named); next++) {
      named = named(files, form.version() + "." + next);
    }
  }

  /** Whether it is published under its own name now; not where something else is. */
  private boolean shipped(Map<String, String> files) {
    Form form = read(files).form();
    String address = form.code() + "/" + form.version();
    Optional<QuestionnaireVersion> stored = questionnaires.find(form.code(), form.version());
    if (stored.isEmpty()) {
      draft(files, PROGRAM).version().publish(PROGRAM, clock.instant());
      trail.record(PROGRAM, "questionnaire.publish", address);
      return true;
    }
    QuestionnaireVersion version = stored.get();
    if (version.draft()) {
      throw ProblemKind.VERSION_EXISTS.exception(form.code(), form.version());
    }
    if (files.equals(new HashMap<>(questionnaires.files(version.id())))) {
      return true;
    }
    if (!correctWording.isSame(version, form)) {
      return false;
    }
    if (correctWording.ship(version, form) > 0) {
      trail.record(PROGRAM, "questionnaire.correct", address);
    }
    return true;
  }

  private static Map<String, String> named(Map<String, String> files, String version) {
    Map<String, String> named = new HashMap<>(files);
    named.computeIfPresent(
        FormFile.FORM,
        (name, text) -> VERSION.matcher(text).replaceFirst("version: \"" + version + "\""));
    return named;
  }
}
