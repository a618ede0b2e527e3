package org.infostate.portfolio;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole task as a mixed-integer linear programme; the only place that touches OR-Tools, whose
 * SCIP solves it. With x(s, t) = 1 where seat s is taken in year t, y(o, t) = 1 where offer o takes
 * place in year t, and z(g) what is closed of gap g:
 *
 * <pre>
 * maximise    sum of z(g)
 * z(g)     <= gap(g),  z(g) <= sum of effect(s, g) (1 - loss)^(t - 1) x(s, t)
 * budget(t)>= sum of cost(s) x(s, t) + sum of fixed(o) y(o, t)
 * x(s, t)  <= y(o, t),  least(o) y(o, t) <= sum over its seats of x(s, t) <= most(o) y(o, t)
 * 1        >= sum over t of y(o, t);  1 >= seats of one country and kind
 * x(s, t)  <= sum over each need and the years up to t of x(s', t')
 * 0        <= spent on a group - share * spent, for each floor
 * </pre>
 *
 * <p>The bound is that of the search: what it left out could not exceed it. It works on one thread
 * from one seed, so that equal tasks that end by themselves have equal answers.
 */
final class MixedInteger {

  /** Of the gain; the search goes on until its bound is as near. */
  private static final double GAP = 1e-7;

  static {
    Loader.loadNativeLibraries();
  }

  private final Menu menu;
  private final Terms terms;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final Map<String, MPVariable[]> seats = new LinkedHashMap<>();
  private final Map<String, MPVariable[]> offers = new HashMap<>();
  private boolean deleted;

  private MixedInteger(Menu menu, Terms terms) {
    this.menu = menu;
    this.terms = terms;
    variables();
    budgets();
    limits();
    needs();
    floors();
    gains();
  }

  /**
   * @param patience after which the best choice so far is taken
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  static Portfolio solve(Menu menu, Terms terms, Duration patience, Ending ending) {
    MixedInteger task = new MixedInteger(menu, terms);
    Runnable stop = task::stop;
    ending.watch(stop);
    try {
      return task.portfolio(patience, ending);
    } finally {
      ending.leave(stop);
      task.delete();
    }
  }

  /** The memory of a solver is its own; nobody may call one that has given it back. */
  private synchronized void stop() {
    if (!deleted) {
      solver.interruptSolve();
    }
  }

  private synchronized void delete() {
    deleted = true;
    solver.delete();
  }

