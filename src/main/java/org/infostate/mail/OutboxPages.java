package org.infostate.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.infostate.page.View;

/** The page of what was written to whom, and whether it went out. */
@RequestScoped
@Path("outbox")
public class OutboxPages {

  private static final int SHOWN = 300;

  @Inject private Outbox outbox;
  @Inject private MailDelivery delivery;

  @GET
  @RolesAllowed({"planner", "administrator"})
  public View newest() {
    return View.of("mail/outbox.jte")
        .with("messages", outbox.newest(SHOWN))
        .with("configured", delivery.configured());
  }
}
