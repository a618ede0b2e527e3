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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.infostate.account.Role;
import org.infostate.assessment.Assessments;
import org.infostate.spreadsheet.CsvAnswer;
import org.infostate.spreadsheet.CsvTable;
import org.infostate.text.Language;

/** The needs that an assessment found, and who helps whom, over HTTP. Numbers are not rounded. */
@RequestScoped
@Path("api/v1/assessments")
public class NeedsResource {

  @Inject private RankPriorities rankPriorities;
  @Inject private FindNeeds findNeeds;
  @Inject private PlanningFiles files;
  @Inject private Assessments assessments;

  @Context private UriInfo address;

  /** An indicator of a country that is below its target or not known. */
  public record NeedBody(
      String country,
      String requirement,
      String indicator,
      String state,
      Double score,
      double top,
      double target,
      double missing,
      double unknown,
      List<String> assistance,
      Set<String> audiences,
      String reference) {

    static NeedBody of(String iso3, Finding one, NeedWords words) {
      return new NeedBody(
          iso3,
          one.requirement(),
          one.indicator(),
          one.score().state().name().toLowerCase(Locale.ROOT),
          one.score().score(),
          one.top(),
          one.target(),
          one.missing(),
          one.unknown(),
          one.help().stream().map(Assistance::code).toList(),
          one.audiences(),
          words.references(one.indicator()));
    }
  }

  /** Assistance between a country and another, as somebody says. */
  public record HelpBody(
      String country,
      String saidBy,
      String way,
      String assistance,
      String partner,
      String from,
      String to,
      Long cost,
      String source) {}

  /** All needs, by country in the order of priorities; {@code target} as in priorities. */
  @GET
  @Path("{id}/needs")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<NeedBody> needs(@PathParam("id") long id) {
    PriorityList list = list(id);
    NeedWords words =
        new NeedWords(assessments.names(list.assessment()), files.catalogue(), Language.EN);
    List<NeedBody> needs = new ArrayList<>();
    findNeeds
        .of(list)
        .forEach(
            (iso3, findings) -> findings.forEach(one -> needs.add(NeedBody.of(iso3, one, words))));
    return needs;
  }

  @GET
  @Path("{id}/needs.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response needsAsCsv(@PathParam("id") long id) {
    List<NeedBody> needs = needs(id);
    return CsvAnswer.of(
        "needs-" + id,
        List.of(
            "country,requirement,indicator,state,score,top,target,missing,unknown,assistance,audiences,reference"
                .split(",")),
        needs.stream()
            .map(
                one ->
                    CsvAnswer.row(
                        one.country(),
                        one.requirement(),
                        one.indicator(),
                        one.state(),
                        one.score(),
                        one.top(),
                        one.target(),
                        one.missing(),
                        one.unknown(),
                        String.join(" ", one.assistance()),
                        String.join(" ", one.audiences()),
                        CsvTable.guarded(one.reference())))
            .toList());
  }

  /** Who helps whom: what was told of assistance given, then what countries say. */
  @GET
  @Path("{id}/assistance")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<HelpBody> assistance(@PathParam("id") long id) {
    List<HelpBody> help = new ArrayList<>();
    for (GivenAssistance one : files.given()) {
      help.add(
          new HelpBody(
              one.iso3(),
              "register",
              "received",
              one.assistance(),
              one.provider(),
              one.from().toString(),
              one.to() == null ? null : one.to().toString(),
              one.cost(),
              one.source()));
    }
    new TreeMap<>(list(id).told()).forEach((iso3, told) -> add(iso3, told, help));
    return help;
  }

  private static void add(String iso3, Told told, List<HelpBody> help) {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("asked", told.asked());
    ways.put("received", told.received());
    ways.put("given", told.given());
    ways.forEach(
        (way, kinds) -> {
          String partners =
              way.equals("received") && told.receivedFrom() != null
                  ? String.join(" ", told.receivedFrom())
                  : null;
          for (String kind : kinds == null ? List.<String>of() : kinds) {
            help.add(new HelpBody(iso3, "country", way, kind, partners, null, null, null, null));
          }
        });
  }

  @GET
  @Path("{id}/assistance.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response assistanceAsCsv(@PathParam("id") long id) {
    return CsvAnswer.of(
        "assistance-" + id,
        List.of("country,said_by,way,assistance,partner,from,to,cost,source".split(",")),
        assistance(id).stream()
            .map(
                one ->
                    CsvAnswer.row(
                        one.country(),
                        one.saidBy(),
                        one.way(),
                        one.assistance(),
                        CsvTable.guarded(one.partner()),
                        one.from(),
                        one.to(),
                        one.cost(),
                        CsvTable.guarded(one.source())))
            .toList());
  }

  private PriorityList list(long id) {
    return rankPriorities.of(id, PlanningPages.weights(address), PlanningPages.target(address));
  }
}
