package org.infostate.xlsform;

import java.util.List;
import java.util.Map;
import org.infostate.text.Language;

/**
 * A section, roster or question as a workbook describes it.
 *
 * @param type as {@code form.yaml} has it
 * @param typeCell where the type stands
 * @param texts by column: {@code label}, {@code hint}, {@code constraint_message}
 * @param keys by column: what is written in no language
 * @param inside what a section or roster holds; empty for a question
 */
record Asked(
    String type,
    Entry typeCell,
    Entry name,
    Map<String, Map<Language, Entry>> texts,
    Map<String, Entry> keys,
    List<Asked> inside) {

  static final String GROUP = "group";
  static final String REPEAT = "repeat";

  boolean is(String kind) {
    return type.equals(kind);
  }

  Map<Language, Entry> text(String column) {
    return texts.getOrDefault(column, Map.of());
  }

  Entry key(String column) {
    return keys.getOrDefault(column, name.with(""));
  }

  Asked holding(List<Asked> other) {
    return new Asked(type, typeCell, name, texts, keys, other);
  }

  Asked with(Map<String, Entry> otherKeys) {
    return new Asked(type, typeCell, name, texts, otherKeys, inside);
  }
}
