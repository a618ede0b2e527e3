package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.country.Country;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.round.PlanRound;

/** Rounds of the sample data with the responses of the invented countries. */
@ApplicationScoped
public class SampleRounds {

  @Inject private PlanRound planRound;
  @Inject private Questionnaires questionnaires;
  @Inject private SampleResponses sampleResponses;

  /** A round that the countries answered in April of the year; closed by the end of June. */
  void past(int year, List<Country> countries, Map<String, Double> levels, Random chance) {
    Instant opened = day(year, 3, 1);
    String code = open(year, day(year, 6, 30), opened, false, countries);
    int place = 0;
    for (Country country : countries) {
      Instant answered = day(year, 4, 1).plus(Duration.ofDays(chance.nextInt(60)));
      sampleResponses.past(code, country, levels.get(country.iso3()), chance, answered, place++);
    }
    planRound.close(code, day(year, 7, 1));
  }

  /**
   * The round that is open now: it began with the accepted answers of the last, and some countries
   * have looked through them.
   */
  void current(List<Country> countries, Map<String, Double> levels, Random chance, Instant now) {
    int year = now.atZone(ZoneOffset.UTC).getYear();
    Instant opened = now.minus(Duration.ofDays(20));
    String code = open(year, now.plus(Duration.ofDays(60)), opened, true, countries);
    for (Country country : countries) {
      sampleResponses.current(code, country, levels.get(country.iso3()), chance, opened, now);
    }
  }

  private String open(
      int year, Instant deadline, Instant opened, boolean carryForward, List<Country> countries) {
    String code = Integer.toString(year);
    List<String> versions =
        questionnaires.all().stream()
            .filter(version -> SampleData.ASKED.contains(version.code()))
            .filter(version -> version.state() == QuestionnaireVersion.State.PUBLISHED)
            .map(version -> version.code() + "/" + version.version())
            .toList();
    planRound.plan(
        code,
        "Capacity survey " + year,
        deadline,
        versions,
        countries.stream().map(Country::iso3).toList(),
        opened);
    planRound.open(code, carryForward, opened);
    return code;
  }

  private static Instant day(int year, int month, int day) {
    return LocalDate.of(year, month, day).atTime(9, 30).toInstant(ZoneOffset.UTC);
  }
}
