package org.infostate.logic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers for tests, told as a text: {@code a=1; b='x'; c=[p q]; d=2026-12-01; e=true; f=;
 * units(n=1 | n=2 | n=)}. What has nothing after its equals sign is not answered; an exclamation
 * mark there means not asked.
 */
final class Filled implements Answers {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, List<Filled>> rosters = new LinkedHashMap<>();
  private final List<String> unasked = new ArrayList<>();
  private final Filled outside;
  private final int position;

  private Filled(Filled outside, int position) {
    this.outside = outside;
    this.position = position;
  }

  static Filled of(String told) {
    Filled filled = new Filled(null, 0);
    filled.read(told, ";");
    return filled;
  }

  private void read(String told, String separator) {
    for (String part : told.split(java.util.regex.Pattern.quote(separator))) {
      String text = part.strip();
      if (text.matches("\\w+\\(.*\\)")) {
        String name = text.substring(0, text.indexOf('(')).strip();
        List<Filled> rows = new ArrayList<>();
        String inside = text.substring(text.indexOf('(') + 1, text.length() - 1);
        for (String row : inside.isBlank() ? new String[0] : inside.split("\\|", -1)) {
          Filled filled = new Filled(this, rows.size() + 1);
          filled.read(row, ",");
          rows.add(filled);
        }
        rosters.put(name, rows);
      } else if (!text.isEmpty()) {
        int equals = text.indexOf('=');
        String name = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        if (value.equals("!")) {
          unasked.add(name);
        }
        values.put(name, told(value));
      }
    }
  }

  static Value told(String told) {
    if (told.isEmpty() || told.equals("!") || told.equals("unknown")) {
      return Value.UNKNOWN;
    }
    if (told.startsWith("'")) {
      return Value.of(told.substring(1, told.length() - 1));
    }
    if (told.startsWith("[")) {
      String codes = told.substring(1, told.length() - 1).strip();
      return Value.ofChoices(codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" +")));
    }
    if (told.equals("true") || told.equals("false")) {
      return Value.of(Boolean.parseBoolean(told));
    }
    return told.matches("\\d{4}-\\d\\d-\\d\\d")
        ? Value.of(LocalDate.parse(told))
        : Value.of(new BigDecimal(told));
  }

  Filled row(String roster, int number) {
    return rosters.get(roster).get(number - 1);
  }

  @Override
  public Value value(String question) {
    Value own = values.get(question);
    if (own != null) {
      return own;
    }
    return outside == null ? Value.UNKNOWN : outside.value(question);
  }

  @Override
  public List<Answers> rows(String name) {
    if (outside != null) {
      return outside.rows(name);
    }
    return rosters.entrySet().stream()
        .filter(
            roster ->
                roster.getKey().equals(name)
                    || roster.getValue().stream().anyMatch(row -> row.values.containsKey(name)))
        .findFirst()
        .map(roster -> List.<Answers>copyOf(roster.getValue()))
        .orElse(List.of());
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public Value self() {
    return value("self");
  }

  @Override
  public boolean asked(String question) {
    return !unasked.contains(question);
  }

  @Override
  public int position() {
    return position;
  }
}
