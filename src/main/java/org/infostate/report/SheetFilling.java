package org.infostate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infostate.problem.ProblemKind;
import org.infostate.report.TemplateLayout.Area;
import org.infostate.report.TemplateLayout.Name;
import org.infostate.report.TemplateLayout.Sheet;

/**
 * Fills one worksheet, from its beginning to its end: rows of tables are written as they come, so
 * that a table may be longer than memory.
 *
 * <p>The first data row of a table is the model of all: its formats and formulas are carried down.
 */
final class SheetFilling {

  private static final Set<String> ADDRESSES = Set.of("ref", "sqref", "activeCell");
  private static final Set<String> FORMULAS =
      Set.of("f", "formula", "formula1", "formula2", "sqref");

  /** A row as the template has it. */
  private record Row(Map<String, String> attributes, TreeMap<Integer, Cell> cells) {}

  private static final Row NO_ROW = new Row(Map.of(), new TreeMap<>());

  /**
   * A cell as the template has it.
   *
   * @param formula null for none; shared formulas are resolved
   * @param formulaAttributes of the formula
   * @param content value and rich text as XML
   */
  private record Cell(
      Map<String, String> attributes,
      String formula,
      Map<String, String> formulaAttributes,
      String content) {}

  /** A formula that other cells repeat. */
  private record Shared(String formula, CellAddress at) {}

  private final Sheet sheet;
  private final Filling filling;
  private final References references;
  private final Growth growth;
  private final RowHeights heights;
  private final XmlCopy xml;
  private final boolean date1904;
  private final List<Area> areas;
  private final TreeMap<Integer, TreeMap<Integer, Object>> named = new TreeMap<>();
  private final Map<Integer, Row> held = new HashMap<>();
  private final Map<String, Shared> shared = new HashMap<>();
  private final TreeSet<Integer> hidden = new TreeSet<>();
  private boolean columnBreaks;
  private int lastRow;

  SheetFilling(
      TemplateFile file,
      TemplateLayout layout,
      Sheet sheet,
      Filling filling,
      References references,
      Appendable out) {
    this.sheet = sheet;
    this.filling = filling;
    this.references = references;
    this.growth = references.growth(sheet.name());
    this.heights = new RowHeights(file, sheet.part());
    this.xml = new XmlCopy(file.part(sheet.part()), out);
    this.date1904 = layout.date1904();
    this.areas =
        new ArrayList<>(
            layout.areas().stream()
                .filter(area -> area.sheet().equals(sheet))
                .filter(area -> filling.dataset(area.name()).isPresent())
                .sorted(Comparator.comparingInt(Area::first))
                .toList());
    layout.names().stream()
        .filter(name -> name.sheet().equals(sheet) && filling.values().containsKey(name.name()))
        .forEach(this::name);
    areas.forEach(this::headings);
    areas.forEach(this::hide);
  }

  private void hide(Area area) {
    Dataset dataset = filling.dataset(area.name()).orElseThrow();
    for (int i = 0; i < area.headings().size(); i++) {
      if (dataset.hides(area.headings().get(i))) {
        hidden.add(area.column() + i);
      }
    }
  }

  private void name(Name name) {
    write(name.cell().row(), name.cell().column(), filling.values().get(name.name()));
  }

  private void headings(Area area) {
    for (int i = 0; i < area.headings().size() && area.header() > 0; i++) {
      String heading = area.headings().get(i);
      String shown = references.heading(area.name(), heading);
      if (!shown.equals(heading)) {
        write(area.header(), area.column() + i, shown);
      }
    }
  }

  private void write(int row, int column, Object value) {
    named.computeIfAbsent(row, any -> new TreeMap<>()).put(column, value);
  }

  void run() {
    while (xml.next()) {
      if (xml.starts("row")) {
        row();
      } else if (xml.ends("sheetData")) {
        before(Integer.MAX_VALUE);
        xml.end();
      } else if (xml.starts("sheetView")) {
        Map<String, String> attributes = xml.attributes();
        if (filling.language().rightToLeft()) {
          attributes.put("rightToLeft", "1");
        }
        xml.start(attributes);
      } else if (xml.starts("col")) {
        columns();
      } else if (xml.starts() && FORMULAS.contains(xml.element())) {
        xml.start(xml.attributes());
        xml.text(references.formula(xml.content(), sheet.name()));
        xml.end();
      } else if (xml.starts()) {
        columnBreaks = !xml.starts("rowBreaks") && (columnBreaks || xml.starts("colBreaks"));
        xml.start(moved(xml.attributes()));
      } else {
        xml.copy();
      }
    }
  }

