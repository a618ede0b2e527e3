package org.infostate.scorings;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Scores anybody's table with anybody's index. Open to all, since it reads and stores nothing of
 * ours; {@link Limits} keeps it from taking much.
 */
@RequestScoped
@Path("api/v1/scorings")
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class ScoringsResource {

  @Inject private ScoreTable scoreTable;
  @Context private HttpHeaders headers;

  /** The parts of a request as {@code /openapi} describes them. */
  private static final String DESCRIPTION =
      "Scores a table with an index and stores nothing. Parts: 'data' (CSV), and either"
          + " 'definition' (an index file in YAML) or COINr's 'iMeta' (CSV) with 'steps' (YAML);"
          + " 'points' (CSV) of experts, if they weigh.";

  /** Every table of the run, in the form that is asked for; JSON where any will do. */
  @POST
  @Produces({
    MediaType.APPLICATION_JSON,
    "text/csv;qs=0.5",
    "application/zip;qs=0.5",
    ScoringReply.WORKBOOK + ";qs=0.5"
  })
  @PermitAll
  @Operation(summary = "Score a table with an index", description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      requiredProperties = "data",
                      properties = {
                        @SchemaProperty(
                            name = "data",
                            type = SchemaType.STRING,
                            format = "binary",
                            description =
                                "CSV: a row for each unit, or unit and year; COINr's iData"),
                        @SchemaProperty(
                            name = "definition",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "YAML: an index file"),
                        @SchemaProperty(
                            name = "iMeta",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "CSV: COINr's iMeta, in place of the definition"),
                        @SchemaProperty(
                            name = "steps",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "YAML: the steps of an index file, with iMeta"),
                        @SchemaProperty(
                            name = "points",
                            type = SchemaType.STRING,
                            format = "binary",
                            description =
                                "CSV: a row for each expert, a column for each element weighed;"
                                    + " may be left out")
                      })))
  public Response score(
      List<EntityPart> parts,
      @QueryParam("contributions") @DefaultValue("false") boolean contributions)
      throws IOException {
    ScoringReply reply = ScoringReply.asked(headers.getAcceptableMediaTypes());
    ScoringOrder order = ScoringOrder.of(parts);
    order.check();
    return reply.of(scoreTable.run(order), contributions);
  }
}
