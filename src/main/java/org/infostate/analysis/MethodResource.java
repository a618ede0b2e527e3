package org.infostate.analysis;

import static org.infostate.analysis.AnalysisResource.code;
import static org.infostate.analysis.AnalysisResource.orNull;
import static org.infostate.analysis.CsvReply.row;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.audit.Audited;
import org.infostate.diagnostics.Comparison;
import org.infostate.diagnostics.Correlations;
import org.infostate.diagnostics.Distribution;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** Diagnostics, other weights and comparisons over HTTP. What can not be computed is left out. */
@RequestScoped
@Path("api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MethodResource {

  @Inject private Subjects subjects;
  @Inject private KeepWeights keepWeights;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  /** Two elements with the same parent. */
  public record PairBody(
      String a, String b, int cases, Double correlation, Double probability, Double adjusted) {

    static PairBody of(Correlations.Pair pair) {
      return new PairBody(
          pair.a(),
          pair.b(),
          pair.correlation().cases(),
          orNull(pair.correlation().coefficient()),
          orNull(pair.correlation().probability()),
          orNull(pair.adjusted()));
    }
  }

  /** A pair about which there is something to say. */
  public record FlaggedBody(String a, String b, List<String> flags) {}

  /** An indicator as it came in. */
  public record DistributionBody(
      String element,
      int applicable,
      int present,
      Double min,
      Double max,
      Double mean,
      Double deviation,
      Double median,
      Double skewness,
      Double kurtosis,
      List<String> flags) {

    static DistributionBody of(Distribution one) {
      return new DistributionBody(
          one.column(),
          one.applicable(),
          one.present(),
          orNull(one.min()),
          orNull(one.max()),
          orNull(one.mean()),
          orNull(one.deviation()),
          orNull(one.quartiles()[1]),
          orNull(one.skewness()),
          orNull(one.kurtosis()),
          codes(one.flags()));
    }
  }

  /** An aggregate and whether what stands below it measures one thing. */
  public record PillarBody(
      String element, Double alpha, int cases, Double firstComponent, int components) {}

  /** What an element counts. */
  public record WeightBody(
      String element, Double declared, Double ofParent, Double ofWhole, Double correlation) {}

  /** The effect of leaving an element out. */
  public record EffectBody(String element, Double meanPlaces, Double rankCorrelation) {}

  /** How the index of an assessment is built, by its numbers. */
  public record DiagnosticsBody(
      Integer year,
      List<DistributionBody> distributions,
      List<PairBody> correlations,
      List<FlaggedBody> flagged,
      List<PillarBody> pillars,
      List<WeightBody> weights,
      List<EffectBody> leavingOut) {}

  @GET
  @Path("{id}/diagnostics")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public DiagnosticsBody diagnostics(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Subject subject = subjects.of(id, year);
    DiagnosticsView view = DiagnosticsView.of(subject);
    return new DiagnosticsBody(
        subject.year(),
        view.distributions().stream().map(DistributionBody::of).toList(),
        view.correlations().stream().map(PairBody::of).toList(),
        view.flagged().stream()
            .map(f -> new FlaggedBody(f.pair().a(), f.pair().b(), codes(f.flags())))
            .toList(),
        view.pillars().stream()
            .map(
                p ->
                    new PillarBody(
                        p.element(),
                        orNull(p.alpha()),
                        p.cases(),
                        orNull(p.first()),
                        p.components()))
            .toList(),
        view.weights().stream()
            .map(
                w ->
                    new WeightBody(
                        w.element(),
                        w.declared(),
                        orNull(w.ofParent()),
                        orNull(w.ofWhole()),
                        orNull(w.correlation())))
            .toList(),
        view.leavingOut().stream()
            .map(
                e ->
                    new EffectBody(
                        e.element(),
                        orNull(e.comparison().meanPlaces()),
                        orNull(e.comparison().rankCorrelation().coefficient())))
            .toList());
  }

  @GET
  @Path("{id}/correlations.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response correlationsCsv(@PathParam("id") long id, @QueryParam("year") Integer year) {
    DiagnosticsBody body = diagnostics(id, year);
    return CsvReply.of(
        "correlations-" + id,
        csv -> {
          csv.accept(row("a", "b", "cases", "correlation", "probability", "adjusted"));
          body.correlations()
              .forEach(
                  p ->
                      csv.accept(
                          row(
                              p.a(),
                              p.b(),
                              p.cases(),
                              p.correlation(),
                              p.probability(),
                              p.adjusted())));
        });
  }

  private static List<String> codes(Set<? extends Enum<?>> flags) {
    return flags.stream().sorted().map(AnalysisResource::code).toList();
  }

  /** A country in two runs; places are positive where it rises. */
  public record ShiftBody(
      String country,
      Integer year,
      double scoreBefore,
      double scoreAfter,
      int rankBefore,
      int rankAfter,
      int places) {

    static ShiftBody of(Comparison.Shift one) {
      return new ShiftBody(
          one.subject().unit(),
          one.subject().year(),
          one.scoreBefore(),
          one.scoreAfter(),
          one.rankBefore(),
          one.rankAfter(),
          one.places());
    }
  }

  /** What other weights would give. */
  public record WhatIfBody(
      Map<String, Double> weights,
      boolean overruled,
      Double meanPlaces,
      Double rankCorrelation,
      int groups,
      List<GroupShiftBody> group,
      List<ShiftBody> countries) {}

  /** The group of a country, 1 for the highest, before and after. */
  public record GroupShiftBody(String country, int before, int after) {}

  /** Other weights, as {@code ?w.laws=2&w.experts=1&groups=3}; nothing is stored. */
  @GET
  @Path("{id}/what-if")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public WhatIfBody whatIf(
      @PathParam("id") long id,
      @QueryParam("year") Integer year,
      @QueryParam("groups") Integer groups,
      @Context UriInfo address) {
    WhatIf whatIf =
        WhatIf.of(subjects.of(id, year), WeightFields.of(address.getQueryParameters()), groups);
    return new WhatIfBody(
        whatIf.changed(),
        whatIf.overruled(),
        orNull(whatIf.comparison().meanPlaces()),
        orNull(whatIf.comparison().rankCorrelation().coefficient()),
        whatIf.groups(),
        whatIf.group().entrySet().stream()
            .map(one -> new GroupShiftBody(one.getKey(), one.getValue()[0], one.getValue()[1]))
            .toList(),
        whatIf.shifts().stream().map(ShiftBody::of).toList());
  }

  /**
   * Weights to be kept.
   *
   * @param name of the variant of the index
   */
  public record KeepBody(String name, Map<String, Double> weights) {}

  /** An assessment that was started. */
  public record KeptBody(long id, String index, String definitionSha256) {}

  /** Keeps other weights as a variant of the index, and starts an assessment by it. */
  @POST
  @Path("{id}/what-if")
  @Transactional
  @Audited("index.vary")
  @RolesAllowed(Role.PLANNER)
  public Response keep(@PathParam("id") long id, KeepBody body) {
    if (body == null || body.weights() == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Assessment kept =
        keepWeights.keep(
            subjects.of(id, null),
            body.name(),
            body.weights(),
            Texts.in(ReadersLanguage.of(request)),
            actor);
    return Response.accepted(new KeptBody(kept.id(), kept.indexCode(), kept.definitionSha256()))
        .location(URI.create("/api/v1/assessments/" + kept.id()))
        .build();
  }

  /** Something that differs between two definitions. */
  public record DifferenceBody(String kind, String element, String before, String after) {}

  /** Two assessments side by side. */
  public record ComparisonBody(
      long before,
      long after,
      boolean sameDefinition,
      boolean sameInput,
      Double correlation,
      Double rankCorrelation,
      Double meanPlaces,
      List<DifferenceBody> differences,
      List<ShiftBody> countries) {}

  /** This assessment (before) and another (after). */
  @GET
  @Path("{id}/comparison")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ComparisonBody comparison(
      @PathParam("id") long id, @QueryParam("with") Long other, @QueryParam("year") Integer year) {
    if (other == null) {
      throw Subject.refused("with", "");
    }
    ComparisonView view = ComparisonView.of(subjects.of(id, year), subjects.of(other, null));
    return new ComparisonBody(
        id,
        other,
        view.sameDefinition(),
        view.sameInput(),
        orNull(view.comparison().correlation().coefficient()),
        orNull(view.comparison().rankCorrelation().coefficient()),
        orNull(view.comparison().meanPlaces()),
        view.differences().stream()
            .map(d -> new DifferenceBody(code(d.kind()), d.element(), d.before(), d.after()))
            .toList(),
        view.shifts().stream().map(ShiftBody::of).toList());
  }

  @GET
  @Path("{id}/comparison.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response comparisonCsv(
      @PathParam("id") long id, @QueryParam("with") Long other, @QueryParam("year") Integer year) {
    ComparisonBody body = comparison(id, other, year);
    return CsvReply.of(
        "comparison-" + id + "-" + other,
        csv -> {
          csv.accept(
              row(
                  "country",
                  "year",
                  "score_before",
                  "score_after",
                  "rank_before",
                  "rank_after",
                  "places"));
          for (ShiftBody s : body.countries()) {
            csv.accept(
                row(
                    s.country(),
                    s.year(),
                    s.scoreBefore(),
                    s.scoreAfter(),
                    s.rankBefore(),
                    s.rankAfter(),
                    s.places()));
          }
        });
  }
}
