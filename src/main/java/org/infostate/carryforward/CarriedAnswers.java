package org.infostate.carryforward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.infostate.response.AnswerKey;
import org.infostate.response.Response;

/** The store of carried answers. */
@ApplicationScoped
public class CarriedAnswers {

  @PersistenceContext private EntityManager entities;

  /** The answers of a response that were carried forward. */
  public Map<AnswerKey, CarriedAnswer> of(Response response) {
    Map<AnswerKey, CarriedAnswer> carried = new LinkedHashMap<>();
    entities
        .createQuery(
            "select c from CarriedAnswer c where c.responseId = :id order by c.id",
            CarriedAnswer.class)
        .setParameter("id", response.id())
        .getResultStream()
        .forEach(each -> carried.put(each.key(), each));
    return carried;
  }

  /** Adds those of a response; written at once and let go, as there may be many countries. */
  void add(Collection<CarriedAnswer> carried) {
    carried.forEach(entities::persist);
    entities.flush();
    carried.forEach(entities::detach);
  }
}
