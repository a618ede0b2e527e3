package org.infostate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leaves out the cases of which too little is known.
 *
 * <p>Availability of a case = present / applicable indicators; its share of figures other than zero
 * = 1 - zeros / present. A case of which nothing is applicable has availability 0.
 *
 * @param rule which of the two limits has to be met
 * @param minimum lowest availability, 0 to 1
 * @param nonZeroMinimum lowest share of figures other than zero, 0 to 1
 * @param include units that stay whatever is known of them
 * @param exclude units that go whatever is known of them
 */
public record Screening(
    Rule rule, double minimum, double nonZeroMinimum, Set<String> include, Set<String> exclude)
    implements Step {

  /** Which limits have to be met. */
  public enum Rule {
    MISSING,
    ZEROS,
    MISSING_AND_ZEROS
  }

  public Screening {
    include = Set.copyOf(include);
    exclude = Set.copyOf(exclude);
  }

  @Override
  public String name() {
    return "screen";
  }

  @Override
  public Table take(Work work) {
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < work.table.cases().size(); row++) {
      if (keeps(work, row)) {
        kept.add(row);
      }
    }
    return work.table.rows(kept.stream().mapToInt(Integer::intValue).toArray());
  }

  private boolean keeps(Work work, int row) {
    Case subject = work.table.cases().get(row);
    if (include.contains(subject.unit())) {
      return true;
    }
    int applicable = 0;
    int present = 0;
    int zeros = 0;
    for (int indicator : work.tree.indicators) {
      int column = work.column(indicator);
      State state = work.table.state(row, column);
      applicable += state.applicable() ? 1 : 0;
      present += state.present() ? 1 : 0;
      zeros += work.table.value(row, column) == 0 ? 1 : 0;
    }
    boolean available = Aggregation.reaches(present, Math.max(1, applicable), minimum);
    boolean nonZero = Aggregation.reaches(present - zeros, Math.max(1, present), nonZeroMinimum);
    boolean known = rule == Rule.ZEROS || available;
    boolean filled = rule == Rule.MISSING || nonZero;
    boolean named = exclude.contains(subject.unit());
    if (known && filled && !named) {
      return true;
    }
    String text =
        named
            ? subject + " is left out by name."
            : String.format(
                Locale.ROOT,
                "%s is left out: %d of %d indicators are present, %d of them zero.",
                subject,
                present,
                applicable,
                zeros);
    work.note(this, null, subject, "excluded", text);
    return false;
  }
}
