package org.infostate.analysis;

import static org.infostate.analysis.CsvReply.row;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.assessment.Assessments;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;

/** How sure the ranks of an assessment are, over HTTP. */
@RequestScoped
@Path("api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UncertaintyResource {

  @Inject private Assessments assessments;
  @Inject private OrderUncertainty orders;
  @Inject private UncertaintyRuns runs;
  @Inject private UncertaintyTables tables;
  @Inject private Actor actor;

  /** A run in short. */
  public record RunBody(
      long id,
      long assessment,
      Integer year,
      String element,
      int replications,
      int sensitivity,
      int top,
      long seed,
      List<String> factors,
      Double weights,
      Double unverified,
      String state,
      int progressPercent,
      Integer problem,
      String createdBy,
      Instant createdAt,
      Instant finishedAt) {

    static RunBody of(UncertaintyRun r) {
      return new RunBody(
          r.id(),
          r.assessment().id(),
          r.year(),
          r.element(),
          r.replications(),
          r.design(),
          r.top(),
          r.seed(),
          r.factors(),
          r.weights(),
          r.unverified(),
          r.state().code(),
          r.progressPercent(),
          r.failureNumber(),
          r.createdBy(),
          r.createdAt(),
          r.finishedAt());
    }
  }

  /** How sure the score and the rank of a country are. */
  public record CountryBody(
      String country,
      Double score,
      Double scoreLow,
      Double scoreMedian,
      Double scoreHigh,
      Double rank,
      Double rankLow,
      Double rankMedian,
      Double rankHigh,
      Double rankMean,
      int scored,
      double topChance,
      List<Double> groupChances) {

    static CountryBody of(UncertainCase c) {
      return new CountryBody(
          c.iso3(),
          c.score(),
          c.scoreLow(),
          c.scoreMedian(),
          c.scoreHigh(),
          c.rank(),
          c.rankLow(),
          c.rankMedian(),
          c.rankHigh(),
          c.meanRank(),
          c.scored(),
          c.topChance(),
          c.groupChances());
    }
  }

  /** A run with what it came to; the lists are empty until it is done. */
  public record ResultBody(
      RunBody run, Double shiftVariance, List<FactorEffect> factors, List<CountryBody> countries) {}

  /** The probability that one country is ahead of another. */
  public record PairBody(String country, String aheadOf, Double chance) {}

  /** The runs over an assessment, the newest first. */
  @GET
  @Path("{id}/uncertainty")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<RunBody> all(@PathParam("id") long id) {
    return runs.of(assessments.require(id)).stream().map(RunBody::of).toList();
  }

  /** Starts a run; it is answered at once, and the run goes on. */
  @POST
  @Path("{id}/uncertainty")
  @Transactional
  @Audited("uncertainty.run")
  @RolesAllowed(Role.PLANNER)
  public Response run(@PathParam("id") long id, UncertaintyOrder order) {
    if (order == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    UncertaintyRun run = orders.start(assessments.requireDone(id), order, actor);
    return Response.accepted(RunBody.of(run))
        .location(URI.create("/api/v1/assessments/" + id + "/uncertainty/" + run.id()))
        .build();
  }

  @GET
  @Path("{id}/uncertainty/{run}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ResultBody one(@PathParam("id") long id, @PathParam("run") long number) {
    UncertaintyRun run = runs.require(id, number);
    return new ResultBody(
        RunBody.of(run),
        run.shiftVariance(),
        tables.factors(number),
        tables.cases(number).stream().map(CountryBody::of).toList());
  }

  /** Ends a run before it is done. */
  @POST
  @Path("{id}/uncertainty/{run}/cancellation")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("uncertainty.cancel")
  @RolesAllowed(Role.PLANNER)
  public Response cancel(@PathParam("id") long id, @PathParam("run") long number) {
    UncertaintyRun run = runs.require(id, number);
    runs.cancel(run);
    return Response.ok(RunBody.of(run)).build();
  }

  /** The probability that one country is ahead of another. */
  @GET
  @Path("{id}/uncertainty/{run}/pairs")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public PairBody pair(
      @PathParam("id") long id,
      @PathParam("run") long number,
      @QueryParam("country") String country,
      @QueryParam("aheadOf") String other) {
    List<UncertainCase> cases = tables.cases(runs.requireDone(id, number).id());
    UncertainCase one = cases.get(place(cases, country));
    return new PairBody(country, other, one.aheadOf(place(cases, other)));
  }

  static int place(List<UncertainCase> cases, String iso3) {
    for (int place = 0; place < cases.size(); place++) {
      if (cases.get(place).iso3().equals(iso3)) {
        return place;
      }
    }
    throw ProblemKind.BAD_PARAMETER.exception(String.valueOf(iso3));
  }

  @GET
  @Path("{id}/uncertainty/{run}/countries.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response countriesCsv(@PathParam("id") long id, @PathParam("run") long number) {
    UncertaintyRun run = runs.requireDone(id, number);
    List<UncertainCase> cases = tables.cases(number);
    int groups = cases.stream().mapToInt(c -> c.groupChances().size()).max().orElse(0);
    return CsvReply.of(
        "uncertainty-" + number,
        csv -> {
          List<Object> head =
              new java.util.ArrayList<>(
                  List.of(
                      "country",
                      "score",
                      "score_low",
                      "score_median",
                      "score_high",
                      "rank",
                      "rank_low",
                      "rank_median",
                      "rank_high",
                      "rank_mean",
                      "scored",
                      "top_" + run.top()));
          for (int g = 1; g <= groups; g++) {
            head.add("group_" + g);
          }
          csv.accept(head.toArray());
          for (UncertainCase c : cases) {
            List<Object> cells =
                new java.util.ArrayList<>(
                    java.util.Arrays.asList(
                        c.iso3(),
                        c.score(),
                        c.scoreLow(),
                        c.scoreMedian(),
                        c.scoreHigh(),
                        c.rank(),
                        c.rankLow(),
                        c.rankMedian(),
                        c.rankHigh(),
                        c.meanRank(),
                        c.scored(),
                        c.topChance()));
            cells.addAll(c.groupChances());
            csv.accept(cells.toArray());
          }
        });
  }

  /** The probability of each rank, country by country; ranks that never came are left out. */
  @GET
  @Path("{id}/uncertainty/{run}/ranks.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response ranksCsv(@PathParam("id") long id, @PathParam("run") long number) {
    UncertaintyRun run = runs.requireDone(id, number);
    return CsvReply.of(
        "rank-probabilities-" + number,
        csv -> {
          csv.accept(row("country", "rank", "probability"));
          for (UncertainCase c : tables.cases(number)) {
            for (int rank = 1; rank <= c.rankCounts().length; rank++) {
              if (c.rankCounts()[rank - 1] > 0) {
                csv.accept(row(c.iso3(), rank, c.chanceOf(rank, run.replications())));
              }
            }
          }
        });
  }

  /** The probability of each pair of countries, in both directions. */
  @GET
  @Path("{id}/uncertainty/{run}/pairs.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response pairsCsv(@PathParam("id") long id, @PathParam("run") long number) {
    runs.requireDone(id, number);
    return CsvReply.of(
        "pairs-" + number,
        csv -> {
          List<UncertainCase> cases = tables.cases(number);
          csv.accept(row("country", "ahead_of", "probability"));
          for (UncertainCase one : cases) {
            for (int other = 0; other < cases.size(); other++) {
              if (one.aheadOf(other) != null) {
                csv.accept(row(one.iso3(), cases.get(other).iso3(), one.aheadOf(other)));
              }
            }
          }
        });
  }

  @GET
  @Path("{id}/uncertainty/{run}/sensitivity.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response sensitivityCsv(@PathParam("id") long id, @PathParam("run") long number) {
    runs.requireDone(id, number);
    return CsvReply.of(
        "sensitivity-" + number,
        csv -> {
          csv.accept(
              row(
                  "factor",
                  "varied",
                  "first_order",
                  "first_order_low",
                  "first_order_high",
                  "total",
                  "total_low",
                  "total_high"));
          for (FactorEffect f : tables.factors(number)) {
            csv.accept(
                row(
                    f.name(),
                    f.detail(),
                    f.first(),
                    f.firstLow(),
                    f.firstHigh(),
                    f.total(),
                    f.totalLow(),
                    f.totalHigh()));
          }
        });
  }
}
