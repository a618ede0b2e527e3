package org.infostate.statistics;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.infostate.country.Countries;
import org.infostate.problem.ProblemKind;

/** Which figures an address asks for: {@code ?indicator=&country=&year=} or {@code &from=&to=}. */
public class WantedFigures {

  @QueryParam("indicator")
  private String indicator;

  @QueryParam("country")
  private String country;

  @QueryParam("year")
  private String year;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  /**
   * @throws org.infostate.problem.ProblemException where a value is none that could be
   */
  Statistics.Wanted wanted(Countries countries) {
    if (given(indicator) && Indicator.of(indicator).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.exception("indicator=" + indicator);
    }
    String iso3 = given(country) ? country.toUpperCase(Locale.ROOT) : null;
    if (iso3 != null && countries.find(iso3).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.exception("country=" + country);
    }
    return new Statistics.Wanted(
        given(indicator) ? indicator : null,
        iso3,
        given(year) ? year("year", year) : year("from", from),
        given(year) ? year("year", year) : year("to", to));
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  private static Integer year(String name, String value) {
    if (!given(value)) {
      return null;
    }
    return ReadingBuilder.year(value)
        .orElseThrow(() -> ProblemKind.BAD_PARAMETER.exception(name + "=" + value));
  }
}
