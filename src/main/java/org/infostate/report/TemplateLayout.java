package org.infostate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.report.TemplateFile.Relation;

/**
 * What a template has to fill: its sheets, tables and defined names.
 *
 * @param date1904 whether days count from 1904, as in workbooks of old Macs
 */
record TemplateLayout(List<Sheet> sheets, List<Area> areas, List<Name> names, boolean date1904) {

  static final String WORKBOOK = "xl/workbook.xml";

  /** A worksheet. */
  record Sheet(String name, String part) {}

  /**
   * An Excel table. Rows count from 1.
   *
   * @param header row of the headings; 0 where the table shows none
   * @param first first row of data
   * @param last last row of data; totals stand below it
   * @param column first column, from 1
   */
  record Area(
      String name,
      Sheet sheet,
      String part,
      int header,
      int first,
      int last,
      int column,
      List<String> headings) {

    int endColumn() {
      return column + headings.size() - 1;
    }

    boolean sharesRowsWith(Area other) {
      return sheet.equals(other.sheet) && top() <= other.last && other.top() <= last;
    }

    /** Address of its first cell. */
    String corner() {
      return CellAddress.letters(column) + top();
    }

    private int top() {
      return header == 0 ? first : header;
    }
  }

  /**
   * A defined name.
   *
   * @param cell the cell, or the first of the cells that it stands for
   * @param single whether it stands for one cell
   */
  record Name(String name, Sheet sheet, CellAddress cell, boolean single) {}

  static TemplateLayout of(TemplateFile file) {
    Map<String, String> targets =
        file.relations(WORKBOOK).stream()
            .filter(relation -> relation.is("worksheet"))
            .collect(Collectors.toMap(Relation::id, Relation::target, (one, two) -> one));
    List<Sheet> sheets = new ArrayList<>();
    List<String[]> written = new ArrayList<>();
    boolean date1904 = false;
    XmlCopy reading = new XmlCopy(file.part(WORKBOOK), null);
    while (reading.next()) {
      if (reading.starts("sheet") && targets.containsKey(reading.prefixed("id"))) {
        sheets.add(new Sheet(reading.required("name"), targets.get(reading.prefixed("id"))));
      } else if (reading.starts("definedName")) {
        written.add(new String[] {reading.required("name"), reading.content()});
      } else if (reading.starts("workbookPr")) {
        String flag = reading.attribute("date1904");
        date1904 = "1".equals(flag) || "true".equals(flag);
      }
    }
    List<Area> areas = new ArrayList<>();
    for (Sheet sheet : sheets) {
      file.relations(sheet.part()).stream()
          .filter(relation -> relation.is("table"))
          .forEach(relation -> areas.add(area(file, sheet, relation.target())));
    }
    List<Name> names = new ArrayList<>();
    for (String[] name : written) {
      name(sheets, name[0], name[1]).ifPresent(names::add);
    }
    return new TemplateLayout(sheets, areas, names, date1904);
  }

  /** Tables that cannot both grow, as they stand side by side: each pair. */
  List<Problem> overlaps() {
    List<Problem> overlaps = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      for (int j = i + 1; j < areas.size(); j++) {
        if (areas.get(i).sharesRowsWith(areas.get(j))) {
          overlaps.add(
              ProblemKind.TEMPLATE_LAYOUT.at(
                  Place.cell(areas.get(i).sheet().name(), areas.get(i).corner()),
                  areas.get(i).name(),
                  areas.get(j).name()));
        }
      }
    }
    return overlaps;
  }

  private static Area area(TemplateFile file, Sheet sheet, String part) {
    XmlCopy reading = new XmlCopy(file.part(part), null);
    String name = null;
    String ref = null;
    int headers = 1;
    int totals = 0;
    List<String> headings = new ArrayList<>();
    while (reading.next()) {
      if (reading.starts("table")) {
        name = reading.attribute("displayName");
        ref = reading.required("ref");
        headers = XmlCopy.number(reading.attribute("headerRowCount"), 1);
        totals = XmlCopy.number(reading.attribute("totalsRowCount"), 0);
      } else if (reading.starts("tableColumn")) {
        headings.add(reading.required("name"));
      }
    }
    String[] corners = ref == null ? new String[0] : ref.split(":");
    if (name == null || corners.length != 2) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    CellAddress from = corner(corners[0]);
    CellAddress to = corner(corners[1]);
    int first = from.row() + headers;
    int last = to.row() - totals;
    if (last < first || to.column() - from.column() + 1 != headings.size()) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    return new Area(
        name,
        sheet,
        part,
        headers == 0 ? 0 : from.row(),
        first,
        last,
        from.column(),
        List.copyOf(headings));
  }

  private static CellAddress corner(String text) {
    return CellAddress.of(text).orElseThrow(ProblemKind.WORKBOOK_UNREADABLE::exception);
  }

  /** The name, if it stands for cells of one sheet. Excel's own names are left out. */
  private static Optional<Name> name(List<Sheet> sheets, String name, String target) {
    int mark = target.lastIndexOf('!');
    if (mark < 0 || name.startsWith("_xl")) {
      return Optional.empty();
    }
    String written = target.substring(0, mark);
    String sheetName =
        written.startsWith("'") && written.endsWith("'") && written.length() > 1
            ? written.substring(1, written.length() - 1).replace("''", "'")
            : written;
    String[] corners = target.substring(mark + 1).split(":", 2);
    return sheets.stream()
        .filter(sheet -> sheet.name().equalsIgnoreCase(sheetName))
        .findFirst()
        .flatMap(
            sheet ->
                CellAddress.of(corners[0])
                    .map(cell -> new Name(name, sheet, cell, corners.length == 1)));
  }
}
