package org.infostate.response;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which kinds of file are taken as evidence, told by their content and not by their name. */
final class EvidenceType {

  private static final Map<String, byte[]> MARKS = new LinkedHashMap<>();

  static {
    MARKS.put("application/pdf", ascii("%PDF-"));
    MARKS.put("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
    MARKS.put("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    MARKS.put("application/zip", new byte[] {'P', 'K', 3, 4});
  }

  private EvidenceType() {}

  /**
   * The media type: PDF, PNG, JPEG, an office document (which is a ZIP file), or text in UTF-8;
   * empty for anything else.
   */
  static Optional<String> of(byte[] content) {
    for (Map.Entry<String, byte[]> mark : MARKS.entrySet()) {
      if (startsWith(content, mark.getValue())) {
        return Optional.of(mark.getKey())
            .filter(type -> !type.equals("application/zip") || officeDocument(content))
            .map(type -> type.equals("application/zip") ? "application/octet-stream" : type);
      }
    }
    return text(content) ? Optional.of("text/plain;charset=utf-8") : Optional.empty();
  }

  private static boolean startsWith(byte[] content, byte[] mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Word, Excel, PowerPoint and OpenDocument name their type near the beginning of the file. */
  private static boolean officeDocument(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 8192), StandardCharsets.ISO_8859_1);
    boolean macros = new String(content, StandardCharsets.ISO_8859_1).contains("vbaProject.bin");
    return !macros
        && (head.contains("[Content_Types].xml")
            || head.contains("mimetypeapplication/vnd.oasis.opendocument."));
  }

  private static boolean text(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
