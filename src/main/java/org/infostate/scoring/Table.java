package org.infostate.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cases by columns of numbers, each with its {@link State} and {@link Mark}s. Immutable.
 *
 * <p>A value is {@code NaN} exactly where its state is not {@link State#PRESENT}; infinities are
 * refused.
 */
public final class Table {

  private final List<Case> cases;
  private final List<String> columns;
  private final Map<Case, Integer> caseIndex;
  private final Map<String, Integer> columnIndex;
  // By column first: most steps walk down a column.
  private final double[][] values;
  private final byte[][] states;
  private final byte[][] marks;

  /** By column the lowest and the highest number; null until somebody asks. */
  private volatile double[][] limits;

  private Table(
      List<Case> cases,
      List<String> columns,
      Map<Case, Integer> caseIndex,
      Map<String, Integer> columnIndex,
      double[][] values,
      byte[][] states,
      byte[][] marks) {
    this.cases = cases;
    this.columns = columns;
    this.caseIndex = caseIndex;
    this.columnIndex = columnIndex;
    this.values = values;
    this.states = states;
    this.marks = marks;
  }

  /**
   * A table to be filled; what is never set stays {@link State#UNANSWERED}.
   *
   * @throws IllegalArgumentException if two cases have the same unit and year, two columns the same
   *     name, or some cases a year and others none
   */
  public static Builder builder(List<Case> cases, List<String> columns) {
    return new Builder(cases, columns);
  }

  public List<Case> cases() {
    return cases;
  }

  public List<String> columns() {
    return columns;
  }

  /** True if the cases have years. */
  public boolean panel() {
    return !cases.isEmpty() && cases.get(0).year() != null;
  }

  /** The years of the cases, ascending; empty for a table without years. */
  public List<Integer> years() {
    return cases.stream().map(Case::year).filter(year -> year != null).distinct().sorted().toList();
  }

  /** Position of the column, or -1. */
  public int column(String name) {
    return columnIndex.getOrDefault(name, -1);
  }

  /** Position of the case with this unit, and with this year unless it is null; or -1. */
  public int row(String unit, Integer year) {
    return caseIndex.getOrDefault(new Case(unit, year, Map.of()), -1);
  }

  /** The number, {@code NaN} where there is none. */
  public double value(int row, int column) {
    return values[column][row];
  }

  /** The number of a unit in a table without years, {@code NaN} where there is none. */
  public double value(String unit, String column) {
    return value(unit, null, column);
  }

  /**
   * The number of a unit and year, {@code NaN} where there is none.
   *
   * @throws IllegalArgumentException if the table has no such case or column
   */
  public double value(String unit, Integer year, String column) {
    int row = row(unit, year);
    int at = column(column);
    if (row < 0 || at < 0) {
      throw new IllegalArgumentException(
          "No " + column + " of " + unit + (year == null ? "" : " " + year) + " in this table.");
    }
    return values[at][row];
  }

  public State state(int row, int column) {
    return State.of(states[column][row]);
  }

  public Set<Mark> marks(int row, int column) {
    return Mark.of(marks[column][row]);
  }

  /** The lowest number of a column; {@code NaN} where it has none. */
  public double lowest(int column) {
    return limits()[column][0];
  }

  /** The highest number of a column; {@code NaN} where it has none. */
  public double highest(int column) {
    return limits()[column][1];
  }

  /** Looked for once: an experiment asks for them in every replication. */
  private double[][] limits() {
    double[][] known = limits;
    if (known == null) {
      known = new double[values.length][];
      for (int column = 0; column < known.length; column++) {
        double[] present = Arrays.stream(values[column]).filter(v -> !Double.isNaN(v)).toArray();
        known[column] =
            new double[] {
              Arrays.stream(present).min().orElse(Double.NaN),
              Arrays.stream(present).max().orElse(Double.NaN)
            };
      }
      limits = known;
    }
    return known;
  }

  /** A copy of one column, in the order of the cases. */
  public double[] values(String column) {
    int at = column(column);
    if (at < 0) {
      throw new IllegalArgumentException("No column " + column + " in this table.");
    }
    return values[at].clone();
  }

  double[] raw(int column) {
    return values[column];
  }

  byte[] rawStates(int column) {
    return states[column];
  }

  byte[] rawMarks(int column) {
    return marks[column];
  }

  /** The rows of each year, ascending; all rows under one key where there are no years. */
  Map<Integer, int[]> rowsByYear() {
    Map<Integer, List<Integer>> lists = new TreeMap<>();
    for (int row = 0; row < cases.size(); row++) {
      Integer year = cases.get(row).year();
      lists.computeIfAbsent(year == null ? 0 : year, y -> new ArrayList<>()).add(row);
    }
    Map<Integer, int[]> rows = new TreeMap<>();
    lists.forEach((y, list) -> rows.put(y, list.stream().mapToInt(Integer::intValue).toArray()));
    return rows;
  }

  /**
   * The same table with other numbers: each that has the mark is put through a function of its row,
   * column and value, column by column. States and marks stay, columns without the mark are shared.
   *
   * @throws IllegalArgumentException if the function gives no finite number
   */
  public Table changed(Mark mark, Change change) {
    double[][] changed = values.clone();
    for (int column = 0; column < values.length; column++) {
      for (int row = 0; row < values[column].length; row++) {
        if ((marks[column][row] & mark.bit()) != 0 && !Double.isNaN(values[column][row])) {
          if (changed[column] == values[column]) {
            changed[column] = values[column].clone();
          }
          changed[column][row] = change.of(row, column, values[column][row]);
          if (!Double.isFinite(changed[column][row])) {
            throw new IllegalArgumentException("A changed value is no number.");
          }
        }
      }
    }
    return new Table(cases, columns, caseIndex, columnIndex, changed, states, marks);
  }

  /** Another number for a cell. */
  @FunctionalInterface
  public interface Change {
    double of(int row, int column, double value);
  }

  /** The same table with other numbers in some columns. */
  Editor edit() {
    return new Editor(this);
  }

  /** The same columns for some of the cases, in the order given. */
  public Table rows(int[] rows) {
    List<Case> kept = new ArrayList<>(rows.length);
    for (int row : rows) {
      kept.add(cases.get(row));
    }
    double[][] v = new double[columns.size()][rows.length];
    byte[][] s = new byte[columns.size()][rows.length];
    byte[][] m = new byte[columns.size()][rows.length];
    for (int c = 0; c < columns.size(); c++) {
      for (int r = 0; r < rows.length; r++) {
        v[c][r] = values[c][rows[r]];
        s[c][r] = states[c][rows[r]];
        m[c][r] = marks[c][rows[r]];
      }
    }
    return new Table(
        List.copyOf(kept), columns, positions(keys(kept), "case"), columnIndex, v, s, m);
  }

  /** A table of the same cases with these columns; the arrays are taken over, not copied. */
  Table of(List<String> names, double[][] values, byte[][] states, byte[][] marks) {
    return new Table(
        cases, List.copyOf(names), caseIndex, positions(names, "column"), values, states, marks);
  }

  private static List<Case> keys(List<Case> cases) {
    return cases.stream().map(Case::key).toList();
  }

  private static <T> Map<T, Integer> positions(List<T> names, String what) {
    Map<T, Integer> positions = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (positions.put(names.get(i), i) != null) {
        throw new IllegalArgumentException("The " + what + " " + names.get(i) + " stands twice.");
      }
    }
    return positions;
  }

  /** Copies a column at its first change, so that untouched columns are shared between tables. */
  static final class Editor {
    private final Table from;
    private final double[][] values;
    private final byte[][] states;
    private final byte[][] marks;
    private final boolean[] copied;

    private Editor(Table from) {
      this.from = from;
      values = from.values.clone();
      states = from.states.clone();
      marks = from.marks.clone();
      copied = new boolean[values.length];
    }

    double value(int row, int column) {
      return values[column][row];
    }

    void set(int row, int column, double value) {
      copy(column);
      values[column][row] = value;
      states[column][row] = (byte) State.PRESENT.ordinal();
    }

    void set(int row, int column, double value, Mark mark) {
      set(row, column, value);
      marks[column][row] |= mark.bit();
    }

    void missing(int row, int column, State state) {
      copy(column);
      values[column][row] = Double.NaN;
      states[column][row] = (byte) state.ordinal();
    }

    private void copy(int column) {
      if (!copied[column]) {
        values[column] = values[column].clone();
        states[column] = states[column].clone();
        marks[column] = marks[column].clone();
        copied[column] = true;
      }
    }

    Table table() {
      return new Table(
          from.cases, from.columns, from.caseIndex, from.columnIndex, values, states, marks);
    }
  }

  /** Fills a table, cell by cell. */
  public static final class Builder {
    private final List<Case> cases;
    private final List<String> columns;
    private final Map<Case, Integer> caseIndex;
    private final Map<String, Integer> columnIndex;
    private final double[][] values;
    private final byte[][] states;
    private final byte[][] marks;

    private Builder(List<Case> cases, List<String> columns) {
      this.cases = List.copyOf(cases);
      this.columns = List.copyOf(columns);
      caseIndex = positions(keys(cases), "case");
      columnIndex = positions(columns, "column");
      if (cases.stream().map(c -> c.year() == null).distinct().count() > 1) {
        throw new IllegalArgumentException("Some cases have a year and others have none.");
      }
      values = new double[columns.size()][cases.size()];
      states = new byte[columns.size()][cases.size()];
      marks = new byte[columns.size()][cases.size()];
      for (int c = 0; c < values.length; c++) {
        Arrays.fill(values[c], Double.NaN);
        Arrays.fill(states[c], (byte) State.UNANSWERED.ordinal());
      }
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if it is not finite, or row or column is out of bounds
     */
    public Builder set(int row, int column, double value, Mark... marks) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            cases.get(row) + ", " + columns.get(column) + ": " + value + " is not a number.");
      }
      values[column][row] = value;
      states[column][row] = (byte) State.PRESENT.ordinal();
      for (Mark mark : marks) {
        this.marks[column][row] |= mark.bit();
      }
      return this;
    }

    /** A number of the case with this unit and year (null in a table without years). */
    public Builder set(String unit, Integer year, String column, double value, Mark... marks) {
      return set(row(unit, year), column(column), value, marks);
    }

    /** No number, and why; not {@link State#PRESENT}. */
    public Builder missing(int row, int column, State state) {
      if (state.present()) {
        throw new IllegalArgumentException("A present value needs a number.");
      }
      values[column][row] = Double.NaN;
      states[column][row] = (byte) state.ordinal();
      marks[column][row] = 0;
      return this;
    }

    /** No number for the case with this unit and year, and why. */
    public Builder missing(String unit, Integer year, String column, State state) {
      return missing(row(unit, year), column(column), state);
    }

    public Table build() {
      double[][] v = new double[values.length][];
      byte[][] s = new byte[values.length][];
      byte[][] m = new byte[values.length][];
      for (int c = 0; c < values.length; c++) {
        v[c] = values[c].clone();
        s[c] = states[c].clone();
        m[c] = marks[c].clone();
      }
      return new Table(cases, columns, caseIndex, columnIndex, v, s, m);
    }

    private int row(String unit, Integer year) {
      Integer row = caseIndex.get(new Case(unit, year, Map.of()));
      if (row == null) {
        throw new IllegalArgumentException("No case " + unit + " " + year + " in this table.");
      }
      return row;
    }

    private int column(String name) {
      Integer column = columnIndex.get(name);
      if (column == null) {
        throw new IllegalArgumentException("No column " + name + " in this table.");
      }
      return column;
    }
  }
}
