package org.infostate.analysis;

import static org.infostate.analysis.CsvReply.row;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.infostate.account.Role;
import org.infostate.cluster.Divide;
import org.infostate.cluster.Inequality;
import org.infostate.cluster.Movement;
import org.infostate.diagnostics.Trend;

/** Groups, divide and trends of an assessment over HTTP. What can not be computed is left out. */
@RequestScoped
@Path("api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AnalysisResource {

  @Inject private Subjects subjects;

  /** Groups made in one way. */
  public record WayBody(
      String method,
      int count,
      List<Double> limits,
      List<Integer> members,
      Double explained,
      Double silhouette,
      Double agreement) {

    static WayBody of(GroupsView.Way way) {
      return new WayBody(
          way.method().code(),
          way.count(),
          Arrays.stream(way.limits()).boxed().toList(),
          IntStream.rangeClosed(1, way.count()).mapToObj(way::members).toList(),
          orNull(way.explained()),
          orNull(way.silhouette()),
          orNull(way.agreement()));
    }
  }

  /** What speaks for a number of groups. */
  public record AdviceBody(
      int count, Double explained, Double silhouette, Double gap, Double gapError) {}

  /** The group of a country; 0 for none. */
  public record MemberBody(String country, Double score, int group) {}

  /** The countries of a year in groups. */
  public record GroupsBody(
      String element,
      Integer year,
      WayBody groups,
      List<WayBody> others,
      List<AdviceBody> advice,
      Integer advisedByGap,
      List<Double> jaccard,
      Double adjustedRand,
      List<MemberBody> countries) {}

  @GET
  @Path("{id}/groups")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public GroupsBody groups(
      @PathParam("id") long id,
      @QueryParam("year") Integer year,
      @QueryParam("element") String element,
      @QueryParam("method") String method,
      @QueryParam("count") Integer count) {
    Subject subject = subjects.of(id, year);
    GroupsView view = GroupsView.of(subject, element, method, count);
    return new GroupsBody(
        view.element(),
        subject.year(),
        WayBody.of(view.shown()),
        view.others().stream().map(WayBody::of).toList(),
        view.advice().stream()
            .map(
                a ->
                    new AdviceBody(
                        a.count(),
                        orNull(a.explained()),
                        orNull(a.silhouette()),
                        orNull(a.gap()),
                        orNull(a.error())))
            .toList(),
        view.advisedByGap(),
        view.stability() == null
            ? List.of()
            : Arrays.stream(view.stability().jaccard()).boxed().toList(),
        view.stability() == null ? null : orNull(view.stability().adjustedRand()),
        members(view));
  }

  private static List<MemberBody> members(GroupsView view) {
    List<MemberBody> members = new ArrayList<>();
    for (int i = 0; i < view.units().size(); i++) {
      members.add(
          new MemberBody(view.units().get(i), orNull(view.scores()[i]), view.shown().group()[i]));
    }
    return members;
  }

  @GET
  @Path("{id}/groups.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response groupsCsv(
      @PathParam("id") long id,
      @QueryParam("year") Integer year,
      @QueryParam("element") String element,
      @QueryParam("method") String method,
      @QueryParam("count") Integer count) {
    GroupsView view = GroupsView.of(subjects.of(id, year), element, method, count);
    return CsvReply.of(
        "groups-" + id,
        csv -> {
          csv.accept(row("country", "score", "group"));
          members(view).forEach(m -> csv.accept(row(m.country(), m.score(), m.group())));
        });
  }

  /** One year of the divide; group means from the highest group. */
  public record DivideYearBody(
      int year,
      int countries,
      List<Double> groupMeans,
      Double mean,
      Double variation,
      Double deviationOfLogs,
      Double gini,
      Double theil,
      Double ninetyToTen) {

    static DivideYearBody of(Divide.Year one) {
      Inequality all = one.inequality();
      return new DivideYearBody(
          one.year(),
          all.cases(),
          Arrays.stream(one.groupMeans()).mapToObj(AnalysisResource::orNull).toList(),
          orNull(all.mean()),
          orNull(all.variation()),
          orNull(all.deviationOfLogs()),
          orNull(all.gini()),
          orNull(all.theil()),
          orNull(all.ninetyToTen()));
    }
  }

  /** What became of the distance between two groups. */
  public record ChangeBody(
      Double ratioBefore,
      Double ratioAfter,
      String inRatio,
      Double pointsBefore,
      Double pointsAfter,
      String inPoints) {

    static ChangeBody of(Divide.Change change) {
      return new ChangeBody(
          orNull(change.ratioBefore()),
          orNull(change.ratioAfter()),
          code(change.inRatio()),
          orNull(change.gapBefore()),
          orNull(change.gapAfter()),
          code(change.inPoints()));
    }
  }

  /** A country that changed its group. */
  public record MoveBody(String country, int before, int after) {}

  /** The divide between groups over years. */
  public record DivideBody(
      String element,
      int groups,
      List<Integer> members,
      ChangeBody middle,
      ChangeBody bottom,
      ChangeBody whole,
      Double beta,
      Double betaExplained,
      Double sigmaPerYear,
      List<DivideYearBody> years,
      List<List<Integer>> movement,
      Double stayed,
      List<MoveBody> moves) {}

  @GET
  @Path("{id}/divide")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public DivideBody divide(
      @PathParam("id") long id,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to,
      @QueryParam("element") String element,
      @QueryParam("count") Integer count) {
    DivideView view = DivideView.of(subjects.of(id, null), from, to, element, count);
    Divide.Verdict verdict = view.divide().verdict();
    Divide.Convergence convergence = view.divide().convergence();
    Movement movement = view.movement();
    return new DivideBody(
        view.element(),
        view.lowest(),
        Arrays.stream(view.members()).boxed().toList(),
        ChangeBody.of(verdict.middle()),
        ChangeBody.of(verdict.bottom()),
        ChangeBody.of(verdict.whole()),
        orNull(convergence.beta()),
        orNull(convergence.explained()),
        orNull(convergence.sigma()),
        view.divide().years().stream().map(DivideYearBody::of).toList(),
        Arrays.stream(movement.counts())
            .map(counts -> Arrays.stream(counts).boxed().toList())
            .toList(),
        orNull(movement.stayed()),
        movement.moves().stream().map(m -> new MoveBody(m.unit(), m.before(), m.after())).toList());
  }

  @GET
  @Path("{id}/divide.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response divideCsv(
      @PathParam("id") long id,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to,
      @QueryParam("element") String element,
      @QueryParam("count") Integer count) {
    DivideView view = DivideView.of(subjects.of(id, null), from, to, element, count);
    return CsvReply.of(
        "divide-" + id,
        csv -> {
          List<Object> head =
              new ArrayList<>(
                  List.of(
                      "year",
                      "countries",
                      "mean",
                      "variation",
                      "deviation_of_logs",
                      "gini",
                      "theil",
                      "ninety_to_ten"));
          for (int g = 1; g <= view.lowest(); g++) {
            head.add("mean_of_group_" + g);
          }
          csv.accept(head.toArray());
          for (Divide.Year one : view.divide().years()) {
            Inequality all = one.inequality();
            List<Object> cells =
                new ArrayList<>(
                    List.of(
                        one.year(),
                        all.cases(),
                        all.mean(),
                        all.variation(),
                        all.deviationOfLogs(),
                        all.gini(),
                        all.theil(),
                        all.ninetyToTen()));
            Arrays.stream(one.groupMeans()).forEach(cells::add);
            csv.accept(cells.toArray());
          }
        });
  }

  /** How the scores of a country went over the years. */
  public record TrendBody(
      String country,
      int firstYear,
      int lastYear,
      int years,
      Double first,
      Double last,
      Double perYear,
      Double growth) {

    static TrendBody of(Trend trend) {
      return new TrendBody(
          trend.unit(),
          trend.years().get(0),
          trend.years().get(trend.years().size() - 1),
          trend.years().size(),
          orNull(trend.first()),
          orNull(trend.last()),
          orNull(trend.perYear()),
          orNull(trend.growth()));
    }
  }

  @GET
  @Path("{id}/trends")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<TrendBody> trends(@PathParam("id") long id, @QueryParam("element") String element) {
    Subject subject = subjects.of(id, null);
    subject.requireComparableYears();
    return Trend.of(subject.result().scores(), subject.element(element)).stream()
        .map(TrendBody::of)
        .toList();
  }

  @GET
  @Path("{id}/trends.csv")
  @Produces(CsvReply.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response trendsCsv(@PathParam("id") long id, @QueryParam("element") String element) {
    List<TrendBody> trends = trends(id, element);
    return CsvReply.of(
        "trends-" + id,
        csv -> {
          csv.accept(
              row(
                  "country",
                  "first_year",
                  "last_year",
                  "years",
                  "first",
                  "last",
                  "per_year",
                  "growth"));
          for (TrendBody t : trends) {
            csv.accept(
                row(
                    t.country(),
                    t.firstYear(),
                    t.lastYear(),
                    t.years(),
                    t.first(),
                    t.last(),
                    t.perYear(),
                    t.growth()));
          }
        });
  }

  static Double orNull(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
