package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.infostate.audit.AuditTrail;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.ShippedFiles;

/** The store of published indices. */
@ApplicationScoped
public class Indices {

  private static final String FOLDER = "index";

  /** Definitions that were read already, by their hash: they never change. */
  private static final Map<String, IndexFile> READ = new ConcurrentHashMap<>();

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;

  /** All versions, by code, the newest first. */
  public List<IndexVersion> all() {
    return entities
        .createQuery(
            "select v from IndexVersion v order by v.code, v.version desc", IndexVersion.class)
        .getResultList();
  }

  public Optional<IndexVersion> find(String code, int version) {
    return all().stream().filter(v -> v.code().equals(code) && v.version() == version).findFirst();
  }

  /** The highest version of an index. */
  public Optional<IndexVersion> newest(String code) {
    return all().stream().filter(v -> v.code().equals(code)).findFirst();
  }

  /**
   * Publishes the indices that ship with the program; those that are published stay as they are.
   */
  @Transactional
  public void publishShipped() {
    ShippedFiles.below(FOLDER).values().forEach(this::publish);
  }

  /**
   * Publishes a version; one that is published already with the same text stays as it is.
   *
   * @param definition in the format of {@link IndexFile}
   * @throws ProblemException with everything that is wrong in the definition, or because the
   *     published version reads differently
   */
  @Transactional
  public IndexVersion publish(String definition) {
    IndexFile file = read(definition);
    String code = file.index().code();
    int version = file.index().version();
    Optional<IndexVersion> published = find(code, version);
    if (published.isPresent()) {
      if (!published.get().sha256().equals(Sha256.of(definition))) {
        throw ProblemKind.INDEX_CHANGED_AFTER_PUBLICATION.exception(code, version);
      }
      return published.get();
    }
    IndexVersion added = new IndexVersion(code, version, definition, clock.instant());
    entities.persist(added);
    trail.record("-", "index.publish", added.address());
    return added;
  }

  /**
   * Reads a definition.
   *
   * @throws ProblemException with everything that is wrong in it
   */
  public static IndexFile read(String definition) {
    IndexFile file = READ.get(Sha256.of(definition));
    return file == null ? readAnew(definition) : file;
  }

  private static IndexFile readAnew(String definition) {
    IndexFile file = IndexFile.read(definition);
    if (!file.faults().isEmpty()) {
      throw new ProblemException(
          file.faults().stream()
              .map(f -> ProblemKind.INDEX_INVALID.at(Place.line(f.line(), f.column()), f.text()))
              .toList());
    }
    READ.put(Sha256.of(definition), file);
    return file;
  }
}
