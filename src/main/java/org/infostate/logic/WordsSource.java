package org.infostate.logic;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What {@link Words} need: phrases of a language, and what the form calls its questions in it. */
public interface WordsSource {

  /**
   * The pattern of a phrase, with <code>{0}</code>, <code>{1}</code> as in {@link
   * java.text.MessageFormat}; apostrophes stand for themselves. {@link Words#phrases} has them all.
   */
  String pattern(String key);

  Locale locale();

  /** The label of a question, roster or section. */
  default String question(String name) {
    return name;
  }

  /**
   * The label of a choice.
   *
   * @param question null for the question that the expression belongs to
   */
  default String choice(String question, String code) {
    return code;
  }

  /** A number, without grouping: it may be a year. */
  default String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(12);
    return format.format(number);
  }

  default String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(date);
  }
}
