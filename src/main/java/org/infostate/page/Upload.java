package org.infostate.page;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/**
 * A file that a form sent in its field {@code file}.
 *
 * @param fileName what the browser called it, without folders; at most 200 characters
 */
public record Upload(String fileName, byte[] content) {

  private static final String FIELD = "file";
  private static final int NAME_LENGTH = 200;

  /**
   * The file among the parts.
   *
   * @throws org.infostate.problem.ProblemException if there is none, or it is empty or too large
   */
  public static Upload of(List<EntityPart> parts, int mostMegabytes) throws IOException {
    return of(files(parts).get(0), mostMegabytes);
  }

  /**
   * All files among the parts, in their order.
   *
   * @throws org.infostate.problem.ProblemException if there is none or are too many, or one is
   *     empty or too large
   */
  public static List<Upload> all(List<EntityPart> parts, int mostFiles, int mostMegabytes)
      throws IOException {
    List<EntityPart> files = files(parts);
    if (files.size() > mostFiles) {
      throw ProblemKind.FILES_TOO_MANY.at(Place.question(FIELD), mostFiles).exception();
    }
    List<Upload> uploads = new ArrayList<>();
    for (EntityPart file : files) {
      uploads.add(of(file, mostMegabytes));
    }
    return uploads;
  }

  private static List<EntityPart> files(List<EntityPart> parts) {
    List<EntityPart> files = parts.stream().filter(each -> FIELD.equals(each.getName())).toList();
    if (files.isEmpty()) {
      throw ProblemKind.FILE_MISSING.at(Place.question(FIELD)).exception();
    }
    return files;
  }

  private static Upload of(EntityPart part, int mostMegabytes) throws IOException {
    int limit = mostMegabytes << 20;
    try (InputStream in = part.getContent()) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw ProblemKind.BODY_TOO_LARGE.at(Place.question(FIELD), mostMegabytes).exception();
      }
      if (content.length == 0) {
        throw ProblemKind.FILE_MISSING.at(Place.question(FIELD)).exception();
      }
      return new Upload(name(part.getFileName().orElse(FIELD)), content);
    }
  }

  private static String name(String sent) {
    String name = sent.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return name.isEmpty()
        ? FIELD
        : name.length() <= NAME_LENGTH ? name : name.substring(name.length() - NAME_LENGTH);
  }
}
