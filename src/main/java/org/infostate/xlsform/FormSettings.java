package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/**
 * What holds for the whole form, from the sheets {@code settings} and {@code languages}. What is
 * not said is assumed, with a warning.
 *
 * @param about what is known of each language that the form has, its own included
 */
record FormSettings(
    Entry code, Entry version, Entry title, Language language, Map<Language, About> about) {

  private static final int CODE_LENGTH = 32;

  /** What is known of a language. */
  record About(Entry review, Entry title, Entry description) {}

  static FormSettings of(
      FormTable settings,
      FormTable languages,
      FormTable survey,
      FormTable choices,
      String fileName,
      Findings findings) {
    int row = settings.rows().stream().findFirst().orElse(1);
    settings.rows().stream()
        .skip(1)
        .findFirst()
        .ifPresent(
            second ->
                findings.warn(
                    ProblemKind.XLSFORM_ROW_LEFT_OUT,
                    settings.sheet().place(second, 0),
                    FormColumns.SETTINGS.sheet()));
    Place sheet = settings.sheet().place(row, 0);
    Entry code = settings.entry(row, "form_id");
    if (!code.filled()) {
      code = assumed("form_id", codeOf(fileName), sheet, findings);
    }
    Entry version = settings.entry(row, "version");
    if (!version.filled()) {
      version = assumed("version", "1", sheet, findings);
    }
    Entry title = settings.entry(row, "form_title");
    if (!title.filled()) {
      title = assumed("form_title", code.word(), sheet, findings);
    }
    Language language = language(settings.entry(row, "default_language"), survey, findings);
    Map<Language, About> about = new EnumMap<>(Language.class);
    Entry nothing = new Entry("", sheet);
    About unsaid = new About(nothing, nothing, nothing);
    survey.languages().forEach(each -> about.put(each, unsaid));
    choices.languages().forEach(each -> about.put(each, unsaid));
    about.put(language, unsaid);
    read(languages, about, findings);
    return new FormSettings(
        code.with(code.word()), version.with(version.word()), title, language, about);
  }

  private static void read(FormTable table, Map<Language, About> about, Findings findings) {
    for (int row : table.rows()) {
      Entry name = table.entry(row, "language");
      Optional<Language> language = Tongue.read(name.text());
      Entry review = table.entry(row, "review");
      if (language.isEmpty()) {
        findings.refuse(ProblemKind.XLSFORM_LANGUAGE_UNKNOWN, name.place(), name.text());
      } else {
        if (review.filled() && !List.of("human", "machine").contains(review.word())) {
          findings.refuse(ProblemKind.FORM_VALUE_INVALID, review.place(), "human, machine");
        }
        about.put(
            language.get(),
            new About(review, table.entry(row, "title"), table.entry(row, "description")));
      }
    }
  }

  private static Entry assumed(String setting, String value, Place place, Findings findings) {
    findings.warn(ProblemKind.XLSFORM_SETTING_ASSUMED, place, setting, value);
    return new Entry(value, place);
  }

  /** A code made of the name of the file. */
  private static String codeOf(String fileName) {
    String code =
        fileName
            .replaceAll("\\.[^.]*$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^[^a-z]+|_+$", "");
    return code.isEmpty() ? "form" : code.substring(0, Math.min(code.length(), CODE_LENGTH));
  }

  /**
   * The language in which the form is written: what the settings say; otherwise that of the first
   * label; English where nothing tells.
   */
  private static Language language(Entry said, FormTable survey, Findings findings) {
    List<Language> headed = new ArrayList<>(survey.languages());
    if (said.filled() && !said.word().equalsIgnoreCase("default")) {
      Optional<Language> known = Tongue.read(said.text());
      if (known.isEmpty()) {
        findings.refuse(ProblemKind.XLSFORM_LANGUAGE_UNKNOWN, said.place(), said.word());
      }
      return known.orElse(Language.EN);
    }
    Language language = headed.isEmpty() ? Language.EN : headed.get(0);
    if (headed.size() != 1 || survey.hasPlain("label")) {
      findings.warn(
          ProblemKind.XLSFORM_SETTING_ASSUMED,
          said.place(),
          "default_language",
          Tongue.written(language));
    }
    return language;
  }
}
