package org.infostate.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.Set;
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
  public View newest(
      @QueryParam("round") @DefaultValue("") String round,
      @QueryParam("purpose") @DefaultValue("") String purpose,
      @QueryParam("state") @DefaultValue("") String state,
      @Context SecurityContext caller) {
    Outbox.Filter filter = new Outbox.Filter(round, purpose, state);
    return View.of("mail/outbox.jte")
        .with("messages", outbox.newest(topics(caller), filter, SHOWN))
        .with("filter", filter)
        .with("rounds", outbox.rounds())
        .with("configured", delivery.configured());
  }

  /** Letters with secrets are for administrators only. */
  static Set<MailMessage.Topic> topics(SecurityContext caller) {
    return caller.isUserInRole("administrator")
        ? EnumSet.allOf(MailMessage.Topic.class)
        : EnumSet.of(MailMessage.Topic.ROUND);
  }
}
