package org.infostate.planning;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.infostate.account.Role;
import org.infostate.spreadsheet.CsvAnswer;

/** The list of priorities over HTTP. Numbers are not rounded. */
@RequestScoped
@Path("api/v1/assessments/{id}/priorities")
public class PrioritiesResource {

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
      String target,
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
        list.target().code(),
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
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response listAsCsv() {
    PriorityList list = ranked();
    Map<String, PriorityIntervals.Interval> intervals =
        priorityIntervals.of(list).map(PriorityIntervals.Intervals::byCountry).orElse(Map.of());
    return CsvAnswer.of(
        "priorities-" + id,
        heads(),
        list.priorities().stream().map(one -> row(one, intervals.get(one.iso3()))).toList());
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

  private static String[] row(Priority p, PriorityIntervals.Interval interval) {
    List<Object> row = new ArrayList<>();
    row.add(p.rank());
    row.add(p.rankInInfoState());
    row.add(p.iso3());
    row.add(p.exposure().infoState());
    row.add(p.gaps().missing());
    row.add(p.gaps().unknown());
    for (Priority.Part part : p.parts()) {
      row.add(part.value());
      row.add(part.adds());
    }
    row.add(p.factor());
    row.add(p.need());
    row.add(p.least());
    row.add(p.most());
    row.add(interval == null ? null : interval.rank().low());
    row.add(interval == null ? null : interval.rank().high());
    row.add(interval == null ? null : interval.need().low());
    row.add(interval == null ? null : interval.need().high());
    return CsvAnswer.row(row.toArray());
  }

  /** The same for those who can not ask for a media type. */
  @GET
  @Path("table.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response csv() {
    return listAsCsv();
  }

  private PriorityList ranked() {
    return rankPriorities.of(id, PlanningPages.weights(address), PlanningPages.target(address));
  }
}
