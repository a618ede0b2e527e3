package org.infostate.logic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes conditions as Excel formulas, on two rails: what makes them surely true, and what makes
 * them surely false. What values they compare is written by {@link ExcelValues}.
 */
final class ExcelWriter {

  static final String TRUE = "TRUE";
  static final String FALSE = "FALSE";

  private final ExcelCells cells;
  private final ExcelValues values;
  private final int budget = 4 * ExcelFormula.LONGEST;

  ExcelWriter(Cells cells) {
    this.cells = new ExcelCells(cells);
    this.values = new ExcelValues(this.cells, this);
  }

  /** Something that Excel cannot say. */
  static final class Obstacle extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    Obstacle(Node node, String code, String... arguments) {
      super(code, null, false, false);
      this.finding = Finding.warning(node.position(), code, arguments);
    }

    Finding finding() {
      return finding;
    }
  }

  String value(Node node) {
    Sort sort = cells.sort(node);
    return values.value(node, sort == Sort.TRUTH ? Sort.ANY : sort);
  }

  /** A condition that is TRUE just where the node is true; never an error. */
  String surely(Node node) {
    return bounded(node, rail(node, true));
  }

  /** A condition that is TRUE just where the node is false; never an error. */
  String surelyNot(Node node) {
    return bounded(node, rail(node, false));
  }

  /** Stops before a formula that is too large anyway takes all memory. */
  String bounded(Node node, String formula) {
    if (formula.length() > budget) {
      throw new Obstacle(node, "excel.too-large");
    }
    return formula;
  }

  private String rail(Node node, boolean wanted) {
    if (node instanceof Node.Operation operation) {
      if (operation.operator().joins()) {
        return joined(operation, wanted);
      }
      if (!operation.operator().calculates()) {
        return comparison(operation, wanted);
      }
    }
    return node instanceof Node.Call call ? called(call, wanted) : truthOfValue(node, wanted);
  }

  private String joined(Node.Operation operation, boolean wanted) {
    boolean all = operation.operator() == Operator.AND == wanted;
    List<String> parts = new ArrayList<>();
    flatten(operation, operation.operator(), wanted, parts);
    return (all ? "AND(" : "OR(") + String.join(",", parts) + ")";
  }

  private void flatten(Node node, Operator operator, boolean wanted, List<String> parts) {
    if (node instanceof Node.Operation operation && operation.operator() == operator) {
      flatten(operation.left(), operator, wanted, parts);
      flatten(operation.right(), operator, wanted, parts);
    } else {
      parts.add(wanted ? surely(node) : surelyNot(node));
    }
    if (parts.size() > 250) {
      throw new Obstacle(node, "excel.too-large");
    }
  }

  private String called(Node.Call call, boolean wanted) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case TRUE -> wanted ? TRUE : FALSE;
      case FALSE -> wanted ? FALSE : TRUE;
      case NOT -> rail(arguments.get(0), !wanted);
      case BOOLEAN -> rail(arguments.get(0), wanted);
      case IF -> chosen(arguments, wanted);
      case SELECTED -> selected(call, wanted);
      case CONTAINS -> contains(arguments, wanted);
      case STARTS_WITH -> edge("LEFT", arguments, wanted);
      case ENDS_WITH -> edge("RIGHT", arguments, wanted);
      case BOOLEAN_FROM_STRING -> spelled(arguments.get(0), wanted);
      case REGEX -> throw new Obstacle(call, "excel.function", call.function().symbol());
      default -> truthOfValue(call, wanted);
    };
  }

  private String chosen(List<Node> arguments, boolean wanted) {
    Node condition = arguments.get(0);
    return "OR(AND("
        + surely(condition)
        + ","
        + rail(arguments.get(1), wanted)
        + "),AND("
        + surelyNot(condition)
        + ","
        + rail(arguments.get(2), wanted)
        + "))";
  }

  /** A number holds unless zero, a text unless empty, a date always. */
  private String truthOfValue(Node node, boolean wanted) {
    Sort sort = cells.sort(node);
    return switch (sort) {
      case NUMBER -> tested(values.value(node, sort) + (wanted ? "<>0" : "=0"));
      case DATE -> wanted ? tested("ISNUMBER(" + values.value(node, sort) + ")") : FALSE;
      case TEXT, CHOICES ->
          tested("LEN(" + values.value(node, Sort.TEXT) + ")" + (wanted ? ">0" : "=0"));
      default -> throw new Obstacle(node, "excel.unclear");
    };
  }

  private static String tested(String condition) {
    return "IFERROR(" + condition + ",FALSE)";
  }

  static String not(String condition) {
    return switch (condition) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      default -> "NOT(" + condition + ")";
    };
  }

  // Comparisons

  private String comparison(Node.Operation operation, boolean wanted) {
    Operator operator = wanted ? operation.operator() : operation.operator().opposite();
    Node left = operation.left();
    Node right = operation.right();
    if (Evaluator.isEmptyText(left) || Evaluator.isEmptyText(right)) {
      String blank = values.blank(Evaluator.isEmptyText(right) ? left : right);
      return operator == Operator.EQUAL ? blank : not(blank);
    }
    Sort a = cells.sort(left);
    Sort b = cells.sort(right);
    if (operator.equates() && (cells.isMixed(left) || cells.isMixed(right))) {
      throw new Obstacle(operation, "excel.unclear");
    }
    if (a == Sort.TRUTH || b == Sort.TRUTH) {
      return ofTruths(operation, operator);
    }
    if (operator.orders()) {
      boolean dates = dates(left, a, right, b);
      return compared(operator, left, right, dates ? Sort.DATE : Sort.NUMBER);
    }
    if (a == Sort.NUMBER || b == Sort.NUMBER) {
      return compared(operator, left, right, Sort.NUMBER);
    }
    if (a == Sort.DATE || b == Sort.DATE) {
      return compared(operator, left, right, Sort.DATE);
    }
    if (a == Sort.ANY && b == Sort.ANY) {
      return compared(operator, left, right, Sort.ANY);
    }
    return ofTexts(operator, left, right);
  }

  private static boolean dates(Node left, Sort a, Node right, Sort b) {
    boolean leftDate = a == Sort.DATE || spellsDate(left);
    boolean rightDate = b == Sort.DATE || spellsDate(right);
    return leftDate && rightDate || leftDate && b == Sort.ANY || rightDate && a == Sort.ANY;
  }

  private static boolean spellsDate(Node node) {
    return node instanceof Node.TextLiteral text && Spelling.date(text.text()).isPresent();
  }

  private String ofTruths(Node.Operation operation, Operator operator) {
    if (operator.orders()) {
      throw new Obstacle(operation, "excel.unclear");
    }
    Node left = operation.left();
    Node right = operation.right();
    boolean alike = operator == Operator.EQUAL;
    return "OR(AND("
        + surely(left)
        + ","
        + (alike ? surely(right) : surelyNot(right))
        + "),AND("
        + surelyNot(left)
        + ","
        + (alike ? surelyNot(right) : surely(right))
        + "))";
  }

  private String compared(Operator operator, Node left, Node right, Sort sort) {
    String symbol = operator == Operator.NOT_EQUAL ? "<>" : operator.symbol();
    Optional<String> cell = cells.numericCell(left, sort);
    if (cell.isPresent() && right instanceof Node.NumberLiteral number) {
      return "AND(ISNUMBER("
          + cell.get()
          + "),"
          + cell.get()
          + symbol
          + ExcelCells.number(number.number())
          + ")";
    }
    if (operator == Operator.NOT_EQUAL && (isText(left) || isText(right))) {
      // A text that spells no number differs from every number.
      return "AND("
          + known(left)
          + ","
          + known(right)
          + ","
          + not(compared(Operator.EQUAL, left, right, sort))
          + ")";
    }
    return tested(values.value(left, sort) + symbol + values.value(right, sort));
  }

  private boolean isText(Node node) {
    return cells.sort(node) == Sort.TEXT;
  }

  private String known(Node node) {
    return "NOT(ISERROR(" + value(node) + "))";
  }

  /** EXACT, because Excel's equals sign takes upper and lower case as the same. */
  private String ofTexts(Operator operator, Node left, Node right) {
    boolean equal = operator == Operator.EQUAL;
    cells.refuseSeveral(right);
    Optional<String> cell = cells.textCell(left);
    if (cell.isPresent() && right instanceof Node.TextLiteral text) {
      String same = "EXACT(" + cell.get() + "," + cells.coded(text, left) + ")";
      return equal ? same : "AND(" + cell.get() + "<>\"\",NOT(" + same + "))";
    }
    String same = "EXACT(" + values.text(left, right) + "," + values.text(right, left) + ")";
    return tested(equal ? same : not(same));
  }

  // Functions that are conditions

  private String selected(Node.Call call, boolean wanted) {
    Node question = call.arguments().get(0);
    if (!(call.arguments().get(1) instanceof Node.TextLiteral code)) {
      throw new Obstacle(call, "excel.function", call.function().symbol());
    }
    if (cells.isKind(question, Kind.SELECT_ONE)) {
      return ofTexts(wanted ? Operator.EQUAL : Operator.NOT_EQUAL, question, code);
    }
    Optional<String> own = cells.selectedCell(question, code.text());
    String found =
        own.orElseGet(
            () -> {
              String cell = cells.cellOf(question);
              String gap = ExcelCells.quoted(call, cells.separator());
              String shown =
                  ExcelCells.quoted(
                      call,
                      cells.separator() + cells.shown(question, code.text()) + cells.separator());
              return "ISNUMBER(FIND(" + shown + "," + gap + "&" + cell + "&" + gap + "))";
            });
    return wanted ? found : "AND(" + not(values.blank(question)) + "," + not(found) + ")";
  }

  private String contains(List<Node> arguments, boolean wanted) {
    String text = values.value(arguments.get(0), Sort.TEXT);
    String part = values.value(arguments.get(1), Sort.TEXT);
    String found = "FIND(" + part + "," + text + ")";
    return wanted
        ? "ISNUMBER(" + found + ")"
        : "AND(NOT(ISERROR(" + text + ")),NOT(ISERROR(" + part + ")),ISERROR(" + found + "))";
  }

  private String edge(String function, List<Node> arguments, boolean wanted) {
    String text = values.value(arguments.get(0), Sort.TEXT);
    String part = values.value(arguments.get(1), Sort.TEXT);
    String same = "EXACT(" + function + "(" + text + ",LEN(" + part + "))," + part + ")";
    return tested(wanted ? same : not(same));
  }

  private String spelled(Node node, boolean wanted) {
    String text = values.value(node, Sort.TEXT);
    String yes = "OR(" + text + "=\"true\",EXACT(" + text + ",\"1\"))";
    return tested(wanted ? yes : not(yes));
  }

  static String date(LocalDate day) {
    return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
  }
}
