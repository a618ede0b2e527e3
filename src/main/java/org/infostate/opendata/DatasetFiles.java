package org.infostate.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.infostate.country.Countries;
import org.infostate.problem.ProblemKind;
import org.infostate.response.Responses;
import org.infostate.text.Language;

/** The files of the public dataset as replies, for the page and for the API alike. */
@ApplicationScoped
public class DatasetFiles {

  /** The file that holds all tables. */
  static final String ALL = "dataset.zip";

  @Inject private DatasetCsv csv;
  @Inject private DatasetZip zip;
  @Inject private Responses responses;
  @Inject private Countries countries;

  /**
   * What an address asks for.
   *
   * @param round code of a round; null or empty for all
   * @param country ISO code; null or empty for all
   * @throws org.infostate.problem.ProblemException where there is no such round with accepted
   *     responses, or no such country
   */
  DatasetCsv.Wanted wanted(String round, String country, Language language) {
    String iso3 = given(country) ? country.toUpperCase(Locale.ROOT) : null;
    if (iso3 != null && countries.find(iso3).isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.exception("country=" + country);
    }
    if (given(round)
        && responses.roundsWithAccepted().stream().noneMatch(each -> each.code().equals(round))) {
      throw ProblemKind.BAD_PARAMETER.exception("round=" + round);
    }
    return new DatasetCsv.Wanted(given(round) ? round : null, iso3, language);
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  /**
   * A file, written while it is sent.
   *
   * @param name such as {@code answers.csv} or {@code dataset.zip}
   * @throws org.infostate.problem.ProblemException {@code NOT_FOUND}
   */
  Response reply(String name, DatasetCsv.Wanted wanted) {
    if (name.equals(ALL)) {
      return reply(name, "application/zip", out -> zip.write(wanted, out));
    }
    DatasetTable table = DatasetTable.of(name).orElseThrow(ProblemKind.NOT_FOUND::exception);
    return reply(
        name, "text/csv;charset=utf-8;header=present", out -> csv.write(table, wanted, out));
  }

  private static Response reply(String name, String type, StreamingOutput content) {
    StreamingOutput sent =
        out -> {
          try {
            content.write(out);
          } catch (UncheckedIOException e) {
            // The reader went away; what writes CSV does not say so by itself.
            throw e.getCause();
          }
        };
    return Response.ok(sent, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"infostate-" + name + "\"")
        .build();
  }
}
