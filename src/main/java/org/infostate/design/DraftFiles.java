package org.infostate.design;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.xlsform.XlsForm;

/**
 * The files of a version as they are sent: {@code form.yaml} alone or with its translations, or one
 * XLSForm workbook.
 *
 * @param files text by file name
 * @param warnings what reading a workbook left out or assumed
 */
record DraftFiles(Map<String, String> files, List<Problem> warnings) {

  private static final String FORM = "form.yaml";
  private static final String FIELD = "file";
  private static final int MOST_MEGABYTES = 10;
  private static final int MOST_FILES = 1 + Language.values().length;

  /** One YAML file: the form. */
  static DraftFiles yaml(byte[] content) {
    if (content == null || content.length == 0) {
      throw ProblemKind.FILE_MISSING.at(Place.question(FIELD)).exception();
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    put(files, FORM, content, problems);
    refuse(problems);
    return new DraftFiles(files, List.of());
  }

  /** One XLSForm workbook. */
  static DraftFiles workbook(byte[] content, String name) {
    if (content == null || content.length == 0) {
      throw ProblemKind.FILE_MISSING.at(Place.question(FIELD)).exception();
    }
    XlsForm.Read read = XlsForm.read(content, name);
    return new DraftFiles(read.files(), read.warnings());
  }

  /**
   * The files in the fields {@code file}; a single YAML file is the form, whatever its name; any
   * other single file is read as a workbook.
   */
  static DraftFiles of(List<EntityPart> parts) throws IOException {
    Map<String, byte[]> sent = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (EntityPart part : parts) {
      String name = name(part.getFileName().orElse(""));
      if (FIELD.equals(part.getName()) && !name.isEmpty()) {
        if (sent.put(name, content(part)) != null || sent.size() > MOST_FILES) {
          problems.add(ProblemKind.FORM_FILES_UNKNOWN.at(place(name), name));
          break;
        }
      }
    }
    refuse(problems);
    if (sent.isEmpty()) {
      throw ProblemKind.FILE_MISSING.at(Place.question(FIELD)).exception();
    }
    Map.Entry<String, byte[]> first = sent.entrySet().iterator().next();
    if (sent.size() == 1 && !first.getKey().matches(".*\\.ya?ml")) {
      return workbook(first.getValue(), first.getKey());
    }
    Map<String, String> files = new TreeMap<>();
    sent.forEach(
        (name, content) -> {
          boolean alone = sent.size() == 1 && name.matches(".*\\.ya?ml");
          if (alone || name.equals(FORM) || translation(name)) {
            put(files, alone ? FORM : name, content, problems);
          } else {
            problems.add(ProblemKind.FORM_FILES_UNKNOWN.at(place(name), name));
          }
        });
    if (problems.isEmpty() && !files.containsKey(FORM)) {
      problems.add(ProblemKind.FORM_FILES_UNKNOWN.at(place(FORM), sent.keySet().toString()));
    }
    refuse(problems);
    return new DraftFiles(files, List.of());
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static byte[] content(EntityPart part) throws IOException {
    int limit = MOST_MEGABYTES << 20;
    try (InputStream in = part.getContent()) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw ProblemKind.BODY_TOO_LARGE.at(Place.question(FIELD), MOST_MEGABYTES).exception();
      }
      return content;
    }
  }

  private static String name(String sent) {
    String name = sent.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return name.length() <= 100 ? name : name.substring(name.length() - 100);
  }

  private static boolean translation(String name) {
    return name.endsWith(".yaml") && Language.of(name.replace(".yaml", "")).isPresent();
  }

  private static Place place(String file) {
    return new Place(null, null, file, null, 1, 1);
  }

  private static void put(
      Map<String, String> files, String name, byte[] content, List<Problem> problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      files.put(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(ProblemKind.FORM_SYNTAX.at(place(name), "UTF-8"));
    }
  }
}
