package org.infostate.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.IndexFile;
import org.infostate.cluster.Grouping;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;

/**
 * An assessment that something is asked of: all its tables, and the year that is looked at.
 *
 * @param year null in an assessment without years
 * @param seed of all chance in what is asked
 */
public record Subject(
    Assessment assessment, IndexFile file, Result result, Integer year, long seed) {

  /**
   * @param wanted the last year if null
   * @throws org.infostate.problem.ProblemException if the assessment has no such year
   */
  static Subject of(Assessment assessment, Result result, Integer wanted) {
    List<Integer> years = years(result);
    if (wanted != null && !years.contains(wanted)) {
      throw refused("year", wanted);
    }
    Integer last = years.isEmpty() ? null : years.get(years.size() - 1);
    return new Subject(
        assessment, assessment.index(), result, wanted == null ? last : wanted, assessment.seed());
  }

  static org.infostate.problem.ProblemException refused(String field, Object value) {
    return ProblemKind.BAD_PARAMETER.at(Place.question(field), String.valueOf(value)).exception();
  }

  private static List<Integer> years(Result result) {
    return result.scores().panel() ? result.scores().years() : List.of();
  }

  /** Ascending; empty in an assessment without years. */
  public List<Integer> years() {
    return years(result);
  }

  public Index index() {
    return file.index();
  }

  /** The scores of the year. */
  public Table scores() {
    return ofYear(result.scores());
  }

  /** What came in, for the cases of the year. */
  Table input() {
    return ofYear(result.input());
  }

  private Table ofYear(Table table) {
    return table.rows(
        IntStream.range(0, table.cases().size())
            .filter(row -> year == null || year.equals(table.cases().get(row).year()))
            .toArray());
  }

  /**
   * The code of an element: the whole if none is wanted.
   *
   * @throws org.infostate.problem.ProblemException if the index has no such element
   */
  String element(String wanted) {
    String code = wanted == null || wanted.isBlank() ? index().root().code() : wanted;
    if (index().element(code).isEmpty()) {
      throw refused("element", code);
    }
    return code;
  }

  /** The elements right below; the indicator itself where there are none. */
  List<String> below(String element) {
    List<String> below =
        index().elements().stream()
            .filter(one -> element.equals(one.parent()))
            .map(Element::code)
            .toList();
    return below.isEmpty() ? List.of(element) : below;
  }

  /** The groups that the index declares of this element; null where it declares none. */
  Grouping declared(String element) {
    Grouping grouping = file.grouping();
    return grouping != null && grouping.element().equals(element) ? grouping : null;
  }

  /**
   * @throws org.infostate.problem.ProblemException if scores of two years can not be compared:
   *     because there are no two years, or because the index brings each year to a scale of its own
   */
  void requireComparableYears() {
    if (years().size() < 2) {
      throw ProblemKind.ANALYSIS_NEEDS_YEARS.exception();
    }
    if (!index().eachYear().isEmpty()) {
      throw ProblemKind.YEARS_NOT_COMPARABLE.exception();
    }
  }
}
