package org.infostate.design;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.infostate.account.Actor;
import org.infostate.questionnaire.QuestionnaireVersion;

/** The store of scratch responses: each planner finds the own one of a version and no other. */
@ApplicationScoped
public class ScratchResponses {

  @PersistenceContext private EntityManager entities;

  Optional<ScratchResponse> find(QuestionnaireVersion version, Actor actor) {
    return entities
        .createQuery(
            "select s from ScratchResponse s where s.versionId = :version and s.login = :login",
            ScratchResponse.class)
        .setParameter("version", version.id())
        .setParameter("login", actor.login())
        .getResultStream()
        .findFirst();
  }

  /** The scratch response, to be written to; a new one where there is none. */
  ScratchResponse open(QuestionnaireVersion version, Actor actor, Instant now) {
    return find(version, actor)
        .orElseGet(
            () -> {
              ScratchResponse fresh = new ScratchResponse(version.id(), actor.login(), now);
              entities.persist(fresh);
              return fresh;
            });
  }

  void remove(QuestionnaireVersion version, Actor actor) {
    find(version, actor).ifPresent(entities::remove);
  }
}
