package org.infostate.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.infostate.problem.ProblemKind;

/**
 * Copies an XML part of a workbook as it is read, element by element, so that whoever copies can
 * change what it knows and everything else stays. Refuses document types.
 */
final class XmlCopy {

  private final XMLStreamReader in;
  private Appendable out;
  private boolean open;

  /**
   * @param out what is copied to; null to read only
   */
  XmlCopy(byte[] part, Appendable out) {
    this.out = out;
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      in = factory.createXMLStreamReader(new ByteArrayInputStream(part));
    } catch (XMLStreamException e) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  /** Goes to the next start, end or text; false at the end of the part. */
  boolean next() {
    try {
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT,
              XMLStreamConstants.END_ELEMENT,
              XMLStreamConstants.CHARACTERS -> {
            return true;
          }
          default -> {
            // Comments and the like are left out.
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
  }

  boolean starts() {
    return in.isStartElement();
  }

  boolean starts(String element) {
    return in.isStartElement() && in.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return in.isEndElement() && in.getLocalName().equals(element);
  }

  /** Whether an element starts or ends here. */
  boolean tag() {
    return in.isStartElement() || in.isEndElement();
  }

  /** Name without prefix of the element that starts or ends here. */
  String element() {
    return in.getLocalName();
  }

  /** Value of the attribute without a prefix; null for none. */
  String attribute(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name) && in.getAttributePrefix(i).isEmpty()) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** A whole number, at least 0, in an attribute that must be there. */
  int number(String name) {
    return number(attribute(name), -1);
  }

  /**
   * @param otherwise for a missing attribute; negative if it must not be missing
   */
  static int number(String value, int otherwise) {
    if (value == null && otherwise >= 0) {
      return otherwise;
    }
    if (value == null || !value.matches("[0-9]{1,9}")) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    return Integer.parseInt(value);
  }

  /** Value of an attribute that must be there. */
  String required(String name) {
    String value = attribute(name);
    if (value == null) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    return value;
  }

  /** Value of an attribute in whatever namespace, such as {@code r:id}; null for none. */
  String prefixed(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name) && !in.getAttributePrefix(i).isEmpty()) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** All attributes of the element that starts here, as they are written. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(
          qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
          in.getAttributeValue(i));
    }
    return attributes;
  }

  /** Name with prefix of the element that starts or ends here. */
  String qualified() {
    return qualified(in.getPrefix(), in.getLocalName());
  }

  /** The name with the prefix of the element that starts or ends here. */
  String qualified(String name) {
    return qualified(in.getPrefix(), name);
  }

  private static String qualified(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  /** Copies what stands here. */
  void copy() {
    if (in.isStartElement()) {
      start(attributes());
    } else if (in.isEndElement()) {
      end();
    } else {
      text(in.getText());
    }
  }

  /** Copies the start that stands here, with these attributes. */
  void start(Map<String, String> attributes) {
    close();
    raw("<" + qualified());
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      String prefix = in.getNamespacePrefix(i);
      attribute(
          prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
          in.getNamespaceURI(i) == null ? "" : in.getNamespaceURI(i));
    }
    attributes.forEach(this::attribute);
    open = true;
  }

  private void attribute(String name, String value) {
    raw(" " + name + "=\"");
    escaped(value);
    raw("\"");
  }

  void end() {
    if (open) {
      open = false;
      raw("/>");
    } else {
      raw("</" + qualified() + ">");
    }
  }

  void text(String text) {
    if (!text.isEmpty()) {
      close();
      escaped(text);
    }
  }

  /** Writes XML as it stands. */
  void xml(String xml) {
    close();
    raw(xml);
  }

  private void close() {
    if (open) {
      open = false;
      raw(">");
    }
  }

  /** The text of the element that starts here, which has no elements in it; stands at its end. */
  String content() {
    try {
      return in.getElementText();
    } catch (XMLStreamException e) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
  }

  /** Passes over the element that starts here. */
  void skip() {
    int depth = 1;
    while (depth > 0 && next()) {
      depth += in.isStartElement() ? 1 : in.isEndElement() ? -1 : 0;
    }
  }

  /** The element that starts here, as XML; stands at its end. */
  String captured() {
    Appendable outer = out;
    StringBuilder inner = new StringBuilder();
    close();
    out = inner;
    int depth = 0;
    do {
      depth += in.isStartElement() ? 1 : in.isEndElement() ? -1 : 0;
      copy();
    } while (depth > 0 && next());
    out = outer;
    return inner.toString();
  }

  private void raw(String text) {
    if (out != null) {
      try {
        out.append(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void escaped(String text) {
    raw(escape(text));
  }

  /** The text as content or attribute; what XML cannot hold becomes a replacement character. */
  static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String instead = instead(text, i, c);
      if (instead != null && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null) {
        if (instead == null) {
          escaped.append(c);
        } else {
          escaped.append(instead);
        }
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static String instead(String text, int i, char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\t' -> "&#9;";
      case '\n' -> "&#10;";
      case '\r' -> "&#13;";
      default -> {
        boolean paired =
            Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))
                || Character.isLowSurrogate(c)
                    && i > 0
                    && Character.isHighSurrogate(text.charAt(i - 1));
        yield allowed(c) || paired ? null : "\ufffd";
      }
    };
  }

  /** Whether XML 1.0 can hold it by itself. */
  private static boolean allowed(char c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd;
  }
}
