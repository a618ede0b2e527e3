package org.infostate.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the six official languages of the United Nations, in the order that it lists them. */
public enum Language {
  AR("ar", "العربية", true),
  ZH("zh", "中文", false),
  EN("en", "English", false),
  FR("fr", "Français", false),
  RU("ru", "Русский", false),
  ES("es", "Español", false);

  private final String tag;
  private final String ownName;
  private final boolean rightToLeft;
  private final Locale locale;

  Language(String tag, String ownName, boolean rightToLeft) {
    this.tag = tag;
    this.ownName = ownName;
    this.rightToLeft = rightToLeft;
    this.locale = Locale.forLanguageTag(tag);
  }

  /** The language with this two-letter tag; region and script after a hyphen do not matter. */
  public static Optional<Language> of(String tag) {
    if (tag == null || tag.isBlank()) {
      return Optional.empty();
    }
    String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(language -> language.tag.equals(primary)).findFirst();
  }

  /** The first of these that we speak, in the order of preference; otherwise English. */
  public static Language best(List<Locale> accepted) {
    return accepted.stream()
        .map(locale -> of(locale.getLanguage()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(EN);
  }

  /** Two letters, as in {@code lang="fr"}. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  public boolean rightToLeft() {
    return rightToLeft;
  }

  /** As in {@code dir="rtl"}. */
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  public Locale locale() {
    return locale;
  }
}
