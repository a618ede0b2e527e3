package org.infostate.response;

import java.util.Collection;

/**
 * How far something is.
 *
 * @param asked questions that are asked
 * @param given those that have an answer or a status
 * @param requiredMissing required ones that have neither
 */
public record Progress(int asked, int given, int requiredMissing) {

  public static Progress sum(Collection<Progress> parts) {
    return new Progress(
        parts.stream().mapToInt(Progress::asked).sum(),
        parts.stream().mapToInt(Progress::given).sum(),
        parts.stream().mapToInt(Progress::requiredMissing).sum());
  }

  /** From 0 to 100; 100 where nothing is asked. Never rounded up to 100. */
  public int percent() {
    return asked == 0 ? 100 : given * 100 / asked;
  }

  public boolean complete() {
    return given == asked;
  }
}
