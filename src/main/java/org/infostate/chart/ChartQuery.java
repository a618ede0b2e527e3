package org.infostate.chart;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/**
 * What a chart is asked for with; all may be left out but what a kind needs. {@code reports.md}
 * describes them; the server makes no description of the API at all where a class that is no
 * resource has annotations for it.
 */
public class ChartQuery {

  /** Of ranking, radar, map, heat and distribution; the last, if left out. */
  @QueryParam("year")
  Integer year;

  /** Code of the country of a radar. */
  @QueryParam("country")
  String country;

  /** Code of the element of a map, a distribution and the divide; the whole, if left out. */
  @QueryParam("element")
  String element;

  /** What a map is shaded by: score (if left out) or infostate. */
  @QueryParam("by")
  String by;

  /** First year of divide and distances. */
  @QueryParam("from")
  Integer from;

  /** Last year of divide and distances. */
  @QueryParam("to")
  Integer to;

  /** Number of groups of divide and distances. */
  @QueryParam("count")
  Integer count;

  /** Number of the uncertainty run of ranks and sensitivity. */
  @QueryParam("run")
  Long run;

  /**
   * 300 to 4000 pixels; heat, trajectories and map are scaled to it as png, and as svg are as wide
   * as they have columns.
   */
  @QueryParam("width")
  Integer width;

  String requireCountry() {
    if (country == null) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("country")).exception();
    }
    return country;
  }

  long requireRun() {
    if (run == null) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("run")).exception();
    }
    return run;
  }

  boolean byInfoState() {
    if (by != null && !by.equals("score") && !by.equals("infostate")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("by"), by).exception();
    }
    return "infostate".equals(by);
  }

  /** As it stands in an address, each parameter with a {@code &} behind it. */
  String text() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("year", year);
    given.put("country", country);
    given.put("element", element);
    given.put("by", by);
    given.put("from", from);
    given.put("to", to);
    given.put("count", count);
    given.put("run", run);
    given.put("width", width);
    StringBuilder text = new StringBuilder();
    given.forEach(
        (name, value) -> {
          if (value != null) {
            String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
            text.append(name).append('=').append(encoded).append('&');
          }
        });
    return text.toString();
  }
}
