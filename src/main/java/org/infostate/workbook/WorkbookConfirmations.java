package org.infostate.workbook;

import java.util.Set;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerKey;
import org.infostate.workbook.WorkbookStyles.Look;

/**
 * Writes the column in which answers that were carried forward are confirmed: of a question by
 * itself, of a row of a table all together. A sheet on which no answer waits has no such column.
 */
final class WorkbookConfirmations {

  /** What the row of keys holds in the column. */
  static final String KEY = "confirm";

  private static final double WIDTH = 16;

  private final WorkbookFrame frame;
  private final WorkbookRules rules;
  private final Set<AnswerKey> waiting;

  /**
   * @param waiting carried answers that nobody has confirmed or changed
   */
  WorkbookConfirmations(WorkbookFrame frame, WorkbookRules rules, Set<AnswerKey> waiting) {
    this.frame = frame;
    this.rules = rules;
    this.waiting = waiting;
  }

  boolean needed() {
    WorkbookPlan.Sheet sheet = frame.sheet;
    return sheet.roster() == null
        ? sheet.lines().stream().anyMatch(this::waits)
        : sheet.rows().stream().anyMatch(this::waits);
  }

  private boolean waits(WorkbookPlan.Line line) {
    return line.kind() != WorkbookPlan.Kind.MARK
        && waiting.contains(AnswerKey.of(line.item().name()));
  }

  private boolean waits(int row) {
    return frame.sheet.roster().questions().stream()
        .map(Question::name)
        .anyMatch(question -> waiting.contains(new AnswerKey(question, row)));
  }

  int column() {
    return frame.sheet.lastColumn() + 1;
  }

  String heading() {
    return frame.texts.text("workbook.column.confirm");
  }

  void write() {
    frame.key(column(), KEY);
    frame.head(column(), heading());
    frame.width(column(), WIDTH);
    WorkbookPlan.Sheet sheet = frame.sheet;
    if (sheet.roster() == null) {
      sheet.lines().forEach(line -> cell(line.row(), waits(line), line.item()));
    } else {
      frame.put(WorkbookPlan.HINT_ROW, column(), "", Look.HINT);
      for (int row = WorkbookPlan.FIRST_ROW; row <= sheet.lastRow(); row++) {
        int index = row - WorkbookPlan.FIRST_ROW;
        boolean there = index < sheet.rows().size();
        cell(row, there && waits(sheet.rows().get(index)), sheet.roster());
      }
    }
  }

  private void cell(int row, boolean open, Item item) {
    frame.cell(row, column(), open ? Look.CHOICE : Look.CLOSED);
    if (open) {
      rules.mark(row, row, column());
      rules.greyUnlessAsked(item, row, row, column(), column());
    }
  }
}
