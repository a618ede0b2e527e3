package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.IndexVersion;
import org.infostate.assessment.Indices;
import org.infostate.assessment.Sha256;
import org.infostate.country.Countries;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Index;

/** Takes in the texts that planners bring; for page and API alike. */
@ApplicationScoped
public class ChangePlanningFile {

  static final int MOST_MEGABYTES = 4;

  @Inject private PlanningFiles files;
  @Inject private Indices indices;
  @Inject private Countries countries;
  @Inject private Clock clock;

  /**
   * Keeps a text as the newest of its kind. The same text again stays the one that it was.
   *
   * @param seen the number of the one in use when the planner looked
   * @throws org.infostate.problem.ProblemException with everything that is wrong, or because
   *     another was brought since; nothing is kept then
   */
  @Transactional
  public int add(PlanningFile.Kind kind, byte[] content, int seen, Actor actor) {
    String text = text(content);
    check(kind, text);
    int number = files.number(kind);
    if (text.equals(files.current(kind))) {
      return number;
    }
    if (number != seen) {
      throw ProblemKind.EDIT_CONFLICT.exception();
    }
    files.add(
        new PlanningFile(kind, number + 1, text, Sha256.of(text), actor.login(), clock.instant()));
    return number + 1;
  }

  private static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.length() <= PlanningFile.LENGTH && text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // Told below, as a text that is no text is.
    }
    throw ProblemKind.PLANNING_FILE_UNREADABLE.exception();
  }

  private void check(PlanningFile.Kind kind, String text) {
    switch (kind) {
      case CATALOGUE -> checkCatalogue(CatalogueFile.read("catalogue", text));
      case TARGETS -> PlanningTables.targets(text, countries::find, index(files.catalogue()));
      case GIVEN -> PlanningTables.given(text, countries::find, files.catalogue());
    }
  }

  private void checkCatalogue(Catalogue catalogue) {
    List<String> unusable = CatalogueFile.unusable(catalogue, index(catalogue));
    if (!unusable.isEmpty()) {
      throw ProblemKind.CATALOGUE_UNUSABLE.exception(String.join(", ", unusable));
    }
    // What was told of assistance names codes of the catalogue.
    PlanningTables.given(files.current(PlanningFile.Kind.GIVEN), countries::find, catalogue);
  }

  private Index index(Catalogue catalogue) {
    return indices
        .newest(catalogue.index())
        .map(IndexVersion::definition)
        .map(definition -> IndexFile.read(definition).index())
        .orElseThrow(() -> ProblemKind.CATALOGUE_UNUSABLE.exception(catalogue.index()));
  }
}
