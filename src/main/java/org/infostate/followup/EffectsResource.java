package org.infostate.followup;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.infostate.account.Role;
import org.infostate.assessment.Score;
import org.infostate.followup.PlanEffect.ElementLine;
import org.infostate.spreadsheet.CsvAnswer;

/** What changed since a plan was composed, over HTTP. Not rounded; what is not known is missing. */
@RequestScoped
@Path("api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
public class EffectsResource {

  @Inject private ObserveEffect observeEffect;

  /**
   * An action and an element that it was to improve.
   *
   * @param measuredBefore the value that came in; indicators only
   * @param expected rise of the score by the catalogue
   * @param observed change of the score
   */
  public record LineBody(
      int place,
      String assistance,
      String country,
      int year,
      String standing,
      String element,
      double share,
      Double measuredBefore,
      Double measuredAfter,
      Double scoreBefore,
      Double scoreAfter,
      Double expected,
      Double observed) {

    static LineBody of(PlanEffect.Line line) {
      return new LineBody(
          line.place(),
          line.assistance(),
          line.iso3(),
          line.year(),
          line.standing(),
          line.element(),
          line.share(),
          measured(line.before()),
          measured(line.after()),
          score(line.before()),
          score(line.after()),
          line.expected(),
          line.observed());
    }

    private static Double measured(Score score) {
      return score == null ? null : score.measured();
    }

    private static Double score(Score score) {
      return score == null ? null : score.score();
    }
  }

  /**
   * What changed.
   *
   * @param after id of the later assessment; missing where there is none yet
   */
  public record EffectBody(
      long plan,
      long before,
      Long after,
      boolean sameMethod,
      List<LineBody> actions,
      List<ElementLine> elements) {}

  @GET
  @Path("{id}/effect")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "What changed since a plan was composed",
      description =
          "Scores of the elements that its actions were to improve, in the assessment that it was"
              + " composed from and in a later one (with), the expected rise beside the observed"
              + " change, and the mean change in countries with and without an action. Change is"
              + " no proof of effect.")
  public EffectBody effect(@PathParam("id") long id, @QueryParam("with") Long with) {
    PlanEffect effect = observeEffect.of(id, with);
    return new EffectBody(
        effect.plan().id(),
        effect.plan().assessment().id(),
        effect.later() == null ? null : effect.later().id(),
        effect.sameMethod(),
        effect.lines().stream().map(LineBody::of).toList(),
        effect.elements());
  }

  @GET
  @Path("{id}/effect/actions.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(summary = "What changed in the elements of each action, as CSV")
  public Response actionsAsCsv(@PathParam("id") long id, @QueryParam("with") Long with) {
    return CsvAnswer.of(
        "plan-" + id + "-effect-actions",
        List.of(
            "place",
            "assistance",
            "country",
            "year",
            "standing",
            "element",
            "share",
            "measured_before",
            "measured_after",
            "score_before",
            "score_after",
            "expected",
            "observed"),
        effect(id, with).actions().stream()
            .map(
                line ->
                    CsvAnswer.row(
                        line.place(),
                        line.assistance(),
                        line.country(),
                        line.year(),
                        line.standing(),
                        line.element(),
                        line.share(),
                        line.measuredBefore(),
                        line.measuredAfter(),
                        line.scoreBefore(),
                        line.scoreAfter(),
                        line.expected(),
                        line.observed()))
            .toList());
  }

  @GET
  @Path("{id}/effect/elements.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(summary = "Mean changes in countries with and without an action, as CSV")
  public Response elementsAsCsv(@PathParam("id") long id, @QueryParam("with") Long with) {
    return CsvAnswer.of(
        "plan-" + id + "-effect-elements",
        List.of("element", "helped", "helped_change", "unknown", "others", "others_change"),
        effect(id, with).elements().stream()
            .map(
                one ->
                    CsvAnswer.row(
                        one.element(),
                        one.helped(),
                        one.helpedChange(),
                        one.unknown(),
                        one.others(),
                        one.othersChange()))
            .toList());
  }
}
