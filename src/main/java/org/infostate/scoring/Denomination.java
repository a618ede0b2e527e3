package org.infostate.scoring;

/**
 * Divides each indicator that names a denominator: x / D * per. Missing where either is missing,
 * undefined where D is zero.
 */
public record Denomination() implements Step {

  @Override
  public String name() {
    return "denominate";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int indicator : work.tree.indicators) {
      work.pulse.run();
      Element element = work.tree.elements[indicator];
      if (element.denominator() != null) {
        divide(work, element, work.column(indicator), editor);
      }
    }
    return editor.table();
  }

  private void divide(Work work, Element element, int column, Table.Editor editor) {
    int by = work.table.column(element.denominator());
    for (int row = 0; row < work.table.cases().size(); row++) {
      if (!work.table.state(row, column).present()) {
        continue;
      }
      double quotient = work.table.value(row, column) / (work.table.value(row, by) / element.per());
      if (Double.isFinite(quotient)) {
        editor.set(row, column, quotient);
      } else if (work.table.state(row, by).present()) {
        editor.missing(row, column, State.UNDEFINED);
        work.note(
            this,
            element.code(),
            work.table.cases().get(row),
            "undefined",
            "The denominator " + element.denominator() + " is zero.");
      } else {
        editor.missing(row, column, work.table.state(row, by));
      }
    }
  }
}
