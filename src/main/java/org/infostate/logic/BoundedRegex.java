package org.infostate.logic;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions with an end: matching may look at {@value #MOST_STEPS} characters. Java's
 * matcher backtracks, so that a short pattern such as {@code (a+)+b} would otherwise run for years,
 * and it recurses, so that a long text may exhaust the stack: both are answered with "unknown".
 */
final class BoundedRegex {

  static final int MOST_STEPS = 1_000_000;

  private BoundedRegex() {}

  /**
   * @throws PatternSyntaxException where it is not one, or is nested too deeply
   */
  static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (StackOverflowError e) {
      throw new PatternSyntaxException("nested too deeply", pattern, 0);
    }
  }

  /** Whether the whole text matches; empty where that cannot be told within the bounds. */
  static Optional<Boolean> matches(String pattern, String text) {
    try {
      return Optional.of(compile(pattern).matcher(new Counted(text, new int[1])).matches());
    } catch (PatternSyntaxException | TooManySteps | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps() {
      super("a regular expression takes too long", null, false, false);
    }
  }

  private record Counted(CharSequence text, int[] steps) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
