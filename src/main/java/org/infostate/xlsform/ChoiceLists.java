package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** The lists of the sheet {@code choices}, in the order in which they begin there. */
final class ChoiceLists {

  static final String OTHER = "other";

  /**
   * A choice.
   *
   * @param columns what choice filters name, in the order of the alphabet
   */
  record Row(Entry name, Map<Language, Entry> labels, Map<String, Entry> columns) {}

  private final Map<String, List<Row>> lists = new LinkedHashMap<>();
  private final Map<String, Entry> cells = new LinkedHashMap<>();

  ChoiceLists(FormTable table, Language language, Findings findings) {
    for (int row : table.rows()) {
      Entry list = table.entry(row, "list_name");
      Entry name = table.entry(row, "name");
      Map<Language, Entry> labels = table.texts(row, "label", language);
      if (!list.filled() && !name.filled() && labels.isEmpty()) {
        continue;
      }
      for (Entry needed : List.of(list, name)) {
        if (!needed.filled()) {
          findings.refuse(
              ProblemKind.FORM_KEY_MISSING, needed.place(), needed == list ? "list_name" : "name");
        }
      }
      if (!labels.containsKey(language)) {
        findings.refuse(ProblemKind.FORM_KEY_MISSING, table.place(row, "label", language), "label");
        labels.put(language, name);
      }
      Map<String, Entry> columns = new TreeMap<>();
      for (String heading : table.others()) {
        Entry entry = table.other(row, heading);
        if (entry.filled()) {
          columns.put(heading, entry);
        }
      }
      if (list.filled() && name.filled()) {
        cells.putIfAbsent(list.word(), list);
        lists
            .computeIfAbsent(list.word(), key -> new ArrayList<>())
            .add(new Row(name.with(name.word()), labels, columns));
      }
    }
  }

  Map<String, List<Row>> lists() {
    return lists;
  }

  /** The cell that first names the list. */
  Entry cell(String list) {
    return cells.get(list);
  }

  /**
   * The list of this name with the choice {@code other}; other questions go on without it.
   *
   * @param at the cell that wants it
   */
  String withOther(String list, Entry at, Iterable<Language> languages) {
    List<Row> rows = lists.get(list);
    if (rows == null || rows.stream().anyMatch(row -> row.name().text().equals(OTHER))) {
      return list;
    }
    String longer = list + "_or_other";
    if (!lists.containsKey(longer)) {
      Map<Language, Entry> labels = new EnumMap<>(Language.class);
      languages.forEach(
          language -> labels.put(language, at.with(Texts.in(language).text("xlsform.other"))));
      List<Row> all = new ArrayList<>(rows);
      all.add(new Row(at.with(OTHER), labels, Map.of()));
      lists.put(longer, all);
      cells.put(longer, at);
    }
    return longer;
  }
}
