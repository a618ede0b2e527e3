package org.infostate.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Texts with what is filled into them. */
class TextsTest {

  private static final String EXPRESSION = "${moat} = 'yes' and . >= 1";

  private static String said(Language language, Object argument) {
    return Texts.in(language).text("problem.1253", argument);
  }

  @Test
  void whatIsFilledInKeepsItsDirectionInAnArabicText() {
    assertTrue(
        said(Language.AR, EXPRESSION).contains("\u2068" + EXPRESSION + "\u2069"),
        said(Language.AR, EXPRESSION));
    Phrase phrase = language -> EXPRESSION;
    assertEquals(said(Language.AR, EXPRESSION), said(Language.AR, phrase));
  }

  @Test
  void numbersAndOtherLanguagesNeedNothing() {
    assertEquals(-1, said(Language.AR, "2026").indexOf('\u2068'));
    assertEquals(-1, said(Language.AR, 1_250).indexOf('\u2068'));
    assertEquals(-1, said(Language.AR, "https://infostate.example/").indexOf('\u2068'));
    for (Language language : Language.values()) {
      if (!language.rightToLeft()) {
        assertEquals(-1, said(language, EXPRESSION).indexOf('\u2068'));
      }
    }
  }
}
