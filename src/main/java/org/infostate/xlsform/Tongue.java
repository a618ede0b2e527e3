package org.infostate.xlsform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.text.Language;

/** How XLSForm names a language in headings and settings: {@code French (fr)}. */
final class Tongue {

  private static final Pattern WITH_TAG = Pattern.compile(".*\\(\\s*([A-Za-z0-9_-]+)\\s*\\)");
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2}([-_][A-Za-z0-9]+)*");

  private Tongue() {}

  /** As it is written. */
  static String written(Language language) {
    return english(language) + " (" + language.tag() + ")";
  }

  /**
   * The language that is meant by {@code French (fr)}, {@code fr}, {@code French}, {@code
   * Français}.
   */
  static Optional<Language> read(String text) {
    String name = text.strip();
    Matcher withTag = WITH_TAG.matcher(name);
    if (withTag.matches()) {
      return Language.of(withTag.group(1));
    }
    if (TAG.matcher(name).matches()) {
      return Language.of(name);
    }
    return Arrays.stream(Language.values())
        .filter(
            language ->
                name.equalsIgnoreCase(english(language))
                    || name.equalsIgnoreCase(language.ownName()))
        .findFirst();
  }

  private static String english(Language language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }
}
