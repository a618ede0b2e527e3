package org.infostate.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Role;
import org.infostate.mail.Letter;
import org.infostate.mail.Outbox;
import org.infostate.text.Texts;

/** Writes to the focal points of a country about a round, with the deadline for their calendar. */
@ApplicationScoped
public class RoundLetters {

  @Inject private Accounts accounts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  void invite(Round round, String iso3, Instant now) {
    write(round, iso3, Letter.Purpose.INVITATION, "round.invitation", "", now);
  }

  void extended(Round round, String iso3, String reason, Instant now) {
    write(round, iso3, Letter.Purpose.EXTENSION, "round.extension", reason, now);
  }

  private void write(
      Round round, String iso3, Letter.Purpose purpose, String key, String more, Instant now) {
    for (Account focalPoint : accounts.of(Role.FOCAL_POINT, iso3)) {
      Texts texts = Texts.in(focalPoint.language());
      outbox.post(
          Letter.about(
                  round.code(),
                  iso3,
                  purpose,
                  focalPoint.email(),
                  focalPoint.language(),
                  texts.text(key + ".subject", round.title()),
                  texts.text(
                      key + ".body",
                      focalPoint.name(),
                      round.title(),
                      round.deadline(iso3),
                      baseUrl + "/rounds/" + round.code() + "/responses/" + iso3,
                      more))
              .with(DeadlineCalendar.of(round, iso3, focalPoint.language(), baseUrl, now)));
    }
  }
}
