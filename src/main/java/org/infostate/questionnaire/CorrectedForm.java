package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.text.Language;

/** A form with corrections of its wording; codes, types, choices and expressions stay as read. */
final class CorrectedForm {

  private CorrectedForm() {}

  /**
   * The same form with these texts.
   *
   * @param corrections the oldest first; the last for a text wins
   * @param reviewed translations that a person stands for beside those that say so themselves
   */
  static Form of(Form form, List<TextCorrection> corrections, Set<Language> reviewed) {
    Map<Language, List<TextCorrection>> byLanguage = new HashMap<>();
    for (TextCorrection correction : corrections) {
      byLanguage
          .computeIfAbsent(correction.language(), language -> new ArrayList<>())
          .add(correction);
    }
    Map<Language, Wording> wordings = new LinkedHashMap<>(form.wordings());
    byLanguage.forEach(
        (language, own) ->
            wordings.put(
                language, corrected(wordings.getOrDefault(language, none(language)), own)));
    wordings.replaceAll((language, w) -> reviewed.contains(language) ? reviewed(w) : w);
    return new Form(
        form.code(), form.version(), form.language(), form.lists(), form.sections(), wordings);
  }

  private static Wording none(Language language) {
    return new Wording(language, false, null, null, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Wording reviewed(Wording wording) {
    return new Wording(
        wording.language(),
        true,
        wording.title(),
        wording.description(),
        wording.labels(),
        wording.hints(),
        wording.constraintMessages(),
        wording.choices());
  }

  private static Wording corrected(Wording wording, List<TextCorrection> corrections) {
    String title = wording.title();
    String description = wording.description();
    Map<String, String> labels = new HashMap<>(wording.labels());
    Map<String, String> hints = new HashMap<>(wording.hints());
    Map<String, String> messages = new HashMap<>(wording.constraintMessages());
    Map<String, Map<String, String>> choices = new HashMap<>();
    wording.choices().forEach((list, texts) -> choices.put(list, new HashMap<>(texts)));
    for (TextCorrection correction : corrections) {
      TextPart.At at = correction.at();
      String text = correction.after();
      switch (at.part()) {
        case TITLE -> title = text;
        case DESCRIPTION -> description = text;
        case LABEL -> put(labels, at.name(), text);
        case HINT -> put(hints, at.name(), text);
        case CONSTRAINT_MESSAGE -> put(messages, at.name(), text);
        case CHOICE ->
            put(choices.computeIfAbsent(at.name(), list -> new HashMap<>()), at.choice(), text);
      }
    }
    return new Wording(
        wording.language(),
        wording.reviewed(),
        title,
        description,
        labels,
        hints,
        messages,
        choices);
  }

  private static void put(Map<String, String> texts, String key, String text) {
    if (text == null) {
      texts.remove(key);
    } else {
      texts.put(key, text);
    }
  }
}
