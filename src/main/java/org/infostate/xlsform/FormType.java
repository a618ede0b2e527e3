package org.infostate.xlsform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infostate.questionnaire.QuestionType;

/**
 * What may stand in the column {@code type}, under every spelling that XLSForm has had for it. An
 * underscore stands for a gap too, and letters may be large or small.
 */
enum FormType {
  TEXT(QuestionType.TEXT, "text", "string"),
  INTEGER(QuestionType.INTEGER, "integer", "int"),
  DECIMAL(QuestionType.DECIMAL, "decimal"),
  DATE(QuestionType.DATE, "date"),
  SELECT_ONE(
      QuestionType.SELECT_ONE,
      "select_one",
      "select1",
      "select_one_from",
      "add_select_one_prompt_using"),
  SELECT_MULTIPLE(
      QuestionType.SELECT_MULTIPLE,
      "select_multiple",
      "select_all_that_apply",
      "select_all_that_apply_from",
      "add_select_multiple_prompt_using"),
  NOTE(QuestionType.NOTE, "note"),
  CALCULATE(QuestionType.CALCULATE, "calculate"),
  FILE(QuestionType.FILE, "file", "add_file_prompt"),
  BEGIN_GROUP("begin_group"),
  END_GROUP("end_group"),
  BEGIN_REPEAT("begin_repeat", "begin_lgroup", "begin_looped_group"),
  END_REPEAT("end_repeat", "end_lgroup", "end_looped_group"),

  /** Asks nothing of people: left out with a warning. */
  METADATA(
      Fate.LEFT_OUT,
      "",
      "start",
      "end",
      "today",
      "deviceid",
      "imei",
      "subscriberid",
      "simserial",
      "phonenumber",
      "username",
      "email",
      "uuid",
      "audit",
      "start-geopoint",
      "background-geopoint",
      "background-audio"),
  DATE_AND_TIME(Fate.REFUSED, "date", "datetime", "time"),
  RANGE(Fate.REFUSED, "integer, decimal", "range"),
  RANK(Fate.REFUSED, "select_multiple", "rank"),
  ACKNOWLEDGE(Fate.REFUSED, "select_one", "acknowledge", "trigger"),
  MEDIA(
      Fate.REFUSED,
      "file",
      "image",
      "photo",
      "audio",
      "video",
      "add_image_prompt",
      "add_photo_prompt",
      "add_audio_prompt",
      "add_video_prompt"),
  PLACE(Fate.REFUSED, "text", "geopoint", "geotrace", "geoshape", "location", "osm"),
  BARCODE(Fate.REFUSED, "text", "barcode"),
  HIDDEN(Fate.REFUSED, "calculate", "hidden"),
  CHOICES_ELSEWHERE(
      Fate.REFUSED,
      "select_one, select_multiple",
      "select_one_from_file",
      "select_multiple_from_file",
      "select_one_external",
      "cascading_select"),
  DATA_ELSEWHERE(Fate.REFUSED, "calculate", "xml-external", "csv-external"),
  LOOP(Fate.REFUSED, "begin_repeat", "begin_loop", "end_loop");

  private static final List<List<String>> OR_OTHER =
      List.of(List.of("or_other"), List.of("or", "other"), List.of("or", "specify", "other"));

  /** What happens to a row of the type. */
  enum Fate {
    QUESTION,
    BRACKET,
    LEFT_OUT,
    REFUSED
  }

  /**
   * A type cell, understood.
   *
   * @param list the list of choices of a select question; otherwise null
   * @param orOther whether another answer may be written in
   */
  record Written(FormType type, String list, boolean orOther) {}

  private final Fate fate;
  private final QuestionType question;
  private final String instead;
  private final List<String> spellings;

  FormType(QuestionType question, String... spellings) {
    this(Fate.QUESTION, question, "", spellings);
  }

  FormType(String... spellings) {
    this(Fate.BRACKET, null, "", spellings);
  }

  FormType(Fate fate, String instead, String... spellings) {
    this(fate, null, instead, spellings);
  }

  FormType(Fate fate, QuestionType question, String instead, String... spellings) {
    this.fate = fate;
    this.question = question;
    this.instead = instead;
    this.spellings = List.of(spellings);
  }

  Fate fate() {
    return fate;
  }

  /** Null where it is none of ours. */
  QuestionType question() {
    return question;
  }

  /** What to use in place of what is refused. */
  String instead() {
    return instead;
  }

  List<String> spellings() {
    return spellings;
  }

  /** Understands a type cell; empty where it says nothing that is known. */
  static Optional<Written> of(String cell) {
    List<String> words = List.of(cell.strip().split("[\\s\\u00a0]+"));
    for (int length = words.size(); length > 0; length--) {
      String spelt = String.join("_", words.subList(0, length)).toLowerCase(Locale.ROOT);
      List<String> rest = words.subList(length, words.size());
      for (FormType type : values()) {
        if (type.spellings.contains(spelt) && type.takes(rest)) {
          return Optional.of(type.written(rest));
        }
      }
    }
    return Optional.empty();
  }

  private boolean takes(List<String> rest) {
    boolean select = question != null && question.select();
    return fate == Fate.REFUSED
        || (select
            ? rest.size() == 1
                || rest.size() > 1 && OR_OTHER.contains(small(rest.subList(1, rest.size())))
            : rest.isEmpty());
  }

  private static List<String> small(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private Written written(List<String> rest) {
    boolean select = question != null && question.select();
    return new Written(this, select ? rest.get(0) : null, select && rest.size() > 1);
  }

  /** What may be written, for the message. */
  static String known() {
    return String.join(
        ", ",
        Arrays.stream(values())
            .filter(type -> type.fate == Fate.QUESTION || type.fate == Fate.BRACKET)
            .map(type -> type.spellings.get(0))
            .toList());
  }
}
