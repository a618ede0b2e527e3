package org.infostate.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.problem.ProblemKind;

/** Published figures and their imports over HTTP. */
@RequestScoped
@Path("api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

  private static final int MOST = 10_000;
  private static final String CSV = "text/csv;charset=utf-8";
  private static final String TEXT = "text/csv";
  private static final String XLS = "application/vnd.ms-excel";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Statistics statistics;
  @Inject private ImportStatistics importStatistics;
  @Inject private Countries countries;
  @Context private UriInfo address;

  /** A figure as the API shows it. */
  public record FigureBody(
      String country,
      String indicator,
      int year,
      BigDecimal value,
      String note,
      String publisher,
      String edition) {}

  /** What was left out, as the API shows it. */
  public record LeftOutBody(String sheet, int row, int rows, String text, String reason) {

    static LeftOutBody of(LeftOut out) {
      return new LeftOutBody(out.sheet(), out.row(), out.rows(), out.text(), out.reason().code());
    }
  }

  /**
   * An import as the API shows it.
   *
   * @param id null for a trial
   * @param unmatched rows that may be countries; null in a list of imports
   * @param ignored what is known not to be wanted; null in a list of imports
   */
  public record ImportBody(
      Long id,
      String file,
      String sha256,
      String publisher,
      String edition,
      Instant importedAt,
      String importedBy,
      int figures,
      int countries,
      List<String> indicators,
      int firstYear,
      int lastYear,
      List<LeftOutBody> unmatched,
      List<LeftOutBody> ignored) {}

  /** The current figures, some at a time; the header {@code Link} leads to the next. */
  @GET
  @PermitAll
  public Response figures(
      @BeanParam WantedFigures asked,
      @QueryParam("skip") @DefaultValue("0") String skipText,
      @QueryParam("limit") @DefaultValue("1000") String limitText) {
    Statistics.Wanted wanted = asked.wanted(countries);
    int skip = number("skip", skipText, 0, Integer.MAX_VALUE - MOST);
    int limit = number("limit", limitText, 1, MOST);
    Map<Long, StatisticsImport> imports = statistics.importsById();
    List<FigureBody> figures =
        statistics.find(wanted, skip, limit).stream()
            .map(one -> body(one, imports.get(one.importId())))
            .toList();
    Response.ResponseBuilder reply = Response.ok(figures);
    if (figures.size() == limit) {
      URI next = address.getRequestUriBuilder().replaceQueryParam("skip", skip + limit).build();
      reply.link(next, "next");
    }
    return reply.build();
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number out of bounds is.
    }
    throw ProblemKind.BAD_PARAMETER.exception(name + "=" + text);
  }

  private static FigureBody body(Statistic one, StatisticsImport source) {
    return new FigureBody(
        one.iso3(),
        one.indicator(),
        one.year(),
        one.value(),
        one.note(),
        source.publisher(),
        source.edition());
  }

  /** All the current figures that are asked for; JSON is preferred where either will do. */
  @GET
  @Produces(CSV + ";qs=0.5")
  @PermitAll
  public Response csv(@BeanParam WantedFigures asked) {
    Statistics.Wanted wanted = asked.wanted(countries);
    StreamingOutput figures = out -> FigureCsv.write(statistics, wanted, out);
    return Response.ok(figures, CSV).build();
  }

  /** Imports the file in the form field {@code file}. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("statistics.import")
  @RolesAllowed(Role.PLANNER)
  public Response post(@FormParam("file") EntityPart part) throws IOException {
    return imported(importStatistics.file(part));
  }

  /**
   * Imports the file that is the body.
   *
   * @param name of the file, to be shown
   */
  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, TEXT, XLS, XLSX})
  @Transactional
  @Audited("statistics.import")
  @RolesAllowed(Role.PLANNER)
  public Response post(InputStream body, @QueryParam("name") @DefaultValue("") String name)
      throws IOException {
    return imported(importStatistics.file(name, body));
  }

  private Response imported(PublishedFile file) {
    StatisticsImport source = importStatistics.run(file);
    URI location = address.getAbsolutePathBuilder().path("imports/" + source.id()).build();
    return Response.created(location).entity(one(source)).build();
  }

  /** Reads the file in the form field {@code file} and says what would become of it. */
  @POST
  @Path("trials")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("statistics.try")
  @RolesAllowed(Role.PLANNER)
  public ImportBody trial(@FormParam("file") EntityPart part) throws IOException {
    return tried(importStatistics.file(part));
  }

  /** Reads the file that is the body and says what would become of it. */
  @POST
  @Path("trials")
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, TEXT, XLS, XLSX})
  @Transactional
  @Audited("statistics.try")
  @RolesAllowed(Role.PLANNER)
  public ImportBody trial(InputStream body, @QueryParam("name") @DefaultValue("") String name)
      throws IOException {
    return tried(importStatistics.file(name, body));
  }

  private static ImportBody tried(PublishedFile file) {
    Reading reading = file.read();
    return body(StatisticsImport.trial(file, reading), reading.leftOut());
  }

  private ImportBody one(StatisticsImport source) {
    return body(source, statistics.leftOut(source.id()));
  }

  /**
   * @param leftOut null where it is not shown
   */
  private static ImportBody body(StatisticsImport source, List<LeftOut> leftOut) {
    return new ImportBody(
        source.id(),
        source.fileName(),
        source.sha256(),
        source.publisher(),
        source.edition(),
        source.importedAt(),
        source.importedBy(),
        source.figures(),
        source.countries(),
        source.indicators(),
        source.firstYear(),
        source.lastYear(),
        leftOut(leftOut, true),
        leftOut(leftOut, false));
  }

  private static List<LeftOutBody> leftOut(List<LeftOut> all, boolean unmatched) {
    return all == null
        ? null
        : all.stream()
            .filter(out -> out.reason().unmatched() == unmatched)
            .map(LeftOutBody::of)
            .toList();
  }

  /** All imports, the newest first, without what they left out. */
  @GET
  @Path("imports")
  @RolesAllowed(Role.PLANNER)
  public List<ImportBody> imports() {
    return statistics.imports().stream().map(source -> body(source, null)).toList();
  }

  @GET
  @Path("imports/{id}")
  @RolesAllowed(Role.PLANNER)
  public ImportBody one(@PathParam("id") long id) {
    return one(statistics.find(id).orElseThrow(ProblemKind.NOT_FOUND::exception));
  }
}
