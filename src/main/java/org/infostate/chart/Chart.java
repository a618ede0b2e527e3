package org.infostate.chart;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.CsvTable;

/** A figure with the ways in which it is drawn. */
record Chart(Figure figure, Supplier<String> svg, Supplier<byte[]> png) {

  private static final int LEAST_WIDTH = 300;
  private static final int MOST_WIDTH = 4_000;
  private static final int USUAL_WIDTH = 900;

  /** A radar is that much wider than high. */
  private static final double RADAR = 1.23;

  /** The width that is wanted, or the usual one where that is null. */
  static int width(Integer wanted) {
    if (wanted != null && (wanted < LEAST_WIDTH || wanted > MOST_WIDTH)) {
      throw ProblemKind.BAD_PARAMETER
          .at(Place.question("width"), String.valueOf(wanted))
          .exception();
    }
    return wanted == null ? USUAL_WIDTH : wanted;
  }

  /** Drawn for a width. */
  static Chart of(Drawing drawing) {
    return new Chart(drawing.figure(), drawing::svg, () -> drawing.png(null));
  }

  /** Drawn as wide as it is; its picture is made as wide as wanted. */
  static Chart scaled(Drawing drawing, Integer wanted) {
    return new Chart(drawing.figure(), drawing::svg, () -> drawing.png(wanted));
  }

  static Chart bars(Figure figure, int width) {
    int height = BarChart.height(figure);
    return new Chart(
        figure,
        () -> BarChart.svg(figure, width, height),
        () -> BarChart.png(figure, width, height));
  }

  static Chart radar(Figure figure, int width) {
    int height = (int) (width / RADAR);
    return new Chart(
        figure,
        () -> RadarChart.svg(figure, width, height),
        () -> RadarChart.png(figure, width, height));
  }

  /**
   * @param form {@code svg}, {@code png} or {@code csv}
   * @param name of the file
   * @throws org.infostate.problem.ProblemException {@code CHART_UNKNOWN} for another form
   */
  Response reply(String form, String name) {
    return switch (form) {
      case "svg" -> Response.ok(svg.get(), "image/svg+xml").build();
      case "png" -> Response.ok(png.get(), "image/png").build();
      case "csv" ->
          Response.ok((StreamingOutput) this::write, "text/csv;charset=utf-8")
              .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
              .build();
      default -> throw ProblemKind.CHART_UNKNOWN.exception(name + "." + form);
    };
  }

  /** A row for each category, a column for each series; what is missing is empty. */
  private void write(OutputStream out) throws IOException {
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