  /** Widths of columns that stand together, taken apart where some of them are hidden. */
  private void columns() {
    Map<String, String> attributes = xml.attributes();
    int from = XmlCopy.number(attributes.get("min"), 1);
    int last = XmlCopy.number(attributes.get("max"), from);
    xml.skip();
    for (int column : hidden.subSet(from, true, Math.max(from, last), true)) {
      if (column > from) {
        columns(attributes, from, column - 1);
      }
      Map<String, String> own = new LinkedHashMap<>(attributes);
      own.put("hidden", "1");
      columns(own, column, column);
      from = column + 1;
    }
    if (from <= last) {
      columns(attributes, from, last);
    }
  }

  private void columns(Map<String, String> attributes, int from, int last) {
    StringBuilder written = new StringBuilder("<col");
    attributes.forEach(
        (name, value) ->
            attribute(
                written,
                name,
                switch (name) {
                  case "min" -> Integer.toString(from);
                  case "max" -> Integer.toString(last);
                  default -> value;
                }));
    xml.xml(written.append("/>").toString());
  }

  private Map<String, String> moved(Map<String, String> attributes) {
    attributes.replaceAll(
        (name, value) ->
            ADDRESSES.contains(name)
                ? references.addresses(value, sheet.name())
                : name.equals("location") ? references.formula(value, null) : value);
    if (xml.starts("brk") && !columnBreaks) {
      attributes.computeIfPresent(
          "id", (name, value) -> Integer.toString(growth.end(XmlCopy.number(value, -1))));
    }
    if (xml.starts("cfvo") && "formula".equals(attributes.get("type"))) {
      attributes.computeIfPresent("val", (name, value) -> references.formula(value, sheet.name()));
    }
    return attributes;
  }

  // Rows

