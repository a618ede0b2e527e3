package org.infostate.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.infostate.problem.Place;

/** A sheet of an uploaded workbook: its cells that are not empty, and what is merged. */
public final class WorkbookSheet {

  private final String name;
  private final NavigableMap<Integer, NavigableMap<Integer, WorkbookCell>> rows = new TreeMap<>();
  private final List<CellRangeAddress> merged = new ArrayList<>();

  public WorkbookSheet(String name) {
    this.name = name;
  }

  public void put(int row, int column, WorkbookCell cell) {
    rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, cell);
  }

  void merge(CellRangeAddress area) {
    merged.add(area);
  }

  public String name() {
    return name;
  }

  /** Rows by index, and in each the cells by column; empty ones are left out. */
  public NavigableMap<Integer, NavigableMap<Integer, WorkbookCell>> rows() {
    return rows;
  }

  public WorkbookCell cell(int row, int column) {
    Map<Integer, WorkbookCell> cells = rows.get(row);
    return cells == null ? WorkbookCell.EMPTY : cells.getOrDefault(column, WorkbookCell.EMPTY);
  }

  public boolean merged(int row, int column) {
    return merged.stream().anyMatch(area -> area.isInRange(row, column));
  }

  /** As people name it: sheet and {@code C12}. */
  public Place place(int row, int column) {
    return Place.cell(name, CellReference.convertNumToColString(column) + (row + 1));
  }
}
