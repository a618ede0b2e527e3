package org.infostate.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.response.AnswerKey;
import org.infostate.response.Response;

/** The store of verifications. */
@ApplicationScoped
public class Verifications {

  @PersistenceContext private EntityManager entities;

  /** The verdicts that hold, by answer. */
  public Map<AnswerKey, Verification> of(Response response) {
    Map<AnswerKey, Verification> holding = new LinkedHashMap<>();
    entities
        .createQuery(
            "select v from Verification v where v.responseId = :id order by v.id",
            Verification.class)
        .setParameter("id", response.id())
        .getResultStream()
        .forEach(each -> holding.merge(each.key(), each, Verifications::later));
    holding.values().removeIf(each -> each.verdict() == Verdict.WITHDRAWN);
    return holding;
  }

  private static Verification later(Verification one, Verification other) {
    return one.revision() > other.revision() ? one : other;
  }

  /** Everything that was said of one answer, the oldest first; withdrawals too. */
  public List<Verification> history(Response response, AnswerKey key) {
    return entities
        .createQuery(
            "select v from Verification v where v.responseId = :id and v.question = :question"
                + " and v.rosterRow = :row order by v.revision",
            Verification.class)
        .setParameter("id", response.id())
        .setParameter("question", key.question())
        .setParameter("row", key.row())
        .getResultList();
  }

  void add(Verification verification) {
    entities.persist(verification);
  }
}
