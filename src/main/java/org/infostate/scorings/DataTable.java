package org.infostate.scorings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Source;
import org.infostate.scoring.Table;

/**
 * The data that somebody sent, as COINr's {@code iData}: a line for each unit, in a panel for each
 * unit and year. The code of the unit is in {@code uCode} (or {@code unit}, {@code iso3}, {@code
 * country}, {@code code}), its year in {@code Time} (or {@code year}), its name in {@code uName}
 * (or {@code name}). Whatever kind a source of the index is of, what it names is a column here.
 *
 * @param table columns by indicator and denominator
 * @param names of units by their code, where the data have any
 * @param unused headings that nothing asked for
 */
record DataTable(Table table, Map<String, String> names, Set<String> unused) {

  /**
   * Reads the data for an index; what is wrong with them goes to the findings.
   *
   * @param pulse run for every value; may throw to stop
   */
  static DataTable read(CsvPart csv, Definition definition, Findings findings, Runnable pulse) {
    return new Reader(csv, definition, findings).read(pulse);
  }

  /** Looks at the form of the data alone, for an index that can not be read. */
  static void check(CsvPart csv, Findings findings) {
    new Reader(csv, null, findings).cases(Set.of());
  }

  private static final class Reader {
    private final CsvPart csv;
    private final Definition definition;
    private final Findings findings;
    private final String unit;
    private final String year;
    private final Set<String> used = new HashSet<>();
    private final List<CsvRecord> rows = new ArrayList<>();

    Reader(CsvPart csv, Definition definition, Findings findings) {
      this.csv = csv;
      this.definition = definition;
      this.findings = findings;
      unit = csv.firstOf("uCode", "unit", "iso3", "country", "code");
      year = csv.firstOf("Time", "year");
      if (unit == null) {
        findings.add(csv.part(), 1, 1, ProblemKind.SCORING_HEADING_MISSING, "uCode", csv.part());
      }
    }

    DataTable read(Runnable pulse) {
      Index index = definition.index();
      Map<String, Source> sources = new LinkedHashMap<>();
      for (Element indicator : index.indicators()) {
        sources.put(indicator.code(), indicator.source());
      }
      index.denominators().forEach(sources::putIfAbsent);
      Map<String, ColumnSource> columns = new LinkedHashMap<>();
      sources.forEach((code, source) -> columns.put(code, new ColumnSource(code, source, csv)));
      columns.values().forEach(column -> column.columns().forEach(this::need));
      index.groupings().forEach(this::need);
      List<Case> cases = cases(index.groupings());
      limit(cases.size(), index);
      if (!findings.none()) {
        return null;
      }
      baseYears(cases);
      return new DataTable(table(cases, columns, pulse), names(), unused());
    }

    private void need(String heading) {
      if (used.add(heading) && !csv.has(heading)) {
        findings.add(csv.part(), 1, 1, ProblemKind.SCORING_HEADING_MISSING, heading, csv.part());
      }
    }

    List<Case> cases(Set<String> groupings) {
      List<Case> cases = new ArrayList<>();
      Map<Case, Integer> seen = new HashMap<>();
      for (CsvRecord row : unit == null ? List.<CsvRecord>of() : csv.rows()) {
        Case subject = subject(row, groupings);
        if (subject != null) {
          Case key = new Case(subject.unit(), subject.year(), Map.of());
          Integer before = seen.putIfAbsent(key, CsvPart.line(row));
          if (before != null) {
            csv.fault(findings, row, unit, ProblemKind.SCORING_CASE_TWICE, key.toString(), before);
          } else {
            cases.add(subject);
            rows.add(row);
          }
        }
      }
      return cases;
    }

    private Case subject(CsvRecord row, Set<String> groupings) {
      String code = csv.value(row, unit);
      if (code.isEmpty() || code.length() > Limits.LONGEST_NAME) {
        csv.fault(findings, row, unit, ProblemKind.SCORING_UNIT_MISSING, Limits.LONGEST_NAME);
        return null;
      }
      Integer when = null;
      if (year != null) {
        String text = csv.value(row, year);
        if (!text.matches("[0-9]{1,4}")) {
          csv.fault(findings, row, year, ProblemKind.SCORING_NOT_A_YEAR, text);
          return null;
        }
        when = Integer.valueOf(text);
      }
      Map<String, String> groups = new HashMap<>();
      for (String grouping : groupings) {
        String group = csv.value(row, grouping);
        if (!CsvPart.missing(group)) {
          groups.put(grouping, group);
        }
      }
      return new Case(code, when, groups);
    }

    private void limit(int cases, Index index) {
      long cells = (long) cases * index.elements().size() * (index.steps().size() + 1);
      if (cells > Limits.MOST_CELLS) {
        findings.add(csv.part(), ProblemKind.SCORING_TOO_MANY_CELLS, cells, Limits.MOST_CELLS);
      }
    }

    private void baseYears(List<Case> cases) {
      Set<Integer> years = new TreeSet<>();
      cases.stream().filter(c -> c.year() != null).forEach(c -> years.add(c.year()));
      for (int base : definition.baseYears()) {
        if (!years.isEmpty() && !years.contains(base)) {
          findings.add(csv.part(), ProblemKind.SCORING_BASE_YEAR, String.valueOf(base));
        }
      }
    }

    private Table table(List<Case> cases, Map<String, ColumnSource> columns, Runnable pulse) {
      Table.Builder table = Table.builder(cases, List.copyOf(columns.keySet()));
      int at = 0;
      for (ColumnSource column : columns.values()) {
        for (int row = 0; row < cases.size(); row++) {
          pulse.run();
          column.read(rows.get(row), cases.get(row).year(), findings).into(table, row, at);
        }
        column.tellUnsupported(findings);
        at++;
      }
      return table.build();
    }

    private Map<String, String> names() {
      String heading = csv.firstOf("uName", "name");
      Map<String, String> names = new HashMap<>();
      for (CsvRecord row : heading == null ? List.<CsvRecord>of() : rows) {
        String name = csv.value(row, heading);
        if (name.length() > Limits.LONGEST_NAME) {
          csv.fault(findings, row, heading, ProblemKind.SCORING_TEXT_TOO_LONG, Limits.LONGEST_NAME);
        } else if (!name.isEmpty()) {
          names.put(csv.value(row, unit), name);
        }
      }
      return names;
    }

    private Set<String> unused() {
      Set<String> unused = new TreeSet<>(csv.headings().keySet());
      unused.removeAll(used);
      unused.removeAll(definition.declared());
      unused.remove(unit);
      unused.remove(year == null ? "" : year);
      String name = csv.firstOf("uName", "name");
      unused.remove(name == null ? "" : name);
      return unused;
    }
  }
}
