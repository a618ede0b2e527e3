package org.infostate.xlsform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of each sheet that are known, under every heading that XLSForm has had for them. The
 * first spelling is the one that is written.
 */
enum FormColumns {
  SURVEY(
      read("type", "command"),
      read("name", "tag", "value"),
      translated("label", "caption"),
      translated("hint"),
      read("required", "bind::required"),
      read("relevant", "relevance", "bind::relevant"),
      read("constraint", "bind::constraint"),
      translated(
          "constraint_message",
          "constraining_message",
          "jr:constraintmsg",
          "bind::jr:constraintmsg"),
      read("calculation", "calculate", "bind::calculate"),
      read("choice_filter"),
      read("indicator"),
      read("register"),
      read("evidence"),
      read("confidentiality"),
      read("reference"),
      read("disabled"),
      refused("default"),
      refused("read_only", "readonly", "bind::readonly"),
      refused("repeat_count", "count", "jr:count"),
      refused("trigger"),
      leftOut("appearance", "control::appearance", "body::appearance"),
      leftOut("parameters"),
      leftOut("guidance_hint"),
      leftOut("required_message", "requiredmsg", "jr:requiredmsg", "bind::jr:requiredmsg"),
      leftOut("image", "media::image"),
      leftOut("big-image", "media::big-image"),
      leftOut("audio", "media::audio"),
      leftOut("video", "media::video"),
      leftOut("autoplay"),
      leftOut("rows"),
      leftOut("intent"),
      leftOut("save_to"),
      leftOut("no_app_error_string", "noapperrorstring"),
      leftOut("hxl")),
  CHOICES(
      read("list_name"),
      read("name", "value"),
      translated("label", "caption"),
      leftOut("image", "media::image"),
      leftOut("big-image", "media::big-image"),
      leftOut("audio", "media::audio"),
      leftOut("video", "media::video"),
      leftOut("geometry")),
  SETTINGS(
      read("form_title", "title", "set_form_title"),
      read("form_id", "id_string", "set_form_id"),
      read("version"),
      read("default_language")),
  /** Ours: what is known of each language of the form. */
  LANGUAGES(read("language"), read("review"), read("title"), read("description"));

  /** What happens to a column. */
  enum Treatment {
    READ,
    /** Left out with a warning: it changes nothing of what is asked. */
    LEFT_OUT,
    /** Refused where it is filled: without it the form would ask something else. */
    REFUSED
  }

  /**
   * A column.
   *
   * @param translated whether there may be one for each language
   */
  record Column(String name, Treatment treatment, boolean translated, List<String> spellings) {}

  private final Map<String, Column> bySpelling = new LinkedHashMap<>();

  FormColumns(Column... columns) {
    for (Column column : columns) {
      column.spellings().forEach(spelling -> bySpelling.put(spelling, column));
    }
  }

  private static Column read(String... spellings) {
    return new Column(spellings[0], Treatment.READ, false, List.of(spellings));
  }

  private static Column translated(String... spellings) {
    return new Column(spellings[0], Treatment.READ, true, List.of(spellings));
  }

  private static Column leftOut(String... spellings) {
    return new Column(spellings[0], Treatment.LEFT_OUT, true, List.of(spellings));
  }

  private static Column refused(String... spellings) {
    return new Column(spellings[0], Treatment.REFUSED, false, List.of(spellings));
  }

  /** As the sheet is called. */
  String sheet() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Column> columns() {
    return bySpelling.values().stream().distinct().toList();
  }

  /** The column of a heading without its language; small and large letters are the same. */
  Optional<Column> find(String heading) {
    return Optional.ofNullable(bySpelling.get(plain(heading)));
  }

  /** The sheet of this name, however it is spelt. */
  static Optional<FormColumns> ofSheet(String name) {
    return Arrays.stream(values()).filter(each -> each.sheet().equals(plain(name))).findFirst();
  }

  /** In small letters, with one underscore for each gap. */
  static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_\\u00a0]+", "_");
  }
}
