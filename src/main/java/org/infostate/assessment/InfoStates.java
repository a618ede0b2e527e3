package org.infostate.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.cluster.Grouping;
import org.infostate.cluster.Groups;
import org.infostate.scoring.Case;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;

/** Puts the cases of a run into info-states. */
final class InfoStates {

  private InfoStates() {}

  /** By the groups that the index of the run declares. */
  static RunOutcome of(Result result, Grouping grouping, List<AssessedCase> cases) {
    Table scores = result.scores();
    Map<Integer, Groups> byYear = grouping.of(scores);
    Map<Case, Integer> groupOf = new HashMap<>();
    List<InfoState> states = new ArrayList<>();
    byYear.forEach(
        (year, groups) -> {
          groupOf.putAll(members(scores, year, groups));
          states.addAll(states(year, groups));
        });
    List<AssessedCase> grouped = new ArrayList<>();
    for (AssessedCase one : cases) {
      Integer group = groupOf.get(new Case(one.iso3(), one.year(), Map.of()));
      grouped.add(in(one, group, group == null ? null : one.year()));
    }
    return new RunOutcome(result, grouped, states);
  }

  private static Map<Case, Integer> members(Table scores, Integer year, Groups groups) {
    Map<Case, Integer> members = new HashMap<>();
    int[] group = groups.group();
    int at = 0;
    for (Case subject : scores.cases()) {
      if (year == null || year.equals(subject.year())) {
        if (group[at] > 0) {
          members.put(new Case(subject.unit(), subject.year(), Map.of()), group[at]);
        }
        at++;
      }
    }
    return members;
  }

  private static List<InfoState> states(Integer year, Groups groups) {
    int[] members = new int[groups.count() + 1];
    for (int group : groups.group()) {
      members[group]++;
    }
    List<InfoState> states = new ArrayList<>();
    for (int number = 1; number <= groups.count(); number++) {
      states.add(
          new InfoState(
              year,
              number,
              number < groups.count() ? groups.limits()[number - 1] : null,
              members[number],
              Double.isNaN(groups.explained()) ? null : groups.explained()));
    }
    return states;
  }

  /**
   * As another assessment put the countries: each in its info-state of the newest year in which it
   * has one.
   *
   * @param placed the cases of that assessment
   */
  static List<AssessedCase> from(List<AssessedCase> cases, List<AssessedCase> placed) {
    Map<String, AssessedCase> newest = new HashMap<>();
    for (AssessedCase one : placed) {
      if (one.group() != null) {
        newest.merge(one.iso3(), one, (a, b) -> a.groupYear() > b.groupYear() ? a : b);
      }
    }
    List<AssessedCase> grouped = new ArrayList<>();
    for (AssessedCase one : cases) {
      AssessedCase state = newest.get(one.iso3());
      grouped.add(state == null ? in(one, null, null) : in(one, state.group(), state.groupYear()));
    }
    return grouped;
  }

  private static AssessedCase in(AssessedCase one, Integer group, Integer year) {
    return new AssessedCase(one.iso3(), one.year(), one.basis(), one.responseId(), group, year);
  }
}