  private void row() {
    Map<String, String> attributes = xml.attributes();
    int number = XmlCopy.number(attributes.get("r"), lastRow + 1);
    lastRow = number;
    Row row = new Row(attributes, new TreeMap<>());
    int column = 0;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        CellAddress at = address(number, column + 1);
        column = at.column();
        row.cells().put(column, cell(at));
      } else if (xml.starts()) {
        xml.skip();
      }
    }
    if (areas.stream().anyMatch(area -> number >= area.first() && number <= area.last())) {
      held.put(number, row);
    } else {
      before(number);
      write(row, number, growth.row(number));
    }
  }

  private CellAddress address(int row, int next) {
    String written = xml.attribute("r");
    return written == null
        ? new CellAddress(next, row, false, false)
        : CellAddress.of(written).orElseThrow(ProblemKind.WORKBOOK_UNREADABLE::exception);
  }

  private Cell cell(CellAddress at) {
    Map<String, String> attributes = xml.attributes();
    String formula = null;
    Map<String, String> formulaAttributes = Map.of();
    StringBuilder content = new StringBuilder();
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        formulaAttributes = xml.attributes();
        formula = resolved(xml.content(), formulaAttributes, at);
      } else if (xml.starts()) {
        content.append(xml.captured());
      }
    }
    return new Cell(attributes, formula, formulaAttributes, content.toString());
  }

  private String resolved(String formula, Map<String, String> attributes, CellAddress at) {
    if (!"shared".equals(attributes.get("t"))) {
      return formula;
    }
    String group = attributes.get("si");
    if (!formula.isEmpty()) {
      shared.put(group, new Shared(formula, at));
      return formula;
    }
    Shared first = shared.get(group);
    return first == null
        ? null
        : Formula.filled(
            first.formula(), at.row() - first.at().row(), at.column() - first.at().column());
  }

  /** Writes what stands above a row of the template and was not written yet. */
  private void before(int number) {
    while (true) {
      Area area = areas.isEmpty() || areas.get(0).last() >= number ? null : areas.get(0);
      Integer name = named.isEmpty() || named.firstKey() >= number ? null : named.firstKey();
      if (area == null && name == null) {
        return;
      }
      if (area != null && (name == null || name >= area.first())) {
        areas.remove(0);
        table(area);
      } else {
        write(NO_ROW, name, growth.row(name));
      }
    }
  }

  /** A row outside tables, with the values that belong into it. */
  private void write(Row row, int number, int moved) {
    TreeMap<Integer, Object> values = named.getOrDefault(number, new TreeMap<>());
    named.remove(number);
    begin(values.isEmpty() ? row.attributes() : begun(row, values), moved);
    TreeSet<Integer> columns = new TreeSet<>(row.cells().keySet());
    columns.addAll(values.keySet());
    for (int column : columns) {
      Cell cell = row.cells().get(column);
      if (values.containsKey(column)) {
        value(column, moved, style(cell), values.get(column));
      } else {
        copy(cell, column, moved, 0);
      }
    }
    xml.xml("</row>");
  }

  private void begin(Map<String, String> attributes, int number) {
    StringBuilder start = new StringBuilder("<row r=\"" + number + "\"");
    attributes.forEach(
        (name, value) -> {
          if (!name.equals("r") && !name.equals("spans")) {
            attribute(start, name, value);
          }
        });
    xml.xml(start.append('>').toString());
  }

  private static void attribute(StringBuilder written, String name, String value) {
    written.append(' ').append(name).append("=\"").append(XmlCopy.escape(value)).append('"');
  }

  private static String style(Cell cell) {
    return cell == null ? null : cell.attributes().get("s");
  }

  private void value(int column, int row, String style, Object value) {
    xml.xml(CellValue.xml(CellAddress.letters(column) + row, style, value, date1904));
  }

  /** A cell of the template, its formula filled down by so many rows. */
  private void copy(Cell cell, int column, int row, int down) {
    StringBuilder written = new StringBuilder("<c r=\"" + CellAddress.letters(column) + row + "\"");
    boolean computed = cell.formula() != null;
    cell.attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("r") && !(computed && name.equals("t"))) {
                attribute(written, name, value);
              }
            });
    written.append('>');
    if (computed) {
      formula(written, cell, down);
    } else {
      written.append(cell.content());
    }
    xml.xml(written.append("</c>").toString());
  }

  /** The formula without its last result, which is not that of these values. */
  private void formula(StringBuilder written, Cell cell, int down) {
    written.append("<f");
    if (!"shared".equals(cell.formulaAttributes().get("t"))) {
      cell.formulaAttributes()
          .forEach(
              (name, value) ->
                  attribute(written, name, name.equals("ref") ? filled(value, down) : value));
    }
    written.append('>').append(XmlCopy.escape(filled(cell.formula(), down))).append("</f>");
  }

  private String filled(String formula, int down) {
    return Formula.filled(references.formula(formula, sheet.name()), down, 0);
  }

  // Tables

  private void table(Area area) {
    Dataset dataset = filling.dataset(area.name()).orElseThrow();
    Row model = held.getOrDefault(area.first(), NO_ROW);
    int start = growth.row(area.first());
    int[] places = area.headings().stream().mapToInt(dataset::column).toArray();
    Iterator<List<Object>> rows = dataset.rows().iterator();
    int filled = Math.max(1, dataset.rows().size());
    for (int i = 0; i < filled; i++) {
      List<Object> values = rows.hasNext() ? rows.next() : null;
      Map<Integer, Object> written = new TreeMap<>();
      for (int c = 0; c < places.length && values != null; c++) {
        if (places[c] >= 0 && values.get(places[c]) != null) {
          written.put(area.column() + c, values.get(places[c]));
        }
      }
      begin(begun(model, written), start + i);
      List<Runnable> after = i <= area.last() - area.first() ? beside(area, i, start) : List.of();
      for (int c = 0; c < places.length; c++) {
        int column = area.column() + c;
        cell(column, start + i, i, model.cells().get(column), values, places[c]);
      }
      after.forEach(Runnable::run);
      xml.xml("</row>");
    }
    for (int row = area.first(); row <= area.last(); row++) {
      held.remove(row);
      named.remove(row);
    }
  }

  /** The attributes of a row with these values. */
  private Map<String, String> begun(Row model, Map<Integer, Object> values) {
    Map<Integer, String> texts = new TreeMap<>();
    Map<Integer, String> styles = new TreeMap<>();
    values.forEach(
        (column, value) -> {
          if (value instanceof String text) {
            texts.put(column, text);
            styles.put(column, style(model.cells().get(column)));
          }
        });
    return heights.of(model.attributes(), texts, styles);
  }

  /**
   * Writes what stands left of a row of the table in the template.
   *
   * @return what writes the cells to its right
   */
  private List<Runnable> beside(Area area, int i, int start) {
    Row row = held.getOrDefault(area.first() + i, NO_ROW);
    TreeMap<Integer, Object> values = named.getOrDefault(area.first() + i, new TreeMap<>());
    TreeSet<Integer> columns = new TreeSet<>(row.cells().keySet());
    columns.addAll(values.keySet());
    List<Runnable> right = new ArrayList<>();
    for (int column : columns) {
      Cell cell = row.cells().get(column);
      Runnable writes =
          values.containsKey(column)
              ? () -> value(column, start + i, style(cell), values.get(column))
              : () -> copy(cell, column, start + i, 0);
      if (column < area.column()) {
        writes.run();
      } else if (column > area.endColumn()) {
        right.add(writes);
      }
    }
    return right;
  }

  /**
   * @param values of the row; null for the one empty row of a table without data
   * @param place of the column in the dataset; negative for a column of the planner's own
   */
  private void cell(int column, int row, int down, Cell model, List<Object> values, int place) {
    if (place >= 0 && values != null) {
      value(column, row, style(model), values.get(place));
    } else if (model != null && model.formula() != null && values != null) {
      copy(model, column, row, down);
    } else if (style(model) != null) {
      value(column, row, style(model), null);
    }
  }
}
