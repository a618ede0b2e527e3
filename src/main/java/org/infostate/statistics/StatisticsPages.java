package org.infostate.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;

/** The imports of published statistics: the list, a new one, and what became of each. */
@RequestScoped
@Path("statistics")
public class StatisticsPages {

  @Inject private Statistics statistics;
  @Inject private ImportStatistics importStatistics;
  @Inject private Countries countries;

  @GET
  @RolesAllowed(Role.PLANNER)
  public View all() {
    return View.of("statistics/all.jte").with("imports", statistics.imports());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("statistics.import")
  @RolesAllowed(Role.PLANNER)
  public Response post(@FormParam("file") EntityPart part) throws IOException {
    StatisticsImport source = importStatistics.run(importStatistics.file(part));
    return Response.seeOther(
            URI.create("/statistics/" + source.id() + "?notice=common.notice.imported"))
        .build();
  }

  /** Reads a file and shows what would become of it; keeps nothing. */
  @POST
  @Path("trial")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("statistics.try")
  @RolesAllowed(Role.PLANNER)
  public View trial(@FormParam("file") EntityPart part) throws IOException {
    PublishedFile file = importStatistics.file(part);
    Reading reading = file.read();
    return one(StatisticsImport.trial(file, reading), reading.leftOut());
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @RolesAllowed(Role.PLANNER)
  public View one(@PathParam("id") long id) {
    StatisticsImport source = statistics.find(id).orElseThrow(ProblemKind.NOT_FOUND::exception);
    return one(source, statistics.leftOut(id));
  }

  private static View one(StatisticsImport source, List<LeftOut> leftOut) {
    return View.of("statistics/one.jte").with("source", source).with("leftOut", leftOut);
  }

  /** The current figures, all or {@code ?indicator=&country=&year=}. */
  @GET
  @Path("figures.csv")
  @Produces("text/csv;charset=utf-8")
  @PermitAll
  public Response csv(@BeanParam WantedFigures asked) {
    Statistics.Wanted wanted = asked.wanted(countries);
    StreamingOutput figures = out -> FigureCsv.write(statistics, wanted, out);
    return Response.ok(figures)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
        .build();
  }
}
