package org.infostate.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.statistics.Indicator;
import org.infostate.statistics.Statistic;
import org.infostate.statistics.Statistics;
import org.infostate.statistics.StatisticsImport;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The public pages of countries: all of them, and what is known of each. */
@RequestScoped
@Path("countries")
public class ProfilePages {

  @Inject private Countries countries;
  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Statistics statistics;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  /** What of the list is wanted: {@code ?search=&region=&group=&sort=}. */
  public static class Asked {

    @QueryParam("search")
    private String search;

    @QueryParam("region")
    private String region;

    @QueryParam("group")
    private String group;

    @QueryParam("sort")
    private String sort;

    CountryList list() {
      return new CountryList(search, region, group, sort);
    }
  }

  /**
   * A published figure.
   *
   * @param source import that it came with
   */
  public record NewestFigure(Statistic figure, StatisticsImport source) {}

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @GET
  @PermitAll
  public View all(@BeanParam Asked asked) {
    CountryList wanted = asked.list();
    List<Country> all = countries.all();
    return View.of("opendata/countries.jte")
        .with("wanted", wanted)
        .with("countries", wanted.of(all, ReadersLanguage.of(request), today()))
        .with("regions", all.stream().map(Country::region).distinct().sorted().toList())
        .with("groups", groups(all))
        .with("answered", answered())
        .with("today", today());
  }

  /** Groups with at least one country in them. */
  private static List<String> groups(List<Country> all) {
    return CountryList.GROUPS.stream()
        .filter(group -> !group.equals("invented") || all.stream().anyMatch(Country::invented))
        .toList();
  }

  /** Countries with an accepted response. */
  private Set<String> answered() {
    return responses.roundsWithAccepted().stream()
        .flatMap(round -> responses.accepted(round).stream())
        .map(Response::iso3)
        .collect(Collectors.toSet());
  }

  /** The list as it stands. */
  @GET
  @Path("countries.csv")
  @Produces("text/csv;charset=utf-8")
  @PermitAll
  public jakarta.ws.rs.core.Response csv(@BeanParam Asked asked) {
    Language language = ReadersLanguage.of(request);
    LocalDate day = today();
    List<Country> wanted = asked.list().of(countries.all(), language, day);
    StreamingOutput list = out -> DatasetCsv.countries(wanted, language, day, out);
    return jakarta.ws.rs.core.Response.ok(list)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"countries.csv\"")
        .build();
  }

  /** A country: published figures, and the public answers of its newest accepted response. */
  @GET
  @Path("{iso3: [A-Z]{3}}")
  @PermitAll
  public View one(@PathParam("iso3") String iso3, @QueryParam("round") String round) {
    Country country = countries.find(iso3).orElseThrow(ProblemKind.NOT_FOUND::exception);
    Language language = ReadersLanguage.of(request);
    List<Response> accepted = responses.accepted(iso3);
    Response shown =
        accepted.stream()
            .filter(response -> round == null || response.round().code().equals(round))
            .findFirst()
            .orElse(null);
    if (shown == null && round != null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return View.of("opendata/profile.jte")
        .with("country", country)
        .with("today", today())
        .with("figures", newest(iso3))
        .with("rounds", accepted.stream().map(Response::round).toList())
        .with("shown", shown == null ? null : shown.round())
        .with("sections", shown == null ? List.of() : sections(shown, language));
  }

  private List<PublicSection> sections(Response response, Language language) {
    return filledForms.of(response).stream()
        .flatMap(form -> PublicSection.of(form, language).stream())
        .toList();
  }

  /** The newest figure of each indicator, in the order of the indicators. */
  private List<NewestFigure> newest(String iso3) {
    Map<Long, StatisticsImport> imports =
        statistics.imports().stream().collect(Collectors.toMap(StatisticsImport::id, one -> one));
    Collection<Statistic> newest =
        statistics
            .find(new Statistics.Wanted(null, iso3, null, null), 0, Integer.MAX_VALUE)
            .stream()
            .collect(
                Collectors.toMap(
                    Statistic::indicator,
                    one -> one,
                    (one, two) -> one.year() > two.year() ? one : two,
                    TreeMap::new))
            .values();
    List<String> order = Arrays.stream(Indicator.values()).map(Indicator::code).toList();
    return newest.stream()
        .sorted(Comparator.comparingInt(one -> order.indexOf(one.indicator())))
        .map(one -> new NewestFigure(one, imports.get(one.importId())))
        .toList();
  }
}
