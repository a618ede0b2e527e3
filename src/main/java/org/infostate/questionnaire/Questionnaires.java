package org.infostate.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.infostate.audit.AuditTrail;
import org.infostate.problem.ProblemKind;

/** The store of questionnaire versions. Read forms are kept: they never change. */
@ApplicationScoped
public class Questionnaires {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;

  private final Map<Long, Form> forms = new ConcurrentHashMap<>();

  /** All versions, by code, the newest first. */
  public List<QuestionnaireVersion> all() {
    return entities
        .createQuery(
            "select v from QuestionnaireVersion v order by v.code, v.id desc",
            QuestionnaireVersion.class)
        .getResultList();
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

  /** The form of a version. */
  public Form form(long versionId) {
    return forms.computeIfAbsent(versionId, id -> FormFile.read(files(id)));
  }

  /** The files of a version, verbatim, by name. */
  public Map<String, String> files(long versionId) {
    Map<String, String> files = new TreeMap<>();
    for (QuestionnaireText text : texts(versionId)) {
      files.put(text.fileName(), text.content());
    }
    return files;
  }

  private List<QuestionnaireText> texts(long versionId) {
    return entities
        .createQuery(
            "select t from QuestionnaireText t where t.version.id = :id", QuestionnaireText.class)
        .setParameter("id", versionId)
        .getResultList();
  }

  /**
   * Publishes a version, or corrects the translations of one that is published already.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}
   * @throws org.infostate.problem.ProblemException with everything that is wrong in the files, or
   *     because {@code form.yaml} differs from the published one
   */
  @Transactional
  public void publish(Map<String, String> files) {
    Form form = FormFile.read(files);
    String sha256 = sha256(files.get(FormFile.FORM));
    Optional<QuestionnaireVersion> published = find(form.code(), form.version());
    if (published.isEmpty()) {
      QuestionnaireVersion version =
          new QuestionnaireVersion(form.code(), form.version(), sha256, clock.instant());
      entities.persist(version);
      files.forEach((name, text) -> entities.persist(new QuestionnaireText(version, name, text)));
      trail.record("-", "questionnaire.publish", form.code() + "/" + form.version());
    } else if (!published.get().sha256().equals(sha256)) {
      throw ProblemKind.FORM_CHANGED_AFTER_PUBLICATION.exception(form.code(), form.version());
    } else {
      correct(published.get(), files);
    }
  }

  private void correct(QuestionnaireVersion version, Map<String, String> files) {
    Map<String, String> wanted = new HashMap<>(files);
    for (QuestionnaireText text : texts(version.id())) {
      String content = wanted.remove(text.fileName());
      if (content != null && !content.equals(text.content())) {
        text.correct(content);
        corrected(version, text.fileName());
      }
    }
    wanted.forEach(
        (name, content) -> {
          entities.persist(new QuestionnaireText(version, name, content));
          corrected(version, name);
        });
  }

  private void corrected(QuestionnaireVersion version, String fileName) {
    forms.remove(version.id());
    trail.record(
        "-", "questionnaire.correct", version.code() + "/" + version.version() + "/" + fileName);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
