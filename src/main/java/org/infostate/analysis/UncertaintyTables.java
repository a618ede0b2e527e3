package org.infostate.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The results of uncertainty runs, written once and only read afterwards. A country is one row, its
 * distributions are lists of small numbers in it: a run over 200 countries is some 300 kB, however
 * many replications it had.
 */
@ApplicationScoped
public class UncertaintyTables {

  private static final String CASES =
      "iso3, score, score_low, score_median, score_high, standing, standing_low, standing_median,"
          + " standing_high, standing_mean, scored_count, top_chance, group_chances, rank_counts,"
          + " ahead_chances";
  private static final String FACTORS =
      "factor_name, detail, first_share, first_low, first_high, total_share, total_low, total_high";

  @Resource(lookup = "java:app/jdbc/main")
  private DataSource dataSource;

  /** Writes all of a run, in the running transaction. */
  void write(long run, UncertaintyResult result) {
    List<Object[]> cases = new ArrayList<>();
    for (UncertainCase one : result.cases()) {
      cases.add(
          new Object[] {
            run,
            cases.size(),
            one.iso3(),
            one.score(),
            one.scoreLow(),
            one.scoreMedian(),
            one.scoreHigh(),
            one.rank(),
            one.rankLow(),
            one.rankMedian(),
            one.rankHigh(),
            one.meanRank(),
            one.scored(),
            one.topChance(),
            one.groupChances().stream().map(String::valueOf).collect(Collectors.joining(" ")),
            UncertainCase.joined(one.rankCounts()),
            UncertainCase.joined(one.ahead())
          });
    }
    List<Object[]> factors = new ArrayList<>();
    for (FactorEffect one : result.factors()) {
      factors.add(
          new Object[] {
            run,
            factors.size(),
            one.name(),
            one.detail(),
            one.first(),
            one.firstLow(),
            one.firstHigh(),
            one.total(),
            one.totalLow(),
            one.totalHigh()
          });
    }
    insert("uncertainty_case (run_id, place, " + CASES + ")", cases);
    insert("uncertainty_factor (run_id, place, " + FACTORS + ")", factors);
  }

  private void insert(String into, List<Object[]> rows) {
    int width = rows.get(0).length;
    String statement = "insert into " + into + " values (?" + ", ?".repeat(width - 1) + ")";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      for (Object[] row : rows) {
        for (int i = 0; i < width; i++) {
          if (row[i] == null) {
            insert.setNull(i + 1, java.sql.Types.DOUBLE);
          } else {
            insert.setObject(i + 1, row[i]);
          }
        }
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The countries of a run, in its order: by code. */
  public List<UncertainCase> cases(long run) {
    return read(
        "select " + CASES + " from uncertainty_case where run_id = ? order by place",
        run,
        row ->
            new UncertainCase(
                row.getString(1),
                decimal(row, 2),
                decimal(row, 3),
                decimal(row, 4),
                decimal(row, 5),
                decimal(row, 6),
                decimal(row, 7),
                decimal(row, 8),
                decimal(row, 9),
                decimal(row, 10),
                row.getInt(11),
                row.getDouble(12),
                decimals(row.getString(13)),
                UncertainCase.split(row.getString(14)),
                UncertainCase.split(row.getString(15))));
  }

  /** What was varied, in order. */
  public List<FactorEffect> factors(long run) {
    return read(
        "select " + FACTORS + " from uncertainty_factor where run_id = ? order by place",
        run,
        row ->
            new FactorEffect(
                row.getString(1),
                row.getString(2),
                decimal(row, 3),
                decimal(row, 4),
                decimal(row, 5),
                decimal(row, 6),
                decimal(row, 7),
                decimal(row, 8)));
  }

  private static List<Double> decimals(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
  }

  private static Double decimal(ResultSet row, int column) throws SQLException {
    double figure = row.getDouble(column);
    return row.wasNull() ? null : figure;
  }

  /** Reads a row that the cursor stands on. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String query, long run, Reading<T> reading) {
    List<T> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, run);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reading.of(rows));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
    return found;
  }
}
