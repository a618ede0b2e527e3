package org.infostate.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.page.View;
import org.infostate.response.Responses;
import org.infostate.statistics.Statistics;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** The page of the public dataset, and its files. */
@RequestScoped
@Path("data")
public class DataPages {

  @Inject private Responses responses;
  @Inject private Statistics statistics;
  @Inject private DatasetFiles files;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String address;

  /**
   * A round with answers that everybody may read.
   *
   * @param accepted how many responses of it are accepted
   */
  public record PublicRound(String code, String title, int accepted) {}

  @GET
  @PermitAll
  public View data() {
    List<PublicRound> rounds =
        responses.roundsWithAccepted().stream()
            .map(
                round ->
                    new PublicRound(round.code(), round.title(), responses.accepted(round).size()))
            .toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return View.of("opendata/data.jte")
        .with("rounds", rounds)
        .with("imports", statistics.imports())
        .with("tables", List.of(DatasetTable.values()))
        .with(
            "citation", DatasetZip.citation(Texts.in(ReadersLanguage.of(request)), today, address));
  }

  /** One table, or all: {@code ?round=&country=&lang=}. */
  @GET
  @Path("{file: [a-z]+\\.(csv|zip)}")
  @Produces(MediaType.WILDCARD)
  @PermitAll
  public Response file(
      @PathParam("file") String file,
      @QueryParam("round") String round,
      @QueryParam("country") String country) {
    return files.reply(file, files.wanted(round, country, ReadersLanguage.of(request)));
  }
}
