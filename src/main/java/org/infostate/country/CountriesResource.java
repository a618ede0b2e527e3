package org.infostate.country;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** Countries and areas over HTTP, as they are today. */
@RequestScoped
@Path("api/v1/countries")
@Produces(MediaType.APPLICATION_JSON)
public class CountriesResource {

  @Inject private Countries countries;
  @Inject private Clock clock;

  /**
   * A country as the API shows it.
   *
   * @param names by language
   * @param m49 null for what has none
   * @param region M49 code, as the two that follow; the last may be null
   */
  public record CountryBody(
      String iso3,
      String m49,
      Map<String, String> names,
      String standing,
      String region,
      String subRegion,
      String intermediateRegion,
      boolean ldc,
      boolean lldc,
      boolean sids,
      boolean invented) {

    static CountryBody of(Country country, LocalDate day) {
      Map<String, String> names = new TreeMap<>();
      for (Language language : Language.values()) {
        names.put(language.tag(), country.name(language));
      }
      return new CountryBody(
          country.iso3(),
          country.m49(),
          names,
          country.standing().name().toLowerCase(Locale.ROOT),
          country.region(),
          country.subRegion(),
          country.intermediateRegion(),
          country.ldc(day),
          country.lldc(day),
          country.sids(day),
          country.invented());
    }
  }

  /** All that exist today, by ISO code. */
  @GET
  @PermitAll
  public List<CountryBody> all() {
    LocalDate today = today();
    return countries.all().stream()
        .filter(country -> country.exists(today))
        .map(country -> CountryBody.of(country, today))
        .toList();
  }

  /** Any that is known, those that are no more included. */
  @GET
  @Path("{iso3: [A-Z]{3}}")
  @PermitAll
  public CountryBody one(@PathParam("iso3") String iso3) {
    Country country = countries.find(iso3).orElseThrow(ProblemKind.NOT_FOUND::exception);
    return CountryBody.of(country, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
