package org.infostate.statistics;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/** A worksheet: the cells that hold something, by row and column from 0. */
final class Grid {

  private static final int LETTERS = 26;

  /** What a reader may keep of one workbook. */
  static final class Budget {

    private static final int MOST_CELLS = 400_000;
    private static final long MOST_CHARACTERS = 20_000_000;

    private int cells;
    private long characters;

    void spend(GridCell cell) {
      cells++;
      characters += cell.text().length();
      if (cells > MOST_CELLS || characters > MOST_CHARACTERS) {
        throw ProblemKind.STATISTICS_TOO_LARGE.exception(
            PublishedFile.MOST_MEGABYTES, ReadingBuilder.MOST_FIGURES);
      }
    }
  }

  private final String name;
  private final NavigableMap<Integer, NavigableMap<Integer, GridCell>> rows = new TreeMap<>();

  Grid(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Puts a cell; one that holds but spaces is not kept. */
  void put(int row, int column, GridCell cell, Budget budget) {
    if (cell.text().isEmpty()) {
      return;
    }
    budget.spend(cell);
    rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, cell);
  }

  /** The rows that hold something. */
  NavigableMap<Integer, NavigableMap<Integer, GridCell>> rows() {
    return Collections.unmodifiableNavigableMap(rows);
  }

  /** The cells of a row that hold something. */
  NavigableMap<Integer, GridCell> row(int row) {
    return rows.getOrDefault(row, Collections.emptyNavigableMap());
  }

  /** What stands in a cell; the empty string where nothing does. */
  String text(int row, int column) {
    GridCell cell = row(row).get(column);
    return cell == null ? "" : cell.text();
  }

  Place place(int row, int column) {
    return Place.cell(name, letters(column) + (row + 1));
  }

  /** The letters that a spreadsheet shows above a column: A, B, ... Z, AA, ... */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters.insert(0, (char) ('A' + rest % LETTERS));
    }
    return letters.toString();
  }
}
