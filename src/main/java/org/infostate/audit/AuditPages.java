package org.infostate.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.infostate.page.View;

/** The page of the audit trail. */
@RequestScoped
@Path("audit")
public class AuditPages {

  private static final int SHOWN = 500;

  @Inject private AuditTrail trail;

  @GET
  @RolesAllowed("administrator")
  public View newest() {
    return View.of("audit/audit.jte").with("entries", trail.newest(SHOWN));
  }
}
