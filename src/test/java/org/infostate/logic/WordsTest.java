package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordsTest {

  private static final Map<String, String> LABELS =
      Map.of("law", "Is there a law?", "staff", "Staff", "units", "Units", "kinds", "Offences");
  private static final Map<String, String> CHOICES = Map.of("yes", "Yes", "theft", "Theft");

  private static WordsSource in(Locale locale) {
    WordsSource phrases = Words.phrases(locale);
    return new WordsSource() {
      @Override
      public String pattern(String key) {
        return phrases.pattern(key);
      }

      @Override
      public Locale locale() {
        return locale;
      }

      @Override
      public String question(String name) {
        return LABELS.getOrDefault(name, name);
      }

      @Override
      public String choice(String question, String code) {
        return CHOICES.getOrDefault(code, code);
      }
    };
  }

  private static final String TABLE =
      """
      ${law} = 'yes'                           ~ “Is there a law?” is “Yes”
      ${law} != 'yes'                          ~ “Is there a law?” is not “Yes”
      not(${law} = 'yes')                      ~ “Is there a law?” is not “Yes”
      ${law} = ''                              ~ “Is there a law?” is not answered
      ${law} != ''                             ~ “Is there a law?” is answered
      selected(${kinds}, 'theft')              ~ “Offences” includes “Theft”
      not(selected(${kinds}, 'theft'))         ~ “Offences” does not include “Theft”
      . >= 0 and . <= 100                      ~ the answer is between 0 and 100
      . >= 0 and . <= ${staff}                 ~ the answer is between 0 and “Staff”
      . >= 0 and ${staff} <= 5                 ~ the answer is at least 0 and “Staff” is at most 5
      . > 2000                                 ~ the answer is greater than 2000
      . <= today()                             ~ the answer is not after today
      . > '2026-12-01'                         ~ the answer is after December 1, 2026
      ${law} = 'yes' and (${staff} > 1 or ${staff} = 0) ~ “Is there a law?” is “Yes” and (“Staff” is greater than 1 or “Staff” is 0)
      not(${law} = 'yes' or ${staff} < 1)      ~ “Is there a law?” is not “Yes” and “Staff” is at least 1
      count(${units}) > 0                      ~ the number of rows of “Units” is greater than 0
      sum(${staff}) div 2 > (1 + 2) * 3        ~ (the sum of “Staff”) ÷ 2 is greater than (1 + 2) × 3
      regex(., '[a-z]+')                       ~ the answer has the expected form
      not(regex(., '[a-z]+'))                  ~ it is not true that the answer has the expected form
      string-length() < 5                      ~ the length of the answer is less than 5
      if(${law} = 'yes', 1, 0) + 1             ~ (1 if “Is there a law?” is “Yes”, otherwise 0) + 1
      round(${staff} * 1.5, 1)                 ~ “Staff” × 1.5, rounded to 1 decimals
      max(1, ${staff}, 3)                      ~ the largest of 1, “Staff”, 3
      coalesce(${staff}, 0)                    ~ “Staff” or, where that is not answered, 0
      category = ${law}                        ~ “category” of the choice is “Is there a law?”
      true()                                   ~ always
      ${staff}                                 ~ “Staff”
      -${staff} < -5                           ~ −“Staff” is less than -5
      """;

  @TestFactory
  Stream<DynamicTest> expressionsAreSaidInPlainWords() {
    return TABLE
        .lines()
        .map(line -> line.split(" +~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertEquals(
                            row[1], Words.of(Expression.parse(row[0]), in(Locale.ENGLISH)))));
  }

  @Test
  void useIsSaidInTheReadersLanguage() {
    Expression expression = Expression.parse("${law} = 'yes'");
    Map<String, String> said =
        Map.of(
            "en", "asked only if “Is there a law?” is “Yes”",
            "fr", "posée seulement si « Is there a law? » est « Yes »",
            "es", "se pregunta solo si «Is there a law?» es «Yes»",
            "ru", "задаётся, только если «Is there a law?» — «Yes»",
            "zh", "仅当“Is there a law?”为“Yes”时提问",
            "ar", "يُطرح فقط إذا كان «Is there a law?» هو «Yes»");
    said.forEach(
        (tag, words) ->
            assertEquals(
                words, Words.of(expression, Use.RELEVANT, in(Locale.forLanguageTag(tag)))));
  }

  @Test
  void languagesHaveTheSamePhrasesWithTheSamePlaceholders() {
    for (String tag : List.of("ar", "zh", "fr", "ru", "es")) {
      Words.bundle("en")
          .forEach(
              (key, english) -> {
                String other = Words.bundle(tag).getProperty((String) key);
                assertEquals(
                    placeholders((String) english), placeholders(String.valueOf(other)), tag + key);
                assertFalse(other.isBlank());
              });
      assertEquals(Words.bundle("en").keySet(), Words.bundle(tag).keySet());
    }
  }

  private static Set<String> placeholders(String pattern) {
    Matcher matcher = Pattern.compile("\\{\\d\\}").matcher(pattern);
    return matcher.results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFunctionHasItsPhrase() {
    Set<Builtin> conditions = Set.of(Builtin.NOT, Builtin.TRUE, Builtin.FALSE, Builtin.SELECTED);
    Arrays.stream(Builtin.values())
        .filter(function -> !conditions.contains(function))
        .forEach(
            function ->
                assertTrue(
                    Words.bundle("en").containsKey("words.fn." + function.symbol()),
                    function.symbol()));
  }

  @Test
  void otherLanguagesGetEnglish() {
    assertEquals("always", Words.of(Expression.parse("true()"), Words.phrases(Locale.JAPANESE)));
  }
}
