package org.infostate.assessment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Note;
import org.infostate.scoring.State;

/**
 * The tables of assessments: everything that a run went through and came to. Written once, with the
 * assessment that they belong to, and only read afterwards.
 *
 * <p>Plain JDBC, because a run over nineteen years of statistics has some 250,000 cells.
 */
@ApplicationScoped
public class ResultTables {

  private static final int FETCHED_AT_ONCE = 1000;
  private static final String SCORES =
      "select iso3, case_year, element, measured, score, standing, state, marks, weight, points,"
          + " best, gain, observed_count, imputed_count, applicable_count, weight_share"
          + " from assessment_score where assessment_id = ?";

  @Resource(lookup = "java:app/jdbc/main")
  private DataSource dataSource;

  /** Reads a row that the cursor stands on. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Writes all tables of a run, in the running transaction.
   *
   * @param half called when half of it is written
   */
  void write(long id, RunOutcome outcome, Runnable half) {
    try (Connection connection = dataSource.getConnection()) {
      new ResultWriter(connection, id).write(outcome, half);
    } catch (SQLException e) {
      throw new IllegalStateException("the results of assessment " + id, e);
    }
  }

  /** The years of an assessment, ascending; empty in a run over a round. */
  public List<Integer> years(long id) {
    return read(
        "select distinct case_year from assessment_case"
            + " where assessment_id = ? and case_year is not null order by case_year",
        row -> row.getInt(1),
        id);
  }

  /**
   * The scores of all cases and elements of a year.
   *
   * @param year null in a run over a round
   */
  public List<Score> scores(long id, Integer year) {
    return year == null
        ? read(SCORES, ResultTables::score, id)
        : read(SCORES + " and case_year = ?", ResultTables::score, id, year);
  }

  /**
   * The scores of one country in a year.
   *
   * @param year null in a run over a round
   */
  public List<Score> scores(long id, String iso3, Integer year) {
    return year == null
        ? read(SCORES + " and iso3 = ?", ResultTables::score, id, iso3)
        : read(SCORES + " and iso3 = ? and case_year = ?", ResultTables::score, id, iso3, year);
  }

  /** The scores of one element in all years. */
  public List<Score> series(long id, String element) {
    return read(
        SCORES + " and element = ? order by iso3, case_year", ResultTables::score, id, element);
  }

  /** The scores of one element of one country in all years. */
  public List<Score> series(long id, String element, String iso3) {
    return read(
        SCORES + " and element = ? and iso3 = ? order by case_year",
        ResultTables::score,
        id,
        element,
        iso3);
  }

  /**
   * The countries of a year, by code.
   *
   * @param year null for all years, and in a run over a round
   */
  public List<AssessedCase> cases(long id, Integer year) {
    String cases =
        "select iso3, case_year, basis, response_id, group_number, group_year"
            + " from assessment_case where assessment_id = ?";
    return year == null
        ? read(cases + " order by iso3, case_year", ResultTables::assessedCase, id)
        : read(cases + " and case_year = ? order by iso3", ResultTables::assessedCase, id, year);
  }

  /** The info-states that an assessment made itself, by year and from the highest. */
  public List<InfoState> infoStates(long id) {
    return read(
        "select case_year, group_number, lower_limit, member_count, explained"
            + " from assessment_group where assessment_id = ? order by case_year, group_number",
        row ->
            new InfoState(
                integer(row, 1), row.getInt(2), decimal(row, 3), row.getInt(4), decimal(row, 5)),
        id);
  }

  /** What the elements count, in the order of the index. */
  public List<ElementWeight> weights(long id) {
    return read(
        "select element, share_of_parent, share_of_whole from assessment_weight"
            + " where assessment_id = ? order by place",
        row -> new ElementWeight(row.getString(1), row.getDouble(2), row.getDouble(3)),
        id);
  }

  /** What the steps had to say, in their order. */
  public List<Note> notes(long id) {
    return read(
        "select step_name, element, iso3, case_year, code, remark from assessment_note"
            + " where assessment_id = ? order by place",
        ResultTables::note,
        id);
  }

  /**
   * Hands on the cells of one table, by country and year.
   *
   * @param step 0 for the table that came in, then the steps of the index from 1
   */
  public void cells(long id, int step, Consumer<Cell> taker) {
    each(
        "select iso3, case_year, element, figure, state, marks from assessment_cell"
            + " where assessment_id = ? and step_number = ? order by iso3, case_year, element",
        row ->
            taker.accept(
                new Cell(
                    row.getString(1),
                    integer(row, 2),
                    row.getString(3),
                    decimal(row, 4),
                    State.valueOf(row.getString(5)),
                    marks(row.getString(6)))),
        id,
        step);
  }

  private static Score score(ResultSet row) throws SQLException {
    return new Score(
        row.getString(1),
        integer(row, 2),
        row.getString(3),
        decimal(row, 4),
        decimal(row, 5),
        decimal(row, 6),
        State.valueOf(row.getString(7)),
        marks(row.getString(8)),
        decimal(row, 9),
        decimal(row, 10),
        decimal(row, 11),
        decimal(row, 12),
        row.getInt(13),
        row.getInt(14),
        row.getInt(15),
        decimal(row, 16));
  }

  private static AssessedCase assessedCase(ResultSet row) throws SQLException {
    long response = row.getLong(4);
    return new AssessedCase(
        row.getString(1),
        integer(row, 2),
        AssessedCase.Basis.valueOf(row.getString(3)),
        response == 0 ? null : response,
        integer(row, 5),
        integer(row, 6));
  }

  private static Note note(ResultSet row) throws SQLException {
    String iso3 = row.getString(3);
    return new Note(
        row.getString(1),
        row.getString(2),
        iso3 == null
            ? null
            : new org.infostate.scoring.Case(iso3, integer(row, 4), java.util.Map.of()),
        row.getString(5),
        row.getString(6));
  }

  private static Double decimal(ResultSet row, int column) throws SQLException {
    double figure = row.getDouble(column);
    return row.wasNull() ? null : figure;
  }

  private static Integer integer(ResultSet row, int column) throws SQLException {
    int figure = row.getInt(column);
    return row.wasNull() ? null : figure;
  }

  private static Set<Mark> marks(String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(","))
            .map(Mark::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
  }

  private <T> List<T> read(String query, Reading<T> reading, Object... parameters) {
    List<T> found = new ArrayList<>();
    each(query, row -> found.add(reading.of(row)), parameters);
    return found;
  }

  /** Takes a row that the cursor stands on. */
  @FunctionalInterface
  private interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String query, Taking taking, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taking.take(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
