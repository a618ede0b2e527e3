package org.infostate.response;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.round.Round;

/** Why somebody can not answer now. The texts of each say who can change that. */
public enum Locked {
  /** Only people of the country answer. */
  NOT_YOURS,
  SUBMITTED,
  ACCEPTED,
  /** The round is closed, or not open yet. */
  CLOSED,
  /** The round is open, but this country's deadline has passed. */
  DEADLINE;

  /** Empty where this person may answer now. */
  public static Optional<Locked> of(Response response, Actor actor, Instant now) {
    if (response.state() == Response.State.SUBMITTED) {
      return Optional.of(SUBMITTED);
    }
    if (response.state() == Response.State.ACCEPTED) {
      return Optional.of(ACCEPTED);
    }
    if (!Role.ofCountry(actor.role()) || !actor.actsFor(response.iso3())) {
      return Optional.of(NOT_YOURS);
    }
    if (response.round().state() != Round.State.OPEN) {
      return Optional.of(CLOSED);
    }
    return now.isAfter(response.deadline()) ? Optional.of(DEADLINE) : Optional.empty();
  }

  /** As it stands in keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
