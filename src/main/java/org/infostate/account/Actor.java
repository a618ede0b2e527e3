package org.infostate.account;

import java.security.Principal;
import java.time.ZoneId;

/**
 * Who asks: the signed-in person, or nobody. Stores take one wherever the answer depends on who
 * asks.
 *
 * @param accountId null for nobody
 * @param login sign-in name; {@code -} for nobody
 * @param name to be shown
 * @param role one of {@link Role}; the empty string for nobody
 * @param iso3 the country acted for, null where the role has none
 * @param zone in which this person reads times
 */
public record Actor(
    Long accountId, String login, String name, String role, String iso3, ZoneId zone)
    implements Principal {

  /** What is shown to people who chose no zone: named as such wherever a time stands. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

  public static final Actor NOBODY = new Actor(null, "-", "", "", null);

  public Actor(Long accountId, String login, String name, String role, String iso3) {
    this(accountId, login, name, role, iso3, DEFAULT_ZONE);
  }

  @Override
  public String getName() {
    return login;
  }

  public boolean signedIn() {
    return accountId != null;
  }

  public boolean is(String aRole) {
    return role.equals(aRole);
  }

  /** Whether this person acts for a country and it is this one. */
  public boolean actsFor(String country) {
    return iso3 != null && iso3.equals(country);
  }

  /** Whether this person may read the unpublished data of every country. */
  public boolean readsAllCountries() {
    return is(Role.PLANNER) || is(Role.REVIEWER);
  }
}
