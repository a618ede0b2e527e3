package org.infostate.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.CsvTable;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The charts of an assessment, each as a drawing, as a picture and as the table behind it. */
@RequestScoped
@Path("api/v1/assessments")
public class ChartsResource {

  private static final int LEAST_WIDTH = 300;
  private static final int MOST_WIDTH = 4_000;
  private static final int USUAL_WIDTH = 900;

  /** A radar is that much wider than high. */
  private static final double RADAR = 1.23;

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private SpreadFigures spread;
  @Context private HttpServletRequest request;

  /** What can be drawn. */
  enum Kind {
    RANKING,
    RADAR,
    HEAT,
    DISTRIBUTION,
    TRAJECTORIES;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() -> ProblemKind.CHART_UNKNOWN.exception(code));
    }
  }

  /** A chart; the ending says as what. */
  @GET
  @Path("{id}/charts/{kind}.{form}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "A chart of an assessment",
      description =
          "Kinds: ranking, radar (needs country), heat (indicators by countries), distribution (of"
              + " an element), trajectories (info-states over the years). Forms: svg for pages and"
              + " print; png for documents, of ranking, radar and distribution; csv, the table"
              + " behind the chart.")
  public Response chart(
      @PathParam("id") long id,
      @PathParam("kind") String kind,
      @PathParam("form") String form,
      @Parameter(description = "the last, if left out") @QueryParam("year") Integer year,
      @Parameter(description = "code of the country of a radar") @QueryParam("country")
          String country,
      @Parameter(description = "code of the element of a distribution; the whole, if left out")
          @QueryParam("element")
          String element,
      @Parameter(
              description =
                  "300 to 4000; not of heat and trajectories, which are as wide as they"
                      + " have columns")
          @QueryParam("width")
          Integer width) {
    Kind wanted = Kind.of(kind);
    if (width != null && (width < LEAST_WIDTH || width > MOST_WIDTH)) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("width"), width).exception();
    }
    Figure figure = figure(wanted, assessments.requireDone(id), year, country, element);
    int wide = width == null ? USUAL_WIDTH : width;
    return switch (form) {
      case "svg" -> Response.ok(svg(wanted, figure, wide), "image/svg+xml").build();
      case "png" -> Response.ok(png(wanted, figure, wide), "image/png").build();
      case "csv" ->
          Response.ok((StreamingOutput) out -> write(figure, out), "text/csv;charset=utf-8")
              .header(
                  "Content-Disposition",
                  "attachment; filename=\"" + wanted.code() + "-" + id + ".csv\"")
              .build();
      default -> throw ProblemKind.CHART_UNKNOWN.exception(kind + "." + form);
    };
  }

  private Figure figure(
      Kind kind, Assessment assessment, Integer year, String country, String element) {
    Language language = ReadersLanguage.of(request);
    return switch (kind) {
      case RANKING -> figures.ranking(assessment, year, language);
      case RADAR -> {
        if (country == null) {
          throw ProblemKind.FIELD_MISSING.at(Place.question("country")).exception();
        }
        yield figures.radar(assessment, year, country, language);
      }
      case HEAT -> spread.heat(assessment, year, language);
      case DISTRIBUTION -> spread.distribution(assessment, year, element, language);
      case TRAJECTORIES -> spread.trajectories(assessment, language);
    };
  }

  private static String svg(Kind kind, Figure figure, int width) {
    return switch (kind) {
      case RANKING, DISTRIBUTION -> BarChart.svg(figure, width, BarChart.height(figure));
      case RADAR -> RadarChart.svg(figure, width, (int) (width / RADAR));
      case HEAT -> HeatDrawing.draw(figure, false);
      case TRAJECTORIES -> HeatDrawing.draw(figure, true);
    };
  }

  private static byte[] png(Kind kind, Figure figure, int width) {
    return switch (kind) {
      case RANKING, DISTRIBUTION -> BarChart.png(figure, width, BarChart.height(figure));
      case RADAR -> RadarChart.png(figure, width, (int) (width / RADAR));
      case HEAT, TRAJECTORIES -> throw ProblemKind.CHART_UNKNOWN.exception(kind.code() + ".png");
    };
  }

  /** A row for each category, a column for each series; what is missing is empty. */
  private static void write(Figure figure, OutputStream out) throws IOException {
    List<Figure.Series> series = figure.series();
    CsvTable csv =
        new CsvTable(
            out,
            Stream.concat(Stream.of(figure.title()), series.stream().map(Figure.Series::name))
                .map(CsvTable::guarded)
                .toList());
    for (int category = 0; category < figure.categories().size(); category++) {
      String[] row = new String[1 + series.size()];
      row[0] = CsvTable.guarded(figure.categories().get(category));
      for (int i = 0; i < series.size(); i++) {
        row[i + 1] =
            series.get(i).missing(category)
                ? null
                : series.get(i).values().get(category).toString();
      }
      csv.row(row);
    }
    csv.finish();
  }
}
