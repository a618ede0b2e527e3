package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which text of a version: the parts of a wording, all that a correction can touch. */
public enum TextPart {
  TITLE,
  DESCRIPTION,
  LABEL,
  HINT,
  CONSTRAINT_MESSAGE,
  CHOICE;

  /**
   * A text of a form.
   *
   * @param name of the section, roster, question or list; empty for the questionnaire itself
   * @param choice its code; null where the text is about none
   */
  public record At(TextPart part, String name, String choice) {}

  public static Optional<TextPart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  /** As it stands in files, addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text in a wording; null where there is none. */
  public String text(Wording wording, String name, String choice) {
    return switch (this) {
      case TITLE -> wording.title();
      case DESCRIPTION -> wording.description();
      case LABEL -> wording.labels().get(name);
      case HINT -> wording.hints().get(name);
      case CONSTRAINT_MESSAGE -> wording.constraintMessages().get(name);
      case CHOICE -> wording.choices().getOrDefault(name, Map.of()).get(choice);
    };
  }

  /** Every text that a form may have, in its order; a calculation without a label is not shown. */
  public static List<At> all(Form form) {
    List<At> all = new ArrayList<>();
    all.add(new At(TITLE, "", null));
    all.add(new At(DESCRIPTION, "", null));
    for (String name : form.names()) {
      if (shown(form, name)) {
        all.add(new At(LABEL, name, null));
        all.add(new At(HINT, name, null));
        all.add(new At(CONSTRAINT_MESSAGE, name, null));
      }
    }
    form.lists()
        .forEach(
            (list, choices) ->
                choices.forEach(choice -> all.add(new At(CHOICE, list, choice.name()))));
    return all;
  }

  private static boolean shown(Form form, String name) {
    Question question = form.questions().get(name);
    return question == null
        || question.type() != QuestionType.CALCULATE
        || !form.label(name, form.language()).equals(name);
  }
}
