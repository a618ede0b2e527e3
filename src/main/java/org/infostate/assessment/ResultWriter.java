package org.infostate.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Case;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Note;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;

/** Writes the tables of one run over one connection. */
final class ResultWriter {

  private static final int AT_ONCE = 1000;
  private static final int REMARK_LENGTH = 1000;

  private static final String WEIGHTS =
      "assessment_weight (assessment_id, element, place, share_of_parent," + " share_of_whole)";
  private static final String CELLS =
      "assessment_cell (assessment_id, step_number, element, iso3, case_year, figure,"
          + " state, marks)";
  private static final String SCORES =
      "assessment_score (assessment_id, iso3, case_year, element, measured, score,"
          + " standing, state, marks, weight, points, best, gain, observed_count,"
          + " imputed_count, applicable_count, weight_share)";
  private static final String CASES =
      "assessment_case (assessment_id, iso3, case_year, basis, response_id,"
          + " group_number, group_year)";
  private static final String INFO_STATES =
      "assessment_group (assessment_id, case_year, group_number, lower_limit,"
          + " member_count, explained)";
  private static final String NOTES =
      "assessment_note (assessment_id, place, step_name, element, iso3, case_year,"
          + " code, remark)";

  private final Connection connection;
  private final long id;

  ResultWriter(Connection connection, long id) {
    this.connection = connection;
    this.id = id;
  }

  void write(RunOutcome outcome, Runnable half) throws SQLException {
    weights(outcome.result());
    cells(outcome.result());
    half.run();
    scores(outcome.result());
    cases(outcome.cases());
    infoStates(outcome.infoStates());
    notes(outcome.result().notes());
  }

  private void weights(Result result) throws SQLException {
    Map<String, Double> whole = result.effectiveWeights();
    try (Batch batch = batch(WEIGHTS)) {
      int place = 0;
      for (Map.Entry<String, Double> share : result.shares().entrySet()) {
        batch.add(id, share.getKey(), place++, share.getValue(), whole.get(share.getKey()));
      }
      batch.send();
    }
  }

  private void cells(Result result) throws SQLException {
    try (Batch batch = batch(CELLS)) {
      cells(batch, 0, result.input());
      int step = 0;
      for (Result.Made made : result.steps()) {
        cells(batch, ++step, made.table());
      }
      batch.send();
    }
  }

  private void cells(Batch batch, int step, Table table) throws SQLException {
    for (int row = 0; row < table.cases().size(); row++) {
      Case subject = table.cases().get(row);
      for (int column = 0; column < table.columns().size(); column++) {
        batch.add(
            id,
            step,
            table.columns().get(column),
            subject.unit(),
            subject.year(),
            Score.orNull(table.value(row, column)),
            table.state(row, column).name(),
            marks(table.marks(row, column)));
      }
    }
  }

  private static String marks(Set<Mark> marks) {
    return marks.isEmpty() ? null : Measurements.marks(marks);
  }

  private void scores(Result result) throws SQLException {
    try (Batch batch = batch(SCORES)) {
      for (int row = 0; row < result.scores().cases().size(); row++) {
        for (Score one : Score.of(result, row)) {
          batch.add(
              id,
              one.iso3(),
              one.year(),
              one.element(),
              one.measured(),
              one.score(),
              one.rank(),
              one.state().name(),
              marks(one.marks()),
              one.weight(),
              one.points(),
              one.best(),
              one.gain(),
              one.observed(),
              one.imputed(),
              one.applicable(),
              one.weightShare());
        }
      }
      batch.send();
    }
  }

  private void cases(List<AssessedCase> cases) throws SQLException {
    try (Batch batch = batch(CASES)) {
      for (AssessedCase one : cases) {
        batch.add(
            id,
            one.iso3(),
            one.year(),
            one.basis().name(),
            one.responseId(),
            one.group(),
            one.groupYear());
      }
      batch.send();
    }
  }

  private void infoStates(List<InfoState> infoStates) throws SQLException {
    try (Batch batch = batch(INFO_STATES)) {
      for (InfoState one : infoStates) {
        batch.add(id, one.year(), one.number(), one.lowerLimit(), one.members(), one.explained());
      }
      batch.send();
    }
  }

  private void notes(List<Note> notes) throws SQLException {
    try (Batch batch = batch(NOTES)) {
      int place = 0;
      for (Note note : notes) {
        String text = note.text();
        batch.add(
            id,
            place++,
            note.step(),
            note.element(),
            note.subject() == null ? null : note.subject().unit(),
            note.subject() == null ? null : note.subject().year(),
            note.code(),
            text.length() > REMARK_LENGTH ? text.substring(0, REMARK_LENGTH) : text);
      }
      batch.send();
    }
  }

  /** Rows of one table, sent many at a time; what is not sent when it closes is lost. */
  private static final class Batch implements AutoCloseable {

    private final PreparedStatement statement;
    private int waiting;

    Batch(PreparedStatement statement) {
      this.statement = statement;
    }

    /** Adds a row: its values in the order of the columns. */
    void add(Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
      waiting++;
      if (waiting == AT_ONCE) {
        send();
      }
    }

    void send() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }

  /**
   * @param table with its columns: {@code table (first, second)}
   */
  private Batch batch(String table) throws SQLException {
    String values = "?" + ", ?".repeat(table.split(",").length - 1);
    return new Batch(
        connection.prepareStatement("insert into " + table + " values (" + values + ")"));
  }
}
