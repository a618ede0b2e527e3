package org.infostate.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.infostate.country.Country;

/** Which countries an assessment is about. The two are never measured against each other. */
public enum Population {
  /** Countries and areas of the world. */
  REAL,
  /** The invented countries of the sample data. */
  INVENTED;

  public static Optional<Population> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  public static Population of(Country country) {
    return country.invented() ? INVENTED : REAL;
  }

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
