package org.infostate.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
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
  public View newest(@Context SecurityContext caller) {
    EnumSet<MailMessage.Topic> topics = EnumSet.of(MailMessage.Topic.ROUND);
    if (caller.isUserInRole("administrator")) {
      topics = EnumSet.allOf(MailMessage.Topic.class);
    }
    return View.of("mail/outbox.jte")
        .with("messages", outbox.newest(topics, SHOWN))
        .with("configured", delivery.configured());
  }
}
