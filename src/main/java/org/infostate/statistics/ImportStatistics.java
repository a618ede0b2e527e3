package org.infostate.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import org.infostate.account.Actor;
import org.infostate.problem.ProblemKind;

/** Imports a publisher's file, for the page and for the API alike. */
@RequestScoped
public class ImportStatistics {

  @Inject private Statistics statistics;
  @Inject private Actor actor;

  /**
   * Takes a file from a field of a form.
   *
   * @param part null where the form has no such field
   */
  PublishedFile file(EntityPart part) throws IOException {
    if (part == null) {
      throw ProblemKind.FILE_MISSING.exception();
    }
    return file(part.getFileName().orElse(""), part.getContent());
  }

  /**
   * Takes a file from the body of a request.
   *
   * @throws org.infostate.problem.ProblemException where it is empty or too large
   */
  PublishedFile file(String name, InputStream content) throws IOException {
    return PublishedFile.of(name, content.readNBytes((PublishedFile.MOST_MEGABYTES << 20) + 1));
  }

  /** Reads the file and keeps its figures, all of them or none. */
  StatisticsImport run(PublishedFile file) {
    return statistics.store(file.name(), file.sha256(), file.read(), actor.login());
  }
}
