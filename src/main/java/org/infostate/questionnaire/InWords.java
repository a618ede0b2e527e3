package org.infostate.questionnaire;

import java.util.Locale;
import org.infostate.logic.Expression;
import org.infostate.logic.Use;
import org.infostate.logic.Words;
import org.infostate.logic.WordsSource;
import org.infostate.text.Language;

/** An expression of a form in plain words, with the labels of the form. */
public final class InWords {

  private InWords() {}

  /**
   * What the expression says, such as "asked only if …".
   *
   * @param name of the section, roster or question that it belongs to
   */
  public static String of(Form form, String name, Expression expression, Use use, Language reader) {
    WordsSource phrases = Words.phrases(reader.locale());
    return Words.of(
        expression,
        use,
        new WordsSource() {
          @Override
          public String pattern(String key) {
            return phrases.pattern(key);
          }

          @Override
          public Locale locale() {
            return reader.locale();
          }

          @Override
          public String question(String other) {
            return form.label(other, reader);
          }

          @Override
          public String choice(String other, String code) {
            Question question = form.questions().get(other == null ? name : other);
            return question == null || question.list() == null
                ? code
                : form.choiceLabel(question.list(), code, reader);
          }
        });
  }
}
