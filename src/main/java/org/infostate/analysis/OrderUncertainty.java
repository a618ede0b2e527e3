package org.infostate.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Doubts;
import org.infostate.assessment.FrozenRuns;
import org.infostate.assessment.IndexFile;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;
import org.infostate.uncertainty.Factor;

/** Checks what a planner wants to vary and starts the run, for the page and the API alike. */
@ApplicationScoped
public class OrderUncertainty {

  /** Scores that are kept in memory while a run goes, all at once: some 64 MB with their ranks. */
  static final long MOST_SCORES = 4_000_000;

  static final int MOST_REPLICATIONS = 20_000;
  static final int FEWEST_REPLICATIONS = 10;
  static final int MOST_DESIGN = 4096;

  @Inject private UncertaintyRuns runs;
  @Inject private FrozenRuns frozen;
  @Inject private Event<UncertaintyOrdered> ordered;
  @Inject private Clock clock;

  /**
   * Starts a run over an assessment that is done. It goes on by itself once the transaction has
   * ended.
   *
   * @throws ProblemException with everything that is wrong with the order, or because a run over
   *     the assessment is still going
   */
  @Transactional
  public UncertaintyRun start(Assessment assessment, UncertaintyOrder order, Actor actor) {
    UncertaintyPlan plan = plan(assessment, order);
    boolean busy =
        runs.of(assessment).stream().anyMatch(r -> r.state() == UncertaintyRun.State.RUNNING);
    if (busy) {
      throw ProblemKind.UNCERTAINTY_RUNNING.exception();
    }
    UncertaintyRun run = new UncertaintyRun(plan, actor.login(), clock.instant());
    runs.add(run);
    ordered.fire(new UncertaintyOrdered(run.id()));
    return run;
  }

  /** What could be varied in an assessment: declared by its index, or usual. */
  public List<Factor> factors(Assessment assessment) {
    return Doubts.of(assessment.index(), frozen.result(assessment).input());
  }

  /** Whether a factor takes part where nobody chooses. */
  public static boolean usual(IndexFile file, Factor factor) {
    return file.doubts() != null || !factor.name().equals(Doubts.LEAVE_OUT);
  }

  /** The factors of a run as they were ordered. */
  public List<Factor> factors(IndexFile file, Table input, UncertaintyRun run) {
    return Doubts.of(file, input).stream()
        .filter(factor -> run.factors().contains(factor.name()))
        .map(factor -> with(factor, run.weights(), run.unverified()))
        .toList();
  }

  private static Factor with(Factor factor, Double weights, Double unverified) {
    if (factor instanceof Factor.Weights one && weights != null) {
      return new Factor.Weights(one.name(), weights, one.elements());
    }
    if (factor instanceof Factor.Unverified one && unverified != null) {
      return new Factor.Unverified(one.name(), unverified);
    }
    return factor;
  }

  private UncertaintyPlan plan(Assessment assessment, UncertaintyOrder order) {
    Result result = frozen.result(assessment);
    IndexFile file = assessment.index();
    List<Problem> problems = new ArrayList<>();
    List<Integer> years = result.scores().panel() ? result.scores().years() : List.of();
    Integer last = years.isEmpty() ? null : years.get(years.size() - 1);
    Integer year = order.year() == null ? last : order.year();
    if (year != null && !years.contains(year)) {
      problems.add(refused("year", year));
    }
    String element = order.element() == null ? file.index().root().code() : order.element();
    if (file.index().element(element).isEmpty()) {
      problems.add(refused("element", element));
    }
    share("weights", order.weights(), problems);
    share("unverified", order.unverified(), problems);
    int top = order.top() == null ? UncertaintyOrder.TOP : order.top();
    if (top < 1) {
      problems.add(refused("top", top));
    }
    List<String> factors = factors(file, Doubts.of(file, result.input()), order, problems);
    int replications =
        order.replications() == null ? UncertaintyOrder.REPLICATIONS : order.replications();
    int design = order.sensitivity() == null ? UncertaintyOrder.SENSITIVITY : order.sensitivity();
    long cases = years.isEmpty() ? result.scores().cases().size() : casesOf(result, year);
    checkSize(replications, design, factors.size(), cases, problems);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    long seed = order.seed() == null ? assessment.seed() : order.seed();
    return new UncertaintyPlan(
        assessment,
        year,
        element,
        replications,
        seed,
        top,
        factors,
        order.weights(),
        order.unverified(),
        design);
  }

  private static long casesOf(Result result, Integer year) {
    return result.scores().cases().stream().filter(c -> c.year().equals(year)).count();
  }

  private static void checkSize(
      int replications, int design, int factors, long cases, List<Problem> problems) {
    long most = Math.min(MOST_REPLICATIONS, MOST_SCORES / Math.max(1, cases));
    if (replications < FEWEST_REPLICATIONS || replications > most) {
      problems.add(
          ProblemKind.UNCERTAINTY_SIZE.at(
              Place.question("replications"), replications, FEWEST_REPLICATIONS, most));
    }
    long largest = Math.min(MOST_DESIGN, MOST_SCORES / Math.max(1, cases * (factors + 2)));
    if (design < 0 || design > largest) {
      problems.add(
          ProblemKind.UNCERTAINTY_SIZE.at(Place.question("sensitivity"), design, 0, largest));
    }
  }

  private static List<String> factors(
      IndexFile file, List<Factor> possible, UncertaintyOrder order, List<Problem> problems) {
    List<String> names = possible.stream().map(Factor::name).toList();
    if (order.factors() == null) {
      return possible.stream().filter(f -> usual(file, f)).map(Factor::name).toList();
    }
    for (String name : order.factors()) {
      if (!names.contains(name)) {
        problems.add(
            ProblemKind.UNCERTAINTY_FACTOR_UNKNOWN.at(
                Place.question("factors"), String.valueOf(name), String.join(", ", names)));
      }
    }
    if (order.factors().isEmpty()) {
      problems.add(ProblemKind.UNCERTAINTY_WITHOUT_FACTORS.at(Place.question("factors")));
    }
    return names.stream().filter(order.factors()::contains).toList();
  }

  private static void share(String field, Double share, List<Problem> problems) {
    if (share != null && !(share >= 0 && share <= 1)) {
      problems.add(refused(field, share));
    }
  }

  private static Problem refused(String field, Object value) {
    return ProblemKind.BAD_PARAMETER.at(Place.question(field), String.valueOf(value));
  }
}
