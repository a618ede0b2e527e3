package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.infostate.text.Language;

/**
 * A text that the source language has and another language lacks.
 *
 * @param part which text
 * @param name of the section, roster, question or list; empty for the questionnaire itself
 * @param choice its code; null where the text is about none
 * @param source what the source language says, which stands in
 */
public record MissingText(TextPart part, String name, String choice, String source) {

  /** Everything that is missing in the language, in the order of the form. */
  public static List<MissingText> of(Form form, Language language) {
    Wording source = form.wordings().get(form.language());
    Wording other = form.wordings().get(language);
    List<MissingText> missing = new ArrayList<>();
    for (TextPart.At at : TextPart.all(form)) {
      String text = at.part().text(source, at.name(), at.choice());
      boolean there = other != null && !blank(at.part().text(other, at.name(), at.choice()));
      if (!blank(text) && !there) {
        missing.add(new MissingText(at.part(), at.name(), at.choice(), text));
      }
    }
    return missing;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** How many texts there are to translate. */
  public static int all(Form form) {
    Wording source = form.wordings().get(form.language());
    return (int)
        TextPart.all(form).stream()
            .filter(at -> !blank(at.part().text(source, at.name(), at.choice())))
            .count();
  }
}
