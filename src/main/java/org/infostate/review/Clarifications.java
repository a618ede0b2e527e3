package org.infostate.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;

/**
 * The store of clarifications. Whoever may not see a section of the response finds no thread about
 * it, and the country finds none that it was not told of.
 */
@ApplicationScoped
public class Clarifications {

  @PersistenceContext private EntityManager entities;
  @Inject private FilledForms filledForms;

  /** The threads about a response that this person may read, the oldest first. */
  public List<Clarification> of(Response response, Actor actor) {
    Set<String> visible = filledForms.visible(response, actor);
    List<Form> forms = filledForms.forms(response);
    return all(response).stream()
        .filter(each -> each.shownTo(actor))
        .filter(each -> inOneOf(visible, forms, each.key().question()))
        .toList();
  }

  private static boolean inOneOf(Set<String> visible, List<Form> forms, String question) {
    return forms.stream()
        .flatMap(form -> form.sectionOf(question).stream())
        .anyMatch(section -> visible.contains(section.name()));
  }

  /** One of them; otherwise a 404 problem. */
  Clarification require(Response response, long id, Actor actor) {
    return of(response, actor).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  List<Clarification> all(Response response) {
    return entities
        .createQuery(
            "select c from Clarification c where c.responseId = :id order by c.id",
            Clarification.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  /** The thread about an answer that is not resolved; there is at most one. */
  Optional<Clarification> open(Response response, AnswerKey key) {
    return all(response).stream().filter(each -> each.open() && each.key().equals(key)).findFirst();
  }

  void add(Clarification clarification) {
    entities.persist(clarification);
  }
}
