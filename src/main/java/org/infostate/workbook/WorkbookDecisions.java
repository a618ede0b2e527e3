package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.Given;
import org.infostate.response.Held;

/**
 * Which answer stays in each conflict. In a form or an address, the field {@code w.question}
 * ({@code w.question.3} in row 3 of a table) says {@code online}; or {@code workbook}, where only
 * one workbook has an answer; or the number of the answer among those of the workbooks, from 1.
 */
record WorkbookDecisions(Map<AnswerKey, String> sides) {

  private static final String FIELD = "w.";
  private static final String ONLINE = "online";
  private static final String WORKBOOK = "workbook";

  /** The field in which a decision stands. */
  static String field(AnswerKey key) {
    return FIELD + key.field();
  }

  /** Decisions about these conflicts, from the fields of a form or an address. */
  static WorkbookDecisions of(List<Trial.Conflict> conflicts, UnaryOperator<String> fields) {
    Map<AnswerKey, String> sides = new HashMap<>();
    for (Trial.Conflict conflict : conflicts) {
      String side = fields.apply(field(conflict.key()));
      if (side != null && !side.isBlank()) {
        sides.put(conflict.key(), side);
      }
    }
    return new WorkbookDecisions(sides);
  }

  /** Decisions before it is known what there is to decide: every field of that kind. */
  static WorkbookDecisions of(Map<String, String> fields) {
    Map<AnswerKey, String> sides = new HashMap<>();
    fields.forEach(
        (name, side) -> {
          if (name.startsWith(FIELD)) {
            String[] parts = name.substring(FIELD.length()).split("\\.", 2);
            boolean row = parts.length == 2 && parts[1].matches("\\d{1,6}");
            sides.put(new AnswerKey(parts[0], row ? Integer.parseInt(parts[1]) : 0), side);
          }
        });
    return new WorkbookDecisions(sides);
  }

  /** Whether nothing is left to decide. */
  boolean settle(List<Trial.Conflict> conflicts) {
    return conflicts.stream().allMatch(conflict -> sides.containsKey(conflict.key()));
  }

  /**
   * The answers of workbooks that win; those of the page that win are not among them.
   *
   * @param otherwise which side wins where nothing was decided; null: neither
   * @throws ProblemException with every conflict that is undecided
   */
  Map<AnswerKey, Given> won(List<Trial.Conflict> conflicts, Trial.Side otherwise) {
    Map<AnswerKey, Given> won = new LinkedHashMap<>();
    List<Problem> open = new ArrayList<>();
    for (Trial.Conflict conflict : conflicts) {
      String side = sides.getOrDefault(conflict.key(), otherwise == null ? "" : code(otherwise));
      Optional<Given> offered = offered(conflict, side);
      if (offered.isPresent()) {
        won.put(conflict.key(), offered.get());
      } else if (!side.equals(ONLINE)) {
        open.add(undecided(conflict));
      }
    }
    if (!open.isEmpty()) {
      throw new ProblemException(open);
    }
    return won;
  }

  private static String code(Trial.Side side) {
    return side == Trial.Side.ONLINE ? ONLINE : WORKBOOK;
  }

  private static Optional<Given> offered(Trial.Conflict conflict, String side) {
    List<Trial.Offer> offers = conflict.offers();
    if (side.equals(WORKBOOK) && offers.size() == 1) {
      return Optional.of(offers.get(0).given());
    }
    int number = side.matches("[1-9]\\d{0,2}") ? Integer.parseInt(side) : 0;
    return number >= 1 && number <= offers.size()
        ? Optional.of(offers.get(number - 1).given())
        : Optional.empty();
  }

  private static Problem undecided(Trial.Conflict conflict) {
    Place place = conflict.offers().get(0).place();
    if (conflict.offers().size() == 1) {
      return ProblemKind.WORKBOOK_ANSWER_NEWER_ONLINE.at(place, shown(conflict.online()));
    }
    Place other = conflict.offers().get(1).place();
    return ProblemKind.WORKBOOK_FILES_DISAGREE.at(place, other.sheet() + " " + other.cell());
  }

  private static String shown(Held online) {
    return online == null || online.value() == null ? "–" : online.value();
  }
}
