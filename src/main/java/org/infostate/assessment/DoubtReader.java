package org.infostate.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Element;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Index;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Step;
import org.infostate.scoring.Treatment;
import org.infostate.uncertainty.Factor;

/** Reads the key {@code uncertainty} of an index file: what could have been decided otherwise. */
final class DoubtReader {

  private static final int MOST_ALTERNATIVES = 20;

  private final Keys keys;
  private final Index index;
  private final List<Factor> factors = new ArrayList<>();

  private DoubtReader(Keys keys, Index index) {
    this.keys = keys;
    this.index = index;
  }

  /** The factors in the order of {@link Doubts#NAMES}; what is wrong is noted as faults. */
  static List<Factor> read(Keys keys, Index index, StepReader steps) {
    DoubtReader reader = new DoubtReader(keys, index);
    reader.weights();
    reader.choice("normalise", Normalisation.class, steps);
    reader.choice("aggregate", Aggregation.class, steps);
    reader.choice("impute", Imputation.class, steps);
    reader.treat();
    reader.leaveOut();
    double share = keys.number(Doubts.UNVERIFIED, 0, 0, 1);
    if (share > 0) {
      reader.factors.add(new Factor.Unverified(Doubts.UNVERIFIED, share));
    }
    keys.close();
    if (reader.factors.isEmpty()) {
      keys.fault("key-missing", "'uncertainty' names nothing that varies.");
    }
    return List.copyOf(reader.factors);
  }

  private void weights() {
    double share = keys.number(Doubts.WEIGHTS, 0, 0, 1);
    if (share > 0) {
      factors.add(new Factor.Weights(Doubts.WEIGHTS, share, Set.of()));
    }
  }

  /** The index's own way to take the step, and others, all equally likely. */
  private void choice(String name, Class<? extends Step> kind, StepReader steps) {
    if (!keys.has(name)) {
      return;
    }
    Integer position = position(name, kind);
    List<Step> alternatives = new ArrayList<>();
    for (Keys alternative : keys.maps(name, MOST_ALTERNATIVES)) {
      Step step = steps.alternative(name, alternative);
      if (step != null) {
        alternatives.add(step);
      }
    }
    if (position != null && !alternatives.isEmpty()) {
      alternatives.add(0, index.steps().get(position));
      factors.add(new Factor.Choice(name, position, alternatives));
    }
  }

  private Integer position(String name, Class<? extends Step> kind) {
    Integer position = Doubts.position(index, kind).orElse(null);
    if (position == null) {
      keys.faultAt(name, "value", "The index has no step '" + name + "' that could vary.");
    }
    return position;
  }

  private void treat() {
    Keys own = keys.map("treat");
    if (own == null) {
      return;
    }
    Integer position = position("treat", Treatment.class);
    List<Double> limits = own.numbers("skewness");
    own.close();
    if (limits.size() != 2 || !(0 <= limits.get(0) && limits.get(0) <= limits.get(1))) {
      own.fault("value", "'skewness' is the lowest and the highest limit, such as [1.5, 2.5].");
    } else if (position != null) {
      Treatment step = (Treatment) index.steps().get(position);
      factors.add(Doubts.treated("treat", position, step, limits.get(0), limits.get(1)));
    }
  }

  private void leaveOut() {
    if (!keys.has(Doubts.LEAVE_OUT)) {
      return;
    }
    List<String> elements = keys.words(Doubts.LEAVE_OUT);
    Set<String> known =
        index.elements().stream()
            .filter(element -> element.parent() != null)
            .map(Element::code)
            .collect(Collectors.toSet());
    Set<String> unknown = new HashSet<>(elements);
    unknown.removeAll(known);
    for (String code : unknown) {
      keys.faultAt(
          Doubts.LEAVE_OUT,
          "element-unknown",
          "'" + code + "' is the code of no element that could be left out.");
    }
    if (unknown.isEmpty() && !elements.isEmpty()) {
      factors.add(new Factor.LeavingOut(Doubts.LEAVE_OUT, elements));
    }
  }
}
