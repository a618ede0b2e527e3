package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.infostate.problem.ProblemKind;

/** The store of uploaded templates and of which one is in use. */
@ApplicationScoped
public class TemplateVersions {

  @PersistenceContext private EntityManager entities;

  /** All versions of the template of a report, the newest first; without the shipped one. */
  public List<TemplateVersion> of(String template) {
    return entities
        .createQuery(
            "select v from TemplateVersion v where v.template = :template order by v.number desc",
            TemplateVersion.class)
        .setParameter("template", template)
        .getResultList();
  }

  private Optional<TemplateVersion> find(String template, int number) {
    return entities
        .createQuery(
            "select v from TemplateVersion v where v.template = :template and v.number = :number",
            TemplateVersion.class)
        .setParameter("template", template)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** An uploaded version, or a 404 problem. */
  public TemplateVersion require(String template, int number) {
    return find(template, number).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** The version with this content, if there is one. */
  Optional<TemplateVersion> withContent(String template, String sha256) {
    return of(template).stream().filter(each -> each.sha256().equals(sha256)).findFirst();
  }

  /** The number of the version in use. */
  public int chosen(String template) {
    TemplateChoice choice = entities.find(TemplateChoice.class, template);
    return choice == null ? TemplateVersion.SHIPPED : choice.chosen();
  }

  /** The choice, made if it is the first; to be changed in the running transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  TemplateChoice choice(String template) {
    TemplateChoice choice = entities.find(TemplateChoice.class, template);
    if (choice == null) {
      choice = new TemplateChoice(template);
      entities.persist(choice);
    }
    return choice;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(TemplateVersion version) {
    entities.persist(version);
  }
}
