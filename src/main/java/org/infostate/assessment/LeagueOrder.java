package org.infostate.assessment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How a league table is looked at, and the addresses of other ways to look at it.
 *
 * @param year null where the assessment has no years
 * @param infoState number of the only info-state to be shown; null for all
 */
public record LeagueOrder(
    String path, Integer year, String column, boolean descending, Integer infoState) {

  /** The address with the lines sorted by this column; turned round where they are already. */
  public String by(String other) {
    return address(year, other, other.equals(column) && !descending, infoState);
  }

  /** What a screen reader says about the column. */
  public String ariaSort(String other) {
    if (!other.equals(column)) {
      return null;
    }
    return descending ? "descending" : "ascending";
  }

  private String address(Integer ofYear, String sort, boolean down, Integer only) {
    StringBuilder address = new StringBuilder(path).append("?sort=").append(encoded(sort));
    if (down) {
      address.append("&order=desc");
    }
    if (ofYear != null) {
      address.append("&year=").append(ofYear);
    }
    if (only != null) {
      address.append("&group=").append(only);
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
