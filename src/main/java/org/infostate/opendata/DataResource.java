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
import java.util.Arrays;
import java.util.List;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** The public dataset over HTTP. */
@RequestScoped
@Path("api/v1/data")
public class DataResource {

  @Inject private DatasetFiles files;
  @Context private HttpServletRequest request;

  /** A table as the API lists it. */
  public record TableBody(String file, String description, List<ColumnBody> columns) {}

  /** A column of it, with its type as in Table Schema. */
  public record ColumnBody(String name, String type) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public List<TableBody> tables() {
    Texts texts = Texts.in(ReadersLanguage.of(request));
    return Arrays.stream(DatasetTable.values())
        .map(
            table ->
                new TableBody(
                    table.fileName(),
                    texts.text("opendata.table." + table.code()),
                    table.columns().stream()
                        .map(column -> new ColumnBody(column.name(), column.type()))
                        .toList()))
        .toList();
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
