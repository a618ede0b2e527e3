package org.infostate.account;

import java.security.Principal;

/**
 * Who asks: the signed-in person, or nobody. Stores take one wherever the answer depends on who
 * asks.
 *
 * @param accountId null for nobody
 * @param login sign-in name; {@code -} for nobody
 * @param name to be shown
 * @param role one of {@link Role}; the empty string for nobody
 * @param iso3 the country acted for, null where the role has none
 */
public record Actor(Long accountId, String login, String name, String role, String iso3)
    implements Principal {

  public static final Actor NOBODY = new Actor(null, "-", "", "", null);

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
