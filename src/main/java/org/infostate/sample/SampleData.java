package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.infostate.account.Accounts;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;

/** Loads the sample data into an empty database, always the same but for the dates. */
@ApplicationScoped
public class SampleData {

  /** The questionnaires that the sample rounds ask. */
  static final Set<String> ASKED =
      Set.of("legislation", "units", "training", "equipment", "cooperation");

  private static final long SEED = 20050418;

  @Inject private Accounts accounts;
  @Inject private Countries countries;
  @Inject private SamplePeople people;
  @Inject private SampleRounds rounds;
  @Inject private SampleStatistics statistics;
  @Inject private Clock clock;

  /** Loads people, rounds and statistics into an empty database; leaves any other as it is. */
  public void load() {
    if (accounts.none()) {
      List<Country> invented = CountryTable.invented();
      countries.keep(invented);
      people.create();
      Random chance = new Random(SEED);
      Map<String, Double> levels = levels(invented, chance);
      int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
      rounds.past(year - 2, invented, levels, chance);
      levels.replaceAll((iso3, level) -> Math.min(1, level + chance.nextDouble() * 0.12));
      rounds.past(year - 1, invented, levels, chance);
      rounds.current(invented, levels, chance, clock.instant());
      statistics.store(levels, year - 1, chance);
    }
  }

  /**
   * Runs the assessments of the sample data where there are none yet.
   *
   * @param server address at which this server answers already
   * @return what the server says at the end of its start: how to sign in
   */
  public List<String> assess(URI server) {
    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
    new SampleAssessments(server, "sample-planner").run(year - 2, year - 1);
    return greeting();
  }

  /** Three groups, as the digital divide makes them, with countries between. */
  private static Map<String, Double> levels(List<Country> invented, Random chance) {
    Map<String, Double> levels = new LinkedHashMap<>();
    double[] groups = {0.85, 0.6, 0.45, 0.2};
    int place = 0;
    for (Country country : invented) {
      double centre = groups[place++ % groups.length];
      levels.put(
          country.iso3(), Math.max(0.05, Math.min(0.98, centre + chance.nextGaussian() * 0.07)));
    }
    return levels;
  }

  private static List<String> greeting() {
    return Stream.concat(
            Stream.of("Sample accounts; password and bearer token of each are sample-<name>:"),
            SamplePeople.ALL.stream()
                .map(person -> "  %-16s %s".formatted(person.login(), person.secret())))
        .toList();
  }
}
