package org.infostate.workbook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.response.AnswerKey;
import org.infostate.text.Language;

/**
 * What a workbook says about itself on a hidden sheet: whose answers it holds, from when, made from
 * which questionnaires. It is signed, so that a workbook is what we handed out or is refused.
 *
 * @param round code
 * @param country ISO 3166 code
 * @param versions {@code code/version/SHA-256} of each questionnaire, in the order of the round
 * @param language in which its labels are written
 * @param sections names of the sections that it holds, in order
 * @param issued when it was made, to the second
 * @param revisions of the answers that were in it, by answer; those that had none are not listed
 */
record WorkbookIdentity(
    String round,
    String country,
    List<String> versions,
    Language language,
    List<String> sections,
    Instant issued,
    Map<AnswerKey, Integer> revisions) {

  /** Key and value of one row of the sheet. */
  record Line(String key, String value) {}

  static final String FORMAT = "infostate";

  private static final String FORMAT_NOW = "workbook 1";
  private static final String SIGNATURE = "signature";

  WorkbookIdentity {
    versions = List.copyOf(versions);
    sections = List.copyOf(sections);
    issued = issued.truncatedTo(ChronoUnit.SECONDS);
    revisions = Map.copyOf(revisions);
  }

  /** How a published version is named here. */
  static String version(QuestionnaireVersion version) {
    return version.code() + "/" + version.version() + "/" + version.sha256();
  }

  /** What the sheet holds, its signature last. */
  List<Line> lines(byte[] secret) {
    List<Line> lines = new ArrayList<>(unsigned());
    lines.add(new Line(SIGNATURE, signature(secret)));
    return lines;
  }

  private List<Line> unsigned() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(FORMAT, FORMAT_NOW));
    lines.add(new Line("round", round));
    lines.add(new Line("country", country));
    lines.add(new Line("language", language.tag()));
    lines.add(new Line("issued", issued.toString()));
    versions.forEach(version -> lines.add(new Line("version", version)));
    sections.forEach(section -> lines.add(new Line("section", section)));
    Map<String, Integer> inOrder = new TreeMap<>();
    revisions.forEach((key, revision) -> inOrder.put(key.field(), revision));
    inOrder.forEach((field, revision) -> lines.add(new Line("answer", field + " " + revision)));
    return lines;
  }

  /** Eight letters and digits by which people can name this workbook. */
  String issueNumber(byte[] secret) {
    return signature(secret).substring(0, 8);
  }

  private String signature(byte[] secret) {
    String signed =
        unsigned().stream()
            .map(line -> line.key() + "=" + line.value())
            .collect(Collectors.joining("\n"));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** What the lines of a sheet say; empty where they are not as we write them or signed by us. */
  static Optional<WorkbookIdentity> read(List<Line> lines, byte[] secret) {
    try {
      WorkbookIdentity identity =
          new WorkbookIdentity(
              one(lines, "round"),
              one(lines, "country"),
              all(lines, "version"),
              Language.of(one(lines, "language")).orElseThrow(IllegalArgumentException::new),
              all(lines, "section"),
              Instant.parse(one(lines, "issued")),
              revisions(all(lines, "answer")));
      byte[] given = one(lines, SIGNATURE).getBytes(StandardCharsets.UTF_8);
      byte[] own = identity.signature(secret).getBytes(StandardCharsets.UTF_8);
      return Optional.of(identity)
          .filter(signed -> one(lines, FORMAT).equals(FORMAT_NOW))
          .filter(signed -> MessageDigest.isEqual(given, own));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String one(List<Line> lines, String key) {
    List<String> values = all(lines, key);
    if (values.size() != 1) {
      throw new IllegalArgumentException(key);
    }
    return values.get(0);
  }

  private static List<String> all(List<Line> lines, String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  private static Map<AnswerKey, Integer> revisions(List<String> written) {
    Map<AnswerKey, Integer> revisions = new java.util.HashMap<>();
    for (String answer : written) {
      String[] parts = answer.split(" ", 2);
      String[] field = parts[0].split("\\.", 2);
      int row = field.length == 1 ? 0 : Integer.parseInt(field[1]);
      revisions.put(new AnswerKey(field[0], row), Integer.valueOf(parts[parts.length - 1]));
    }
    return revisions;
  }
}
