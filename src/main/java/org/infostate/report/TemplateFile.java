package org.infostate.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.infostate.problem.ProblemKind;

/** The parts of a workbook file, with the relations between them. Bounded in size and number. */
final class TemplateFile {

  private static final int MEGABYTE = 1 << 20;
  private static final int LARGEST_MB = 16;
  private static final int LARGEST_UNPACKED = 128 * MEGABYTE;
  private static final int MOST_PARTS = 4_000;

  /** A relation from one part to another. */
  record Relation(String id, String type, String target) {

    boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  private final Map<String, byte[]> parts;

  private TemplateFile(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /**
   * @throws org.infostate.problem.ProblemException if it is no workbook, is too large, or contains
   *     macros or links to other files
   */
  static TemplateFile read(byte[] file) {
    if (file.length > LARGEST_MB * MEGABYTE) {
      throw ProblemKind.WORKBOOK_TOO_LARGE.exception(LARGEST_MB);
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      long room = LARGEST_UNPACKED;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = bounded(zip, room);
        room -= part.length;
        if (parts.size() == MOST_PARTS) {
          throw ProblemKind.WORKBOOK_TOO_LARGE.exception(LARGEST_MB);
        }
        if (!entry.isDirectory()) {
          parts.put(entry.getName(), part);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    refuseWhatIsForeign(parts);
    return new TemplateFile(parts);
  }

  private static byte[] bounded(InputStream in, long room) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (bytes.size() + count > room) {
        throw ProblemKind.WORKBOOK_TOO_LARGE.exception(LARGEST_MB);
      }
      bytes.write(buffer, 0, count);
    }
    return bytes.toByteArray();
  }

  private static void refuseWhatIsForeign(Map<String, byte[]> parts) {
    if (!parts.containsKey("xl/workbook.xml") || !parts.containsKey("[Content_Types].xml")) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    for (String name : parts.keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith("vbaproject.bin")
          || lower.startsWith("xl/externallinks/")
          || lower.startsWith("xl/macrosheets/")
          || lower.startsWith("xl/embeddings/")
          || lower.startsWith("xl/activex/")
          || lower.equals("xl/connections.xml")) {
        throw ProblemKind.WORKBOOK_MACROS.exception();
      }
      if (lower.endsWith(".rels")) {
        refuseForeignContent(parts.get(name));
      }
    }
  }

  /** Links that people may click are theirs; whatever else stands elsewhere would be fetched. */
  private static void refuseForeignContent(byte[] relations) {
    XmlCopy reading = new XmlCopy(relations, null);
    while (reading.next()) {
      if (reading.starts("Relationship")
          && "External".equals(reading.attribute("TargetMode"))
          && !String.valueOf(reading.attribute("Type")).endsWith("/hyperlink")) {
        throw ProblemKind.WORKBOOK_MACROS.exception();
      }
    }
  }

  Map<String, byte[]> parts() {
    return parts;
  }

  byte[] part(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    return part;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** The relations of a part; targets are names of parts. Those to addresses are left out. */
  List<Relation> relations(String part) {
    int slash = part.lastIndexOf('/');
    String name = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    List<Relation> relations = new ArrayList<>();
    if (has(name)) {
      XmlCopy reading = new XmlCopy(part(name), null);
      while (reading.next()) {
        if (reading.starts("Relationship") && !"External".equals(reading.attribute("TargetMode"))) {
          relations.add(
              new Relation(
                  reading.required("Id"),
                  reading.required("Type"),
                  resolved(part, reading.required("Target"))));
        }
      }
    }
    return relations;
  }

  private static String resolved(String part, String target) {
    try {
      return URI.create("/" + part).resolve(target).getPath().substring(1);
    } catch (IllegalArgumentException e) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
  }

  /** The first part that a part has such a relation to; null for none. */
  String related(String part, String kind) {
    return relations(part).stream()
        .filter(relation -> relation.is(kind))
        .map(Relation::target)
        .findFirst()
        .orElse(null);
  }
}
