package org.infostate.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * The store of questionnaire versions. Forms that were read are kept; what another node of a
 * cluster changed, a draft or a wording, is seen here within seconds.
 */
@ApplicationScoped
public class Questionnaires {

  private static final Logger LOG = Logger.getLogger(Questionnaires.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(5);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  private final Map<Long, Kept> forms = new ConcurrentHashMap<>();

  /** A form, and when it was last seen to be the one that is stored. */
  private record Kept(Form form, int edition, Instant seen) {}

  /** All versions, by code, the newest first. */
  public List<QuestionnaireVersion> all() {
    return entities
        .createQuery(
            "select v from QuestionnaireVersion v order by v.code, v.id desc",
            QuestionnaireVersion.class)
        .getResultList();
  }

  /** The versions of a questionnaire, the newest first. */
  public List<QuestionnaireVersion> all(String code) {
    return all().stream().filter(version -> version.code().equals(code)).toList();
  }

  /** The versions that a new round may ask: published, and as they were published. */
  public List<QuestionnaireVersion> offered() {
    return all().stream()
        .filter(version -> version.state() == QuestionnaireVersion.State.PUBLISHED)
        .filter(version -> readable(version).isPresent())
        .toList();
  }

  public Optional<QuestionnaireVersion> find(String code, String version) {
    return entities
        .createQuery(
            "select v from QuestionnaireVersion v where v.code = :code and v.version = :version",
            QuestionnaireVersion.class)
        .setParameter("code", code)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  public Optional<QuestionnaireVersion> find(long id) {
    return Optional.ofNullable(entities.find(QuestionnaireVersion.class, id));
  }

  /** The version, if this person may see it: drafts are the planners'. */
  public QuestionnaireVersion require(String code, String version, Actor actor) {
    return find(code, version)
        .filter(found -> !found.draft() || actor.is(Role.PLANNER))
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** The versions that this person may see, by code, the newest first. */
  public List<QuestionnaireVersion> all(Actor actor) {
    return all().stream().filter(found -> !found.draft() || actor.is(Role.PLANNER)).toList();
  }

  /** The version that was published last before this one; empty where it is the first. */
  public Optional<QuestionnaireVersion> before(QuestionnaireVersion version) {
    return all(version.code()).stream()
        .filter(other -> !other.draft() && !other.id().equals(version.id()))
        .filter(other -> version.draft() || other.publishedAt().isBefore(version.publishedAt()))
        .max(Comparator.comparing(QuestionnaireVersion::publishedAt));
  }

  /**
   * The form of a version, with the corrections of its wording.
   *
   * @throws ProblemException if its files are not what was stored (1220)
   */
  public Form form(long versionId) {
    Instant now = clock.instant();
    Kept kept = forms.get(versionId);
    if (kept == null || kept.seen().plus(FRESH).isBefore(now)) {
      QuestionnaireVersion version = find(versionId).orElseThrow(ProblemKind.NOT_FOUND::exception);
      boolean same = kept != null && kept.edition() == version.edition();
      kept = new Kept(same ? kept.form() : read(version), version.edition(), now);
      forms.put(versionId, kept);
    }
    return kept.form();
  }

  private Form read(QuestionnaireVersion version) {
    return CorrectedForm.of(
        original(version),
        corrections(version),
        reviews(version).stream().map(TranslationReview::language).collect(Collectors.toSet()));
  }

  /** The form as its files say it, without corrections. */
  Form original(QuestionnaireVersion version) {
    return FormFile.accepted(files(version.id()));
  }

  /** The form, unless its files are not what was stored: that is logged. */
  public Optional<Form> readable(QuestionnaireVersion version) {
    return sound(version, () -> form(version.id()));
  }

  /**
   * The same with the files read anew: what was altered in the store is found although the form
   * that was read before goes on.
   */
  public Optional<Form> verified(QuestionnaireVersion version) {
    return sound(
        version,
        () -> {
          files(version.id());
          return form(version.id());
        });
  }

  private static Optional<Form> sound(QuestionnaireVersion version, Supplier<Form> read) {
    try {
      return Optional.of(read.get());
    } catch (ProblemException e) {
      LOG.log(
          Level.SEVERE,
          "Questionnaire {0}/{1} can not be used: {2}",
          new Object[] {version.code(), version.version(), e.getMessage()});
      return Optional.empty();
    }
  }

  /**
   * The files of a version, verbatim, by name.
   *
   * @throws ProblemException if one is not what was stored (1220)
   */
  public Map<String, String> files(long versionId) {
    QuestionnaireVersion version = find(versionId).orElseThrow(ProblemKind.NOT_FOUND::exception);
    Map<String, String> files = new TreeMap<>();
    for (QuestionnaireText text : texts(version)) {
      boolean form = text.fileName().equals(FormFile.FORM);
      if (!text.intact() || form && !Sha256.of(text.content()).equals(version.sha256())) {
        throw ProblemKind.FORM_TAMPERED.exception(
            version.code(), version.version(), text.fileName());
      }
      files.put(text.fileName(), text.content());
    }
    if (!files.containsKey(FormFile.FORM)) {
      throw ProblemKind.FORM_TAMPERED.exception(version.code(), version.version(), FormFile.FORM);
    }
    return files;
  }

  List<QuestionnaireText> texts(QuestionnaireVersion version) {
    return entities
        .createQuery(
            "select t from QuestionnaireText t where t.version.id = :id", QuestionnaireText.class)
        .setParameter("id", version.id())
        .getResultList();
  }

  /** All corrections of a version, the oldest first. */
  public List<TextCorrection> corrections(QuestionnaireVersion version) {
    return entities
        .createQuery(
            "select c from TextCorrection c where c.versionId = :id order by c.id",
            TextCorrection.class)
        .setParameter("id", version.id())
        .getResultList();
  }

  public List<TranslationReview> reviews(QuestionnaireVersion version) {
    return entities
        .createQuery(
            "select r from TranslationReview r where r.versionId = :id order by r.id",
            TranslationReview.class)
        .setParameter("id", version.id())
        .getResultList();
  }

  /** Names that versions of other questionnaires use too: name, then that questionnaire. */
  Map<String, String> elsewhere(Form form) {
    Set<String> names = form.names();
    Map<String, String> owners = new TreeMap<>();
    for (QuestionnaireVersion other : offered()) {
      if (!other.code().equals(form.code())) {
        form(other.id()).names().stream()
            .filter(names::contains)
            .forEach(name -> owners.put(name, other.code()));
      }
    }
    return owners;
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  void remove(Object entity) {
    entities.remove(entity);
  }

  /** Writes what waits, so that what follows in the transaction finds it. */
  void flush() {
    entities.flush();
  }

  /** Lets the next reader read the form anew. */
  void forget(QuestionnaireVersion version) {
    forms.remove(version.id());
  }
}
