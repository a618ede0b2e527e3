package org.infostate.uncertainty;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.infostate.scoring.Element;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;

/**
 * Something that could have been chosen or measured otherwise. Each replication gives each factor
 * one number, even in [0, 1); a factor that needs more draws them from a generator that this number
 * seeds.
 */
public sealed interface Factor {

  /** Unique among the factors of an experiment. */
  String name();

  /** Puts into the draft what the number stands for. */
  void draw(double u, Draft draft);

  /**
   * Weights that could have been up to a share heavier or lighter, each by itself: w (1 + share (2
   * U - 1)).
   *
   * @param share 0.25 for a quarter either way; 0 to 1
   * @param elements whose weights; empty for all but the top
   */
  record Weights(String name, double share, Set<String> elements) implements Factor {

    public Weights {
      elements = Set.copyOf(elements);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("Weights vary by a share from 0 to 1, not " + share);
      }
    }

    @Override
    public void draw(double u, Draft draft) {
      SplittableRandom random = seeded(u, 1);
      for (Element element : draft.index().elements()) {
        // Drawn for every element, so that a narrower choice does not shift the others.
        double factor = 1 + share * (2 * random.nextDouble() - 1);
        if (element.parent() != null && (elements.isEmpty() || elements.contains(element.code()))) {
          draft.weigh(element.code(), factor);
        }
      }
    }
  }

  /**
   * One of several ways to take a step, all equally likely.
   *
   * @param position of the step in the index
   * @param alternatives of the same kind as the step, the step itself among them if it may stay
   */
  record Choice(String name, int position, List<Step> alternatives) implements Factor {

    public Choice {
      alternatives = List.copyOf(alternatives);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("A choice needs something to choose from.");
      }
    }

    @Override
    public void draw(double u, Draft draft) {
      draft.take(position, alternatives.get((int) (u * alternatives.size())));
    }
  }

  /**
   * A parameter of a step anywhere between two limits.
   *
   * @param position of the step in the index
   * @param step the step with this parameter
   */
  record Range(String name, int position, double low, double high, DoubleFunction<Step> step)
      implements Factor {

    public Range {
      if (!(low <= high)) {
        throw new IllegalArgumentException("A range goes up, unlike " + low + " to " + high);
      }
    }

    @Override
    public void draw(double u, Draft draft) {
      draft.take(position, step.apply(low + u * (high - low)));
    }
  }

  /**
   * One of these elements left out, or none, all equally likely.
   *
   * @param elements codes
   */
  record LeavingOut(String name, List<String> elements) implements Factor {

    public LeavingOut {
      elements = List.copyOf(elements);
    }

    @Override
    public void draw(double u, Draft draft) {
      int which = (int) (u * (elements.size() + 1));
      if (which < elements.size()) {
        draft.leaveOut(elements.get(which));
      }
    }
  }

  /**
   * Answers that nobody has confirmed: each value that came in with the mark {@link
   * Mark#UNVERIFIED} could have been up to a share of the range of its column higher or lower,
   * within that range.
   *
   * @param share of the range between the lowest and the highest value of the column; 0 to 1
   */
  record Unverified(String name, double share) implements Factor {

    public Unverified {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("Answers vary by a share from 0 to 1, not " + share);
      }
    }

    @Override
    public void draw(double u, Draft draft) {
      Table table = draft.input();
      SplittableRandom random = seeded(u, 2);
      draft.replace(
          table.changed(
              Mark.UNVERIFIED,
              (row, column, value) -> {
                double low = table.lowest(column);
                double high = table.highest(column);
                double moved = value + share * (high - low) * (2 * random.nextDouble() - 1);
                return Math.max(low, Math.min(high, moved));
              }));
    }
  }

  /** A generator that depends on every bit of the number. */
  private static SplittableRandom seeded(double u, long kind) {
    return new SplittableRandom(Double.doubleToLongBits(u) * 31 + kind);
  }
}
