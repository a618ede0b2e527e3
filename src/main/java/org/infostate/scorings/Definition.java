package org.infostate.scorings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.StepsFile;
import org.infostate.cluster.Grouping;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * The index that somebody sent.
 *
 * @param grouping null if it puts nothing into groups
 * @param declared columns of the data that it names without asking for them
 */
record Definition(Index index, Grouping grouping, Set<String> declared) {

  /** Reads the parts of an order; what is wrong with them goes to the findings, and null comes. */
  static Definition read(ScoringOrder order, Findings findings) {
    Definition sent =
        order.has(ScoringOrder.DEFINITION) ? ofFile(order, findings) : ofTable(order, findings);
    if (sent == null || !order.has(ScoringOrder.POINTS)) {
      return sent;
    }
    Index weighed = ExpertPoints.weigh(sent.index, order, findings);
    return weighed == null ? null : new Definition(weighed, sent.grouping, sent.declared);
  }

  private static Definition ofFile(ScoringOrder order, Findings findings) {
    String part = ScoringOrder.DEFINITION;
    String yaml = CsvPart.text(part, order.part(part), findings);
    if (yaml == null) {
      return null;
    }
    IndexFile file = IndexFile.read(yaml);
    tell(part, file.faults(), findings);
    return file.faults().isEmpty() ? new Definition(file.index(), file.grouping(), Set.of()) : null;
  }

  private static void tell(String part, List<IndexFile.Fault> faults, Findings findings) {
    for (IndexFile.Fault fault : faults) {
      findings.add(part, fault.line(), fault.column(), ProblemKind.INDEX_INVALID, fault.text());
    }
  }

  private static Definition ofTable(ScoringOrder order, Findings findings) {
    String meta = ScoringOrder.META;
    CsvPart csv = CsvPart.read(meta, order.part(meta), IndexFile.MAX_ELEMENTS, findings);
    String yaml = CsvPart.text(ScoringOrder.STEPS, order.part(ScoringOrder.STEPS), findings);
    if (csv == null || yaml == null) {
      return null;
    }
    ElementTable table = ElementTable.read(csv, findings);
    StepsFile file = StepsFile.read(yaml, table.lines().keySet());
    tell(ScoringOrder.STEPS, file.faults(), findings);
    if (!findings.none()) {
      return null;
    }
    List<Element> elements = table.with(file.steps(), file.methods());
    for (Index.Fault fault : Index.faults(elements, table.denominators(), file.steps())) {
      boolean ofSteps = fault.element() == null;
      findings.add(
          ofSteps ? ScoringOrder.STEPS : meta,
          ofSteps ? 1 : table.lines().getOrDefault(fault.element(), 1),
          1,
          ProblemKind.INDEX_INVALID,
          fault.text());
    }
    if (!findings.none()) {
      return null;
    }
    Map<String, String> names = file.names().isEmpty() ? Map.of("en", file.code()) : file.names();
    Index index =
        new Index(file.code(), file.version(), names, elements, table.denominators(), file.steps());
    levels(table, index, findings);
    return findings.none() ? new Definition(index, file.grouping(), table.declared()) : null;
  }

  /** Steps go by levels, so a level that is not what the parents come to would mislead. */
  private static void levels(ElementTable table, Index index, Findings findings) {
    Map<String, Integer> levels = index.levels();
    for (Map.Entry<String, Integer> said : new TreeMap<>(table.levels()).entrySet()) {
      int level = levels.get(said.getKey());
      if (level != said.getValue()) {
        findings.add(
            ScoringOrder.META,
            table.lines().get(said.getKey()),
            1,
            ProblemKind.SCORING_LEVEL,
            said.getKey(),
            said.getValue(),
            level);
      }
    }
  }

  /** The years that its steps and its groups are fitted to, ascending. */
  Set<Integer> baseYears() {
    Set<Integer> years = new TreeSet<>(index.baseYears());
    if (grouping != null && grouping.over().year() != null) {
      years.add(grouping.over().year());
    }
    return years;
  }
}
