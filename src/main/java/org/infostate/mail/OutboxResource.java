package org.infostate.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** What was written to whom, over HTTP. */
@RequestScoped
@Path("api/v1/outbox")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {

  private static final int MOST = 1_000;

  @Inject private Outbox outbox;

  /** A message with the state of its delivery. */
  public record MessageBody(
      String purpose,
      String round,
      String country,
      String recipient,
      String language,
      String subject,
      String body,
      Instant writtenAt,
      String state,
      Instant sentAt,
      int attempts,
      String error) {

    static MessageBody of(MailMessage it) {
      return new MessageBody(
          it.purpose().code(),
          it.round(),
          it.iso3(),
          it.recipient(),
          it.languageTag(),
          it.subject(),
          it.body(),
          it.writtenAt(),
          it.state().code(),
          it.sentAt(),
          it.attempts(),
          it.lastError());
    }
  }

  /** The newest first; each filter may be missing. */
  @GET
  @RolesAllowed({"planner", "administrator"})
  public List<MessageBody> newest(
      @QueryParam("round") @DefaultValue("") String round,
      @QueryParam("purpose") @DefaultValue("") String purpose,
      @QueryParam("state") @DefaultValue("") String state,
      @Context SecurityContext caller) {
    return outbox
        .newest(OutboxPages.topics(caller), new Outbox.Filter(round, purpose, state), MOST)
        .stream()
        .map(MessageBody::of)
        .toList();
  }
}
