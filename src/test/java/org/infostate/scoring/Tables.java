package org.infostate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tables written as text: a line of columns, then a line for each case: unit, or unit/year, or
 * unit@group; a number, {@code .} (unanswered) or {@code n/a} (not applicable) for each column.
 */
final class Tables {

  private Tables() {}

  static Table of(String text) {
    List<String> lines = text.strip().lines().toList();
    List<String> columns = List.of(lines.get(0).strip().split("\\s+"));
    List<Case> cases = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      cases.add(subject(line.strip().split("\\s+")[0]));
    }
    Table.Builder table = Table.builder(cases, columns);
    for (int row = 0; row < cases.size(); row++) {
      String[] cells = lines.get(row + 1).strip().split("\\s+");
      for (int column = 0; column < columns.size(); column++) {
        String cell = cells[column + 1];
        if (cell.equals("n/a")) {
          table.missing(row, column, State.NOT_APPLICABLE);
        } else if (cell.endsWith("?")) {
          table.set(
              row,
              column,
              Double.parseDouble(cell.substring(0, cell.length() - 1)),
              Mark.UNVERIFIED);
        } else if (!cell.equals(".")) {
          table.set(row, column, Double.parseDouble(cell));
        }
      }
    }
    return table.build();
  }

  private static Case subject(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      return Case.of(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }
    int at = text.indexOf('@');
    return at < 0
        ? Case.of(text)
        : new Case(text.substring(0, at), null, Map.of("region", text.substring(at + 1)));
  }

  /**
   * An index of one aggregate, {@code total}, over these indicators; -x is one of which less is.
   */
  static Index flat(List<Step> steps, String... indicators) {
    List<Element> elements = new ArrayList<>();
    elements.add(Element.aggregate("total", null, 1));
    for (String one : indicators) {
      boolean less = one.startsWith("-");
      elements.add(Element.indicator(less ? one.substring(1) : one, "total", less ? -1 : 1, 1));
    }
    return Index.of("flat", elements, steps);
  }

  /** One column after one step, the other columns of the table being indicators beside it. */
  static double[] after(Step step, String text, String column, String... indicators) {
    Result result =
        Scoring.run(
            flat(List.of(step, Aggregation.of(Aggregation.Mean.ARITHMETIC)), indicators), of(text));
    return result.after(step.getClass()).values(column);
  }
}
