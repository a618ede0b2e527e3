package org.infostate.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** A series of figures. Its label is the text {@code statistics.indicator.<code>}. */
public enum Indicator {
  FIXED_TELEPHONE_PER_100("fixed_telephone_per_100", Unit.PER_100),
  FIXED_TELEPHONE_SUBSCRIPTIONS("fixed_telephone_subscriptions", Unit.COUNT),
  MOBILE_CELLULAR_PER_100("mobile_cellular_per_100", Unit.PER_100),
  MOBILE_CELLULAR_SUBSCRIPTIONS("mobile_cellular_subscriptions", Unit.COUNT),
  FIXED_BROADBAND_PER_100("fixed_broadband_per_100", Unit.PER_100),
  FIXED_BROADBAND_SUBSCRIPTIONS("fixed_broadband_subscriptions", Unit.COUNT),
  INTERNET_USERS_PCT("internet_users_pct", Unit.PERCENT),
  COMPUTER_USERS_PCT("computer_users_pct", Unit.PERCENT),
  MOBILE_USERS_PCT("mobile_users_pct", Unit.PERCENT),
  HOUSEHOLDS_RADIO_PCT("households_radio_pct", Unit.PERCENT),
  HOUSEHOLDS_TV_PCT("households_tv_pct", Unit.PERCENT),
  HOUSEHOLDS_FIXED_TELEPHONE_PCT("households_fixed_telephone_pct", Unit.PERCENT),
  HOUSEHOLDS_MOBILE_PCT("households_mobile_pct", Unit.PERCENT),
  HOUSEHOLDS_COMPUTER_PCT("households_computer_pct", Unit.PERCENT),
  HOUSEHOLDS_INTERNET_PCT("households_internet_pct", Unit.PERCENT),
  EXPECTED_SCHOOLING_YEARS("expected_schooling_years", Unit.YEARS),
  MEAN_SCHOOLING_YEARS("mean_schooling_years", Unit.YEARS),
  POPULATION("population", Unit.COUNT),
  GDP_USD("gdp_usd", Unit.US_DOLLARS),
  /** Systems seen to take part in attacks, as who counts them publishes: staging and transit. */
  ATTACK_SOURCES_PER_100("attack_sources_per_100", Unit.PER_100);

  /** What the figures of a series count. No series here knows figures below zero. */
  public enum Unit {
    COUNT(null),
    PER_100(null),
    PERCENT(new BigDecimal(100)),
    YEARS(new BigDecimal(40)),
    US_DOLLARS(null);

    private final BigDecimal most;

    Unit(BigDecimal most) {
      this.most = most;
    }

    boolean allows(BigDecimal figure) {
      return figure.signum() >= 0 && (most == null || figure.compareTo(most) <= 0);
    }
  }

  private final String code;
  private final Unit unit;

  Indicator(String code, Unit unit) {
    this.code = code;
    this.unit = unit;
  }

  public static Optional<Indicator> of(String code) {
    return Arrays.stream(values()).filter(indicator -> indicator.code.equals(code)).findFirst();
  }

  /** By which the definitions of indices refer to it; never changes. */
  public String code() {
    return code;
  }

  public Unit unit() {
    return unit;
  }
}
