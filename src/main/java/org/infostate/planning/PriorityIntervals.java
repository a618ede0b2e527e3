package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.infostate.analysis.OrderUncertainty;
import org.infostate.analysis.UncertaintyRun;
import org.infostate.analysis.UncertaintyRuns;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.FrozenRuns;
import org.infostate.assessment.SelfExpressions;
import org.infostate.scoring.Table;
import org.infostate.uncertainty.Factor;
import org.infostate.uncertainty.Spread;

/**
 * How sure the places of countries in the list are: the list made again from {@link NeedDraws} of
 * the newest uncertainty run. What a part of the formula does not know may be anything from 0 to 1;
 * what it knows stays.
 */
@ApplicationScoped
public class PriorityIntervals {

  /** Enough for the limits of nine tenths, few enough to be made while somebody waits. */
  public static final int MOST_DRAWS = 200;

  private static final int REMEMBERED = 6;

  @Inject private UncertaintyRuns runs;
  @Inject private OrderUncertainty orders;
  @Inject private FrozenRuns frozen;

  private final Map<Key, List<Drawn>> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, List<Drawn>> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Draws differ by the run and by what gaps are measured to. */
  private record Key(long run, Targets targets) {}

  /**
   * The needs of one draw, and what else was drawn.
   *
   * @param needs by country
   * @param draw for chances
   */
  private record Drawn(Map<String, Need> needs, NeedDraws.Draw draw) {}

  /**
   * Nine tenths of the draws lie within.
   *
   * @param run that it follows from
   * @param draws how many were made
   * @param byCountry those of the list
   */
  public record Intervals(UncertaintyRun run, int draws, Map<String, Interval> byCountry) {}

  /** Limits of the rank and the need of a country. */
  public record Interval(Spread rank, Spread need) {}

  /** The intervals of a list; empty where no uncertainty run over its assessment is done. */
  public Optional<Intervals> of(PriorityList list) {
    return newest(list.assessment()).map(run -> intervals(list, run));
  }

  /** The newest run over an assessment that is done. */
  public Optional<UncertaintyRun> newest(Assessment assessment) {
    return runs.of(assessment).stream()
        .filter(run -> run.state() == UncertaintyRun.State.DONE)
        .findFirst();
  }

  /** The needs as a run varies them, measured to the targets. */
  public NeedDraws draws(UncertaintyRun run, Targets targets) {
    Assessment assessment = run.assessment();
    Table input = frozen.result(assessment).input();
    List<Factor> factors = orders.factors(assessment.index(), input, run);
    return new NeedDraws(
        assessment.index().index(), input, new SelfExpressions(), factors, run.seed(), targets);
  }

  private Intervals intervals(PriorityList list, UncertaintyRun run) {
    List<Drawn> draws = drawn(run, list.targets());
    List<Priority> priorities = list.priorities();
    double[][] needs = new double[priorities.size()][draws.size()];
    double[][] ranks = new double[priorities.size()][draws.size()];
    for (int d = 0; d < draws.size(); d++) {
      double[] ofDraw = new double[priorities.size()];
      for (int c = 0; c < ofDraw.length; c++) {
        ofDraw[c] = drawn(priorities.get(c), list.weights(), draws.get(d));
        needs[c][d] = ofDraw[c];
      }
      double[] ranked = Priorities.RANKING.ranks(ofDraw);
      for (int c = 0; c < ofDraw.length; c++) {
        ranks[c][d] = ranked[c];
      }
    }
    Map<String, Interval> intervals = new HashMap<>();
    for (int c = 0; c < needs.length; c++) {
      Priority one = priorities.get(c);
      intervals.put(
          one.iso3(),
          new Interval(Spread.of(one.rank(), ranks[c]), Spread.of(one.need(), needs[c])));
    }
    return new Intervals(run, draws.size(), intervals);
  }

  private static double drawn(Priority priority, PriorityWeights weights, Drawn drawn) {
    Need need = drawn.needs.get(priority.iso3());
    if (need == null) {
      return Double.NaN;
    }
    double unknown = drawn.draw.chance(priority.iso3(), PriorityWeights.UNKNOWN);
    return (need.missing() + unknown * need.unknown()) * factor(priority, weights, drawn.draw);
  }

  /** The factor of a priority in a draw: what a part does not know may be anything from 0 to 1. */
  public static double factor(Priority priority, PriorityWeights weights, NeedDraws.Draw draw) {
    double factor = 1;
    for (Priority.Part part : priority.parts()) {
      factor +=
          part.value() != null
              ? part.adds()
              : part.part().sign()
                  * weights.of(part.part())
                  * draw.chance(priority.iso3(), part.part().code());
    }
    return Math.max(0, factor);
  }

  private List<Drawn> drawn(UncertaintyRun run, Targets targets) {
    Key key = new Key(run.id(), targets);
    List<Drawn> known = remembered.get(key);
    if (known == null) {
      NeedDraws draws = draws(run, targets);
      known =
          IntStream.range(0, Math.min(MOST_DRAWS, run.replications()))
              .parallel()
              .mapToObj(draws::draw)
              .map(draw -> new Drawn(draw.needs(Set.of()), draw))
              .toList();
      remembered.put(key, known);
    }
    return known;
  }
}