  private void variables() {
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seats.put(seat.id(), years("x " + seat.id()));
      }
      offers.put(
          offer.id(), offer.single() ? seats.get(offer.seats().get(0).id()) : takesPlace(offer));
    }
  }

  private MPVariable[] years(String name) {
    return solver.makeBoolVarArray(terms.years(), name);
  }

  private MPConstraint atMost(double most) {
    return solver.makeConstraint(-MPSolver.infinity(), most);
  }

  private MPConstraint atLeastNone() {
    return solver.makeConstraint(0, MPSolver.infinity());
  }

  private static void add(MPConstraint to, MPVariable variable, double factor) {
    to.setCoefficient(variable, to.getCoefficient(variable) + factor);
  }

  private MPVariable[] takesPlace(Offer offer) {
    MPVariable[] takes = years("y " + offer.id());
    MPConstraint once = atMost(1);
    for (int t = 0; t < takes.length; t++) {
      once.setCoefficient(takes[t], 1);
      MPConstraint least = atLeastNone();
      MPConstraint most = atMost(0);
      least.setCoefficient(takes[t], -offer.least());
      most.setCoefficient(takes[t], -offer.most());
      for (Seat seat : offer.seats()) {
        MPVariable taken = seats.get(seat.id())[t];
        least.setCoefficient(taken, 1);
        most.setCoefficient(taken, 1);
        MPConstraint takesPlace = atMost(0);
        takesPlace.setCoefficient(taken, 1);
        takesPlace.setCoefficient(takes[t], -1);
      }
    }
    return takes;
  }

  private void budgets() {
    for (int t = 0; t < terms.years(); t++) {
      MPConstraint spent = atMost(terms.budgets().get(t));
      for (Offer offer : menu.offers()) {
        add(spent, offers.get(offer.id())[t], offer.fixedCost());
        for (Seat seat : offer.seats()) {
          add(spent, seats.get(seat.id())[t], seat.cost());
        }
      }
    }
  }

  private void limits() {
    Map<List<String>, MPConstraint> once = new HashMap<>();
    Map<String, MPConstraint> ofCountry = new HashMap<>();
    Map<String, MPConstraint> ofKind = new HashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        List<MPConstraint> counted = new ArrayList<>();
        counted.add(once.computeIfAbsent(List.of(seat.country(), offer.kind()), both -> atMost(1)));
        if (terms.mostPerCountry() != null) {
          counted.add(
              ofCountry.computeIfAbsent(seat.country(), c -> atMost(terms.mostPerCountry())));
        }
        Integer most = terms.mostPerKind().get(offer.kind());
        if (most != null) {
          counted.add(ofKind.computeIfAbsent(offer.kind(), kind -> atMost(most)));
        }
        for (MPVariable taken : seats.get(seat.id())) {
          counted.forEach(constraint -> constraint.setCoefficient(taken, 1));
        }
      }
    }
  }

  private void needs() {
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        for (Set<String> oneOf : seat.needs()) {
          for (int t = 0; t < terms.years(); t++) {
            need(seat, oneOf, t);
          }
        }
      }
    }
  }

  private void need(Seat seat, Set<String> oneOf, int year) {
    MPConstraint met = atLeastNone();
    met.setCoefficient(seats.get(seat.id())[year], -1);
    for (String other : oneOf) {
      for (int t = 0; t <= year; t++) {
        add(met, seats.get(other)[t], 1);
      }
    }
  }

  private void floors() {
    for (Terms.Floor floor : terms.floors()) {
      MPConstraint kept = atLeastNone();
      for (Offer offer : menu.offers()) {
        double fixed = floor.ofFixedCost(offer) - floor.share() * offer.fixedCost();
        for (MPVariable takes : offers.get(offer.id())) {
          add(kept, takes, fixed);
        }
        for (Seat seat : offer.seats()) {
          double inside = floor.countries().contains(seat.country()) ? 1 : 0;
          for (MPVariable taken : seats.get(seat.id())) {
            add(kept, taken, (inside - floor.share()) * seat.cost());
          }
        }
      }
    }
  }

  /** Gaps that cannot be closed twice need no variable of their own. */
  private void gains() {
    Map<String, Double> most = new HashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seat.effects().forEach((key, effect) -> most.merge(key, effect, Double::sum));
      }
    }
    MPObjective gain = solver.objective();
    gain.setMaximization();
    Map<String, MPConstraint> closed = new HashMap<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        seat.effects().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(
                effect -> {
                  String key = effect.getKey();
                  boolean once = most.get(key) <= menu.gaps().get(key);
                  for (int t = 0; t < terms.years(); t++) {
                    MPVariable taken = seats.get(seat.id())[t];
                    double closes = effect.getValue() * terms.left(t + 1);
                    if (once) {
                      gain.setCoefficient(taken, gain.getCoefficient(taken) + closes);
                    } else {
                      add(closed.computeIfAbsent(key, k -> closedOf(k, gain)), taken, closes);
                    }
                  }
                });
      }
    }
  }

  /** What is closed of a gap: a variable, and the sum that it may not exceed. */
  private MPConstraint closedOf(String key, MPObjective gain) {
    MPVariable closed = solver.makeNumVar(0, menu.gaps().get(key), "z " + key);
    gain.setCoefficient(closed, 1);
    MPConstraint sum = atLeastNone();
    sum.setCoefficient(closed, -1);
    return sum;
  }

  private Portfolio portfolio(Duration patience, Ending ending) {
    Bound counted = Verification.counted(menu, terms);
    MPSolver.ResultStatus status = search(patience, ending);
    ending.check();
    double bound =
        status == MPSolver.ResultStatus.NOT_SOLVED
            ? Double.POSITIVE_INFINITY
            : solver.objective().bestBound();
    return Verification.portfolio(
        menu,
        terms,
        status == MPSolver.ResultStatus.NOT_SOLVED ? List.of() : choices(),
        bound < counted.value() ? new Bound(bound, Portfolio.Basis.RELAXED) : counted,
        status == MPSolver.ResultStatus.OPTIMAL
            ? Portfolio.Method.SEARCHED
            : Portfolio.Method.TIME_OUT);
  }

  private MPSolver.ResultStatus search(Duration patience, Ending ending) {
    ending.check();
    if (patience.isZero()) {
      // The solver takes no time for any time.
      return MPSolver.ResultStatus.NOT_SOLVED;
    }
    solver.setTimeLimit(patience.toMillis());
    MPSolverParameters parameters = new MPSolverParameters();
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, GAP);
    try {
      return solver.solve(parameters);
    } finally {
      parameters.delete();
    }
  }

  private List<Portfolio.Choice> choices() {
    List<Portfolio.Choice> choices = new ArrayList<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        MPVariable[] taken = seats.get(seat.id());
        for (int t = 0; t < taken.length; t++) {
          if (taken[t].solutionValue() > 0.5) {
            choices.add(new Portfolio.Choice(offer, seat, t + 1));
          }
        }
      }
    }
    return choices;
  }
}
