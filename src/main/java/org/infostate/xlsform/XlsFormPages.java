package org.infostate.xlsform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.infostate.account.Role;

/** The download that stands on the page of a questionnaire version. */
@RequestScoped
@Path("questionnaires")
public class XlsFormPages {

  @Inject private DownloadXlsForm downloadXlsForm;

  @GET
  @Path("{code}/{version}.xlsx")
  @Produces(XlsForm.MEDIA_TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public Response workbook(@PathParam("code") String code, @PathParam("version") String version)
      throws IOException {
    return downloadXlsForm.download(code, version);
  }
}
