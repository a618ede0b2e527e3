package org.infostate.scoring;

import java.util.Map;
import java.util.Objects;

/**
 * A row of a {@link Table}: a unit (a country), in a panel one year of it.
 *
 * @param unit code of the unit, not blank
 * @param year null where the table has no years
 * @param groups the groups that it belongs to, by the name of the grouping: {@code region=Coast}
 */
public record Case(String unit, Integer year, Map<String, String> groups) {

  public Case {
    Objects.requireNonNull(unit, "unit");
    if (unit.isBlank()) {
      throw new IllegalArgumentException("A case needs the code of a unit.");
    }
    groups = Map.copyOf(groups);
  }

  public static Case of(String unit) {
    return new Case(unit, null, Map.of());
  }

  public static Case of(String unit, int year) {
    return new Case(unit, year, Map.of());
  }

  /** What tells it from other cases: unit and year, without the groups. */
  Case key() {
    return new Case(unit, year, Map.of());
  }

  @Override
  public String toString() {
    return year == null ? unit : unit + " " + year;
  }
}
