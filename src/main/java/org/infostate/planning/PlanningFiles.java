package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infostate.country.Countries;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.ShippedFiles;

/** The store of texts that planners bring, and what the newest ones say. */
@ApplicationScoped
public class PlanningFiles {

  @PersistenceContext private EntityManager entities;
  @Inject private Countries countries;

  /** All of a kind, the newest first; without what ships. */
  public List<PlanningFile> of(PlanningFile.Kind kind) {
    return entities
        .createQuery(
            "select f from PlanningFile f where f.kind = :kind order by f.number desc",
            PlanningFile.class)
        .setParameter("kind", kind)
        .getResultList();
  }

  /** The newest that somebody brought. */
  public Optional<PlanningFile> newest(PlanningFile.Kind kind) {
    return entities
        .createQuery(
            "select f from PlanningFile f where f.kind = :kind order by f.number desc",
            PlanningFile.class)
        .setParameter("kind", kind)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The number of the one in use. */
  public int number(PlanningFile.Kind kind) {
    return newest(kind).map(PlanningFile::number).orElse(PlanningFile.SHIPPED);
  }

  /**
   * The text with a number, {@link PlanningFile#SHIPPED} for what ships, or a 404 problem. What
   * does not ship is an empty table, to be filled.
   */
  public String content(PlanningFile.Kind kind, int number) {
    if (number == PlanningFile.SHIPPED) {
      return shipped(kind);
    }
    return of(kind).stream()
        .filter(file -> file.number() == number)
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception)
        .content();
  }

  /** The text in use. */
  public String current(PlanningFile.Kind kind) {
    return newest(kind).map(PlanningFile::content).orElseGet(() -> shipped(kind));
  }

  /** The catalogue in use. */
  public Catalogue catalogue() {
    return CatalogueFile.read("catalogue", current(PlanningFile.Kind.CATALOGUE));
  }

  /** The targets with a number. */
  public DeclaredTargets targets(int number) {
    return DeclaredTargets.of(
        PlanningTables.targets(content(PlanningFile.Kind.TARGETS, number), countries::find));
  }

  /** The assistance that is known to be given, as it was last told. */
  public List<GivenAssistance> given() {
    return PlanningTables.given(current(PlanningFile.Kind.GIVEN), countries::find, catalogue());
  }

  private static String shipped(PlanningFile.Kind kind) {
    return switch (kind) {
      case CATALOGUE -> shippedCatalogue();
      case TARGETS -> String.join(",", PlanningTables.TARGETS) + "\r\n";
      case GIVEN -> String.join(",", PlanningTables.GIVEN) + "\r\n";
    };
  }

  /** The newest version that ships. */
  static String shippedCatalogue() {
    return ShippedFiles.below("assistance").entrySet().stream()
        .max(Comparator.comparingInt(file -> Integer.parseInt(file.getKey().split("\\.")[0])))
        .orElseThrow()
        .getValue();
  }

  /**
   * Adds a new version.
   *
   * @throws org.infostate.problem.ProblemException if somebody else was faster
   */
  void add(PlanningFile file) {
    try {
      entities.persist(file);
      entities.flush();
    } catch (PersistenceException e) {
      throw ProblemKind.EDIT_CONFLICT.exception();
    }
  }
}
