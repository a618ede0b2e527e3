package org.infostate.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.infostate.account.Actor;
import org.infostate.account.Role;

/** The store of rounds. People of a country see the rounds that their country is in, once open. */
@ApplicationScoped
public class Rounds {

  @PersistenceContext private EntityManager entities;

  void add(Round round) {
    entities.persist(round);
  }

  /** The rounds that this person may see, the newest first. */
  public List<Round> all(Actor actor) {
    if (Role.ofCountry(actor.role())) {
      return entities
          .createQuery(
              "select distinct r from Round r join r.countries c"
                  + " where c.iso3 = :iso3 and r.state <> :planned order by r.id desc",
              Round.class)
          .setParameter("iso3", actor.iso3())
          .setParameter("planned", Round.State.PLANNED)
          .getResultList();
    }
    return entities
        .createQuery("select r from Round r order by r.id desc", Round.class)
        .getResultList();
  }

  /** A round that this person may see. */
  public Optional<Round> find(String code, Actor actor) {
    return find(code)
        .filter(
            round ->
                !Role.ofCountry(actor.role())
                    || round.state() != Round.State.PLANNED
                        && round.country(actor.iso3()).isPresent());
  }

  Optional<Round> find(String code) {
    return entities
        .createQuery("select r from Round r where r.code = :code", Round.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }
}
