package org.infostate.planning;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.infostate.account.Role;

/** The list of priorities over HTTP. Numbers are not rounded. */
@RequestScoped
@Path("api/v1/assessments/{id}/priorities")
public class PrioritiesResource {

  private static final String CSV = "text/csv";

  @Inject private RankPriorities rankPriorities;

  @PathParam("id")
  private long id;

  @QueryParam("unknown")
  private Double unknown;

  @QueryParam("lowEnd")
  private Double lowEnd;

  @QueryParam("closing")
  private Double closing;

  /** The list with the weights that it was made with. */
  public record ListBody(
      double unknownWeight,
      double lowEndWeight,
      double closingWeight,
      List<PriorityBody> priorities,
      List<String> unranked) {}

  /** The place of a country and the numbers that it follows from. */
  public record PriorityBody(
      int rank,
      int rankInInfoState,
      String country,
      Integer infoState,
      double missing,
      double unknown,
      double lowEnd,
      Double closing,
      double factor,
      double need,
      double least,
      double most,
      List<Need.Gap> pillars) {

    static PriorityBody of(Priority p) {
      return new PriorityBody(
          p.rank(),
          p.rankInInfoState(),
          p.iso3(),
          p.exposure().infoState(),
          p.gaps().missing(),
          p.gaps().unknown(),
          p.exposure().lowEnd(),
          p.exposure().closing(),
          p.factor(),
          p.need(),
          p.least(),
          p.most(),
          p.gaps().pillars());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ListBody list() {
    PriorityList list = ranked();
    return new ListBody(
        list.weights().unknown(),
        list.weights().lowEnd(),
        list.weights().closing(),
        list.priorities().stream().map(PriorityBody::of).toList(),
        list.unranked().stream().map(one -> one.iso3()).toList());
  }

  @GET
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response listAsCsv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "rank",
          "rank_in_info_state",
          "country",
          "info_state",
          "missing",
          "unknown",
          "low_end",
          "closing",
          "factor",
          "need",
          "least",
          "most");
      for (Priority p : ranked().priorities()) {
        csv.writeRecord(
            String.valueOf(p.rank()),
            String.valueOf(p.rankInInfoState()),
            p.iso3(),
            orEmpty(p.exposure().infoState()),
            String.valueOf(p.gaps().missing()),
            String.valueOf(p.gaps().unknown()),
            String.valueOf(p.exposure().lowEnd()),
            orEmpty(p.exposure().closing()),
            String.valueOf(p.factor()),
            String.valueOf(p.need()),
            String.valueOf(p.least()),
            String.valueOf(p.most()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(text.toString(), CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"priorities-" + id + ".csv\"")
        .build();
  }

  /** The same for those who can not ask for a media type. */
  @GET
  @Path("table.csv")
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response csv() {
    return listAsCsv();
  }

  private PriorityList ranked() {
    return rankPriorities.of(id, PlanningPages.weights(unknown, lowEnd, closing));
  }

  private static String orEmpty(Number number) {
    return number == null ? "" : number.toString();
  }
}
