package org.infostate.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.infostate.report.Growth.Stretch;
import org.infostate.report.TemplateLayout.Area;
import org.infostate.report.TemplateLayout.Sheet;

/** Where everything that a formula, chart or name refers to stands in the filled workbook. */
final class References {

  private final Map<String, Growth> growths = new HashMap<>();
  private final Map<String, Map<String, String>> headings = new HashMap<>();
  private final Filling filling;

  References(TemplateLayout layout, Filling filling) {
    this.filling = filling;
    for (Sheet sheet : layout.sheets()) {
      growths.put(
          key(sheet.name()),
          new Growth(
              layout.areas().stream()
                  .filter(area -> area.sheet().equals(sheet))
                  .filter(area -> filling.dataset(area.name()).isPresent())
                  .map(area -> stretch(area, filling.dataset(area.name()).get()))
                  .toList()));
    }
    for (Area area : layout.areas()) {
      filling
          .dataset(area.name())
          .ifPresent(dataset -> headings.put(key(area.name()), renamed(area, dataset)));
    }
  }

  private static Stretch stretch(Area area, Dataset dataset) {
    return new Stretch(area.first(), area.last(), Math.max(1, dataset.rows().size()));
  }

  private static Map<String, String> renamed(Area area, Dataset dataset) {
    Map<String, String> renamed = new HashMap<>();
    for (String heading : area.headings()) {
      int column = dataset.column(heading);
      if (column >= 0) {
        renamed.put(heading, dataset.headings().get(column));
      }
    }
    return renamed;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Growth growth(String sheet) {
    return growths.getOrDefault(key(sheet), Growth.NONE);
  }

  /** What a column of a table is called in the filled workbook. */
  String heading(String table, String heading) {
    return headings.getOrDefault(key(table), Map.of()).getOrDefault(heading, heading);
  }

  String sheetName(String sheet) {
    return filling.sheetNames().getOrDefault(sheet, sheet);
  }

  /**
   * The formula as it reads in the filled workbook.
   *
   * @param sheet where references without a sheet point; null if there can be none
   */
  String formula(String formula, String sheet) {
    return Formula.rewrite(formula, new Moved(sheet, false));
  }

  /** What a chart refers to: a column with one row in the template has all rows when filled. */
  String chart(String formula) {
    return Formula.rewrite(formula, new Moved(null, true));
  }

  /** Addresses without a sheet, apart by spaces. */
  String addresses(String addresses, String sheet) {
    return formula(addresses, sheet);
  }

  private final class Moved implements Formula.Change {

    private final String own;
    private final boolean growsCells;

    Moved(String own, boolean growsCells) {
      this.own = own;
      this.growsCells = growsCells;
    }

    private Growth growth(String sheet) {
      String where = sheet == null ? own : sheet;
      return where == null ? Growth.NONE : References.this.growth(where);
    }

    @Override
    public String cell(String sheet, CellAddress cell) {
      Growth growth = growth(sheet);
      String moved = cell.inRow(growth.row(cell.row())).toString();
      return growsCells && growth.onlyDataRow(cell.row())
          ? moved + ":" + cell.inRow(growth.end(cell.row()))
          : moved;
    }

    @Override
    public String range(String sheet, CellAddress from, CellAddress to) {
      Growth growth = growth(sheet);
      return from.inRow(growth.row(from.row())) + ":" + to.inRow(growth.end(to.row()));
    }

    @Override
    public String rows(String sheet, int from, int to, boolean fixed) {
      Growth growth = growth(sheet);
      return Formula.Change.super.rows(sheet, growth.row(from), growth.end(to), fixed);
    }

    @Override
    public String sheet(String sheet) {
      return sheetName(sheet);
    }

    @Override
    public String column(String table, String heading) {
      return References.this.heading(table, heading);
    }
  }
}
