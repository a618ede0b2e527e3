package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.infostate.scoring.Case;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class InfoStatesTest {

  private static final IndexFile FILE =
      Indices.read(
          """
          index: panel
          version: 1
          name: Panel
          steps:
            - normalise: {method: none}
            - aggregate: {mean: geometric}
          elements:
            - {code: total, name: Total}
            - {code: users, parent: total, name: Users, source: {statistics: "${users}"}}
          groups: {of: total, method: bands, limits: [50, 10], names: [A, B, C]}
          """);

  private static AssessedCase at(String iso3, Integer year, Integer group) {
    return new AssessedCase(
        iso3, year, AssessedCase.Basis.STATISTICS, null, group, group == null ? null : year);
  }

  @Test
  void everyCaseOfEveryYearGetsItsGroupAndWhatHasNoScoreNone() {
    List<Case> subjects = new ArrayList<>();
    for (String iso3 : List.of("XAA", "XRU", "XBM")) {
      subjects.add(Case.of(iso3, 2001));
      subjects.add(Case.of(iso3, 2002));
    }
    Table table =
        Table.builder(subjects, List.of("users"))
            .set("XAA", 2001, "users", 60)
            .set("XAA", 2002, "users", 70)
            .set("XRU", 2001, "users", 9)
            .set("XRU", 2002, "users", 10)
            .set("XBM", 2002, "users", 5)
            .build();
    Result result = Scoring.run(FILE.index(), table);
    List<AssessedCase> cases =
        subjects.stream().map(subject -> at(subject.unit(), subject.year(), null)).toList();
    RunOutcome outcome = InfoStates.of(result, FILE.grouping(), cases);
    assertEquals(
        List.of(
            at("XAA", 2001, 1),
            at("XAA", 2002, 1),
            at("XRU", 2001, 3),
            at("XRU", 2002, 2),
            at("XBM", 2001, null),
            at("XBM", 2002, 3)),
        outcome.cases());
    assertEquals(
        List.of(1, 0, 1, 1, 1, 1), outcome.infoStates().stream().map(InfoState::members).toList());
    assertEquals(50, outcome.infoStates().get(0).lowerLimit());
    assertEquals(null, outcome.infoStates().get(2).lowerLimit());
  }

  @Test
  void aCountryOfARoundIsInItsInfoStateOfTheNewestYearThatHasOne() {
    List<AssessedCase> placed =
        List.of(
            at("XAA", 2016, 2),
            at("XAA", 2018, null),
            at("XAA", 2017, 1),
            at("XRU", 2018, 5),
            at("XBM", 2018, null));
    List<AssessedCase> round =
        List.of(
            new AssessedCase("XAA", null, AssessedCase.Basis.ACCEPTED, 4L, null, null),
            new AssessedCase("XBM", null, AssessedCase.Basis.NONE, null, null, null));
    assertEquals(
        List.of(
            new AssessedCase("XAA", null, AssessedCase.Basis.ACCEPTED, 4L, 1, 2017),
            new AssessedCase("XBM", null, AssessedCase.Basis.NONE, null, null, null)),
        InfoStates.from(round, placed));
  }
}
