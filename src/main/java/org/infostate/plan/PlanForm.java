package org.infostate.plan;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.infostate.planning.PriorityWeights;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;

/** What was written into the form of a plan, and what in it cannot be read. */
final class PlanForm {

  private static final double PERCENT = 100;
  private static final int DECIMALS = 9;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,9})?");
  private static final String SPACES = "[ \u00a0\u202f]";

  private final MultivaluedMap<String, String> posted;
  private final List<Problem> unreadable = new ArrayList<>();

  PlanForm(MultivaluedMap<String, String> posted) {
    this.posted = posted;
  }

  /** The order, in which what cannot be read is missing. */
  PlanOrder order() {
    Integer most = number("mostPerCountry");
    return new PlanOrder(
        posted.getFirst("title"),
        whole("assessment"),
        budgets(),
        most,
        percent("ldcShare"),
        percent("lowEndShare"),
        percent("yearlyLoss"),
        posted.getFirst("target"),
        weights(),
        whole("moreMoney"),
        number("draws"),
        whole("after"));
  }

  /** The fields filled with the terms of a plan, for its next version. */
  static MultivaluedMap<String, String> filled(PlanOrder order) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.putSingle("title", order.title());
    fields.putSingle("assessment", String.valueOf(order.assessment()));
    for (int year = 1; year <= order.budgets().size(); year++) {
      fields.putSingle("budget" + year, String.valueOf(order.budgets().get(year - 1)));
    }
    if (order.mostPerCountry() != null) {
      fields.putSingle("mostPerCountry", String.valueOf(order.mostPerCountry()));
    }
    fields.putSingle("ldcShare", plain(order.ldcShare() * PERCENT));
    fields.putSingle("lowEndShare", plain(order.lowEndShare() * PERCENT));
    fields.putSingle("yearlyLoss", plain(order.yearlyLoss() * PERCENT));
    order.weights().forEach((name, weight) -> fields.putSingle(name, plain(weight)));
    fields.putSingle("moreMoney", String.valueOf(order.moreMoney()));
    if (order.draws() > 0) {
      fields.putSingle("draws", String.valueOf(order.draws()));
    }
    fields.putSingle("after", String.valueOf(order.after()));
    return fields;
  }

  /** As short as it can be written, as the form reads it. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * What could not be read, then what is wrong with the rest of the order.
   *
   * @param found by whoever checks orders
   */
  List<Problem> all(List<Problem> found) {
    List<Problem> all = new ArrayList<>(unreadable);
    found.stream().filter(problem -> !told(problem.place().question())).forEach(all::add);
    return all;
  }

  /** Whether it was already said of a field, or of one of its years, that it cannot be read. */
  private boolean told(String field) {
    return field != null
        && unreadable.stream()
            .map(problem -> problem.place().question())
            .anyMatch(q -> q.equals(field) || field.equals("budgets") && q.startsWith("budget"));
  }

  /** A blank year before one that is filled has nothing to spend. */
  private List<Long> budgets() {
    List<Long> budgets = new ArrayList<>();
    for (int year = 1; year <= PlanOrder.MOST_YEARS; year++) {
      Long budget = whole("budget" + year);
      if (budget != null) {
        budgets.addAll(Collections.nCopies(year - 1 - budgets.size(), 0L));
        budgets.add(budget);
      }
    }
    return budgets;
  }

  /** Null where the field is blank. */
  private Long whole(String field) {
    String digits = read(field, WHOLE);
    return digits == null ? null : Long.valueOf(digits);
  }

  private Integer number(String field) {
    Long whole = whole(field);
    return whole == null ? null : (int) Math.min(whole, Integer.MAX_VALUE);
  }

  /** With a point or a comma before its decimals; null where the field is blank. */
  private Double weight(String field) {
    String number = read(field, DECIMAL);
    return number == null ? null : Double.valueOf(number.replace(',', '.'));
  }

  private Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String name : PriorityWeights.USUAL.named().keySet()) {
      Double weight = weight(name);
      if (weight != null) {
        weights.put(name, weight);
      }
    }
    return weights;
  }

  private Double percent(String field) {
    Double percent = weight(field);
    return percent == null ? null : percent / PERCENT;
  }

  private String read(String field, Pattern pattern) {
    String text = posted.getFirst(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    String number = text.strip().replaceAll(SPACES, "");
    if (!pattern.matcher(number).matches()) {
      unreadable.add(ProblemKind.BAD_PARAMETER.at(Place.question(field), text));
      return null;
    }
    return number;
  }
}
