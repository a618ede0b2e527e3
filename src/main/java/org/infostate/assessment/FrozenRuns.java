package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;

/**
 * Runs that were kept, as the engine gives them: from the table that went in, as it was stored, by
 * the definition, as it was stored. The same to the last bit as when they were first made, whatever
 * has become of answers and statistics since.
 */
@ApplicationScoped
public class FrozenRuns {

  /** A run over nineteen years of all countries takes some 10 MB. */
  private static final int REMEMBERED = 6;

  @Inject private ResultTables tables;
  @Inject private Countries countries;

  private final Map<Long, Result> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Result> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * All tables of an assessment that is done.
   *
   * @throws IllegalStateException if what is stored is not what went in
   */
  public Result result(Assessment assessment) {
    Result known = remembered.get(assessment.id());
    if (known != null) {
      return known;
    }
    Table input = input(assessment);
    if (!Measurements.sha256(input).equals(assessment.inputSha256())) {
      throw new IllegalStateException(
          "The stored table of assessment " + assessment.id() + " is not the one that went in.");
    }
    Result result = Scoring.run(assessment.index().index(), input, new SelfExpressions());
    remembered.put(assessment.id(), result);
    return result;
  }

  private Table input(Assessment assessment) {
    Index index = assessment.index().index();
    Set<String> columns = new LinkedHashSet<>();
    index.indicators().stream().map(Element::code).forEach(columns::add);
    columns.addAll(index.denominators().keySet());
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    for (Country country : countries.all()) {
      groups.put(country.iso3(), GatherInputs.groups(country));
    }
    List<Cell> cells = new ArrayList<>();
    Map<Case, Case> cases = new LinkedHashMap<>();
    tables.cells(
        assessment.id(),
        0,
        cell -> {
          cells.add(cell);
          cases.computeIfAbsent(
              key(cell),
              key -> new Case(key.unit(), key.year(), groups.getOrDefault(key.unit(), Map.of())));
        });
    Table.Builder table = Table.builder(List.copyOf(cases.values()), List.copyOf(columns));
    for (Cell cell : cells) {
      if (cell.state() == State.PRESENT) {
        table.set(
            cell.iso3(),
            cell.year(),
            cell.element(),
            cell.figure(),
            cell.marks().toArray(Mark[]::new));
      } else {
        table.missing(cell.iso3(), cell.year(), cell.element(), cell.state());
      }
    }
    return table.build();
  }

  private static Case key(Cell cell) {
    return new Case(cell.iso3(), cell.year(), Map.of());
  }
}
