package org.infostate.planning;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.infostate.account.Role;

/** The list of priorities over HTTP. Numbers are not rounded. */
@RequestScoped
@Path("api/v1/assessments/{id}/priorities")
public class PrioritiesResource {

  private static final String CSV = "text/csv";

  @Inject private RankPriorities rankPriorities;
  @Inject private PriorityIntervals priorityIntervals;
  @Context private UriInfo address;

  @PathParam("id")
  private long id;

  /**
   * The list with what it was made with.
   *
   * @param uncertaintyRun that the intervals follow from; null where there is none
   * @param draws how many they were found from
   */
  public record ListBody(
      Map<String, Double> weights,
      Long uncertaintyRun,
      int draws,
      List<PriorityBody> priorities,
      List<String> unranked) {}

  /** A part of the factor: its value if it is known, the one that was counted, what it adds. */
  public record PartBody(String part, Double value, double counted, double adds) {}

  /** The place of a country and the numbers that it follows from. */
  public record PriorityBody(
      int rank,
      Double rankLow,
      Double rankHigh,
      int rankInInfoState,
      String country,
      Integer infoState,
      double missing,
      double unknown,
      List<PartBody> parts,
      double factor,
      double need,
      Double needLow,
      Double needHigh,
      double least,
      double most,
      Told told,
      List<Need.Gap> pillars) {

    static PriorityBody of(Priority p, PriorityIntervals.Interval interval, Told told) {
      return new PriorityBody(
          p.rank(),
          interval == null ? null : interval.rank().low(),
          interval == null ? null : interval.rank().high(),
          p.rankInInfoState(),
          p.iso3(),
          p.exposure().infoState(),
          p.gaps().missing(),
          p.gaps().unknown(),
          p.parts().stream()
              .map(one -> new PartBody(one.part().code(), one.value(), one.counted(), one.adds()))
              .toList(),
          p.factor(),
          p.need(),
          interval == null ? null : interval.need().low(),
          interval == null ? null : interval.need().high(),
          p.least(),
          p.most(),
          told,
          p.gaps().pillars());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ListBody list() {
    PriorityList list = ranked();
    Optional<PriorityIntervals.Intervals> intervals = priorityIntervals.of(list);
    return new ListBody(
        list.weights().named(),
        intervals.map(found -> found.run().id()).orElse(null),
        intervals.map(PriorityIntervals.Intervals::draws).orElse(0),
        list.priorities().stream()
            .map(
                one ->
                    PriorityBody.of(
                        one,
                        intervals.map(found -> found.byCountry().get(one.iso3())).orElse(null),
                        list.told().get(one.iso3())))
            .toList(),
        list.unranked().stream().map(one -> one.iso3()).toList());
  }

  @GET
  @Produces(CSV)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response listAsCsv() {
    PriorityList list = ranked();
    Map<String, PriorityIntervals.Interval> intervals =
        priorityIntervals.of(list).map(PriorityIntervals.Intervals::byCountry).orElse(Map.of());
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(heads());
      for (Priority one : list.priorities()) {
        csv.writeRecord(row(one, intervals.get(one.iso3())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(text.toString(), CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"priorities-" + id + ".csv\"")
        .build();
  }

  /** Of each part the value, empty where it is not known, and what it adds. */
  private static List<String> heads() {
    List<String> heads =
        new ArrayList<>(
            List.of("rank", "rank_in_info_state", "country", "info_state", "missing", "unknown"));
    for (PriorityPart part : PriorityPart.values()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      heads.add(name);
      heads.add(name + "_adds");
    }
    heads.addAll(
        List.of(
            "factor", "need", "least", "most", "rank_low", "rank_high", "need_low", "need_high"));
    return heads;
  }

  private static List<String> row(Priority p, PriorityIntervals.Interval interval) {
    List<String> row = new ArrayList<>();
    row.add(String.valueOf(p.rank()));
    row.add(String.valueOf(p.rankInInfoState()));
    row.add(p.iso3());
    row.add(orEmpty(p.exposure().infoState()));
    row.add(String.valueOf(p.gaps().missing()));
    row.add(String.valueOf(p.gaps().unknown()));
    for (Priority.Part part : p.parts()) {
      row.add(orEmpty(part.value()));
      row.add(String.valueOf(part.adds()));
    }
    row.add(String.valueOf(p.factor()));
    row.add(String.valueOf(p.need()));
    row.add(String.valueOf(p.least()));
    row.add(String.valueOf(p.most()));
    row.add(interval == null ? "" : String.valueOf(interval.rank().low()));
    row.add(interval == null ? "" : String.valueOf(interval.rank().high()));
    row.add(interval == null ? "" : String.valueOf(interval.need().low()));
    row.add(interval == null ? "" : String.valueOf(interval.need().high()));
    return row;
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
    return rankPriorities.of(id, PlanningPages.weights(address));
  }

  private static String orEmpty(Number number) {
    return number == null ? "" : number.toString();
  }
}
