package org.infostate.logic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The cells of a workbook, asked by the parts of an expression. */
final class ExcelCells {

  private static final int LONGEST_TEXT = 255;

  private final Cells cells;

  ExcelCells(Cells cells) {
    this.cells = cells;
  }

  Cells cells() {
    return cells;
  }

  String separator() {
    return cells.separator();
  }

  /** The question that a part stands for. */
  Optional<String> name(Node node) {
    if (node instanceof Node.Reference reference) {
      return Optional.of(reference.question());
    }
    return node instanceof Node.Self ? cells.selfName() : Optional.empty();
  }

  /** What a cell shows as a text; an error where it shows nothing. */
  static String answered(String cell) {
    return "IF(" + cell + "=\"\",NA()," + cell + "&\"\")";
  }

  static boolean isCell(Node node) {
    return node instanceof Node.Reference || node instanceof Node.Self;
  }

  String cellOf(Node node) {
    Optional<String> cell =
        node instanceof Node.Reference reference
            ? cells.cell(reference.question())
            : node instanceof Node.Self ? cells.self() : Optional.empty();
    String shown = node instanceof Node.Reference reference ? reference.question() : ".";
    return cell.orElseThrow(() -> new ExcelWriter.Obstacle(node, "excel.no-cell", shown));
  }

  /** The cell of a part that is one, where it holds numbers as the sort wants them. */
  Optional<String> numericCell(Node node, Sort wanted) {
    Sort own = sort(node);
    return isCell(node) && wanted == Sort.NUMBER && (own == Sort.NUMBER || own == Sort.ANY)
        ? Optional.of(cellOf(node))
        : Optional.empty();
  }

  /** The cell of a part that is one, where it holds a text or one code. */
  Optional<String> textCell(Node node) {
    refuseSeveral(node);
    return isCell(node) ? Optional.of(cellOf(node)) : Optional.empty();
  }

  /** The same codes in another order are the same selection: Excel cannot see that in a cell. */
  void refuseSeveral(Node node) {
    if (isKind(node, Kind.SELECT_MULTIPLE)) {
      throw new ExcelWriter.Obstacle(node, "excel.unclear");
    }
  }

  boolean isKind(Node node, Kind kind) {
    return name(node).flatMap(cells::kind).filter(kind::equals).isPresent();
  }

  /** A label is not what an expression means by the answer. */
  void refuseLabels(Node node) {
    name(node)
        .filter(cells::labelled)
        .filter(name -> sort(node) == Sort.CHOICES)
        .ifPresent(
            name -> {
              throw new ExcelWriter.Obstacle(node, "excel.labels", name);
            });
  }

  Optional<String> selectedCell(Node node, String code) {
    return name(node).flatMap(question -> cells.selected(question, code));
  }

  /** What the cell shows for a code. */
  String shown(Node question, String code) {
    return name(question).map(name -> cells.choice(name, code)).orElse(code);
  }

  String coded(Node.TextLiteral code, Node beside) {
    return quoted(code, sort(beside) == Sort.CHOICES ? shown(beside, code.text()) : code.text());
  }

  /** What a part gives; {@code ANY} where that cannot be told. */
  Sort sort(Node node) {
    if (node instanceof Node.TextLiteral) {
      return Sort.TEXT;
    }
    if (node instanceof Node.NumberLiteral || node instanceof Node.Negation) {
      return Sort.NUMBER;
    }
    if (node instanceof Node.Operation operation) {
      return operation.operator().calculates() ? Sort.NUMBER : Sort.TRUTH;
    }
    if (node instanceof Node.Call call) {
      return sort(call);
    }
    return name(node).flatMap(cells::kind).map(Kind::sort).orElse(Sort.ANY);
  }

  private Sort sort(Node.Call call) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case IF -> common(arguments.get(1), arguments.get(2));
      case COALESCE -> common(arguments.get(0), arguments.get(1));
      case MIN, MAX ->
          arguments.stream().allMatch(a -> sort(a) == Sort.DATE) ? Sort.DATE : Sort.NUMBER;
      default -> call.function().result();
    };
  }

  /** Whether this may come to values of different sorts, which the same text may spell. */
  boolean isMixed(Node node) {
    return sort(node) == Sort.ANY && !isCell(node);
  }

  private Sort common(Node left, Node right) {
    Sort a = sort(left);
    Sort b = sort(right);
    if (a == b || b == Sort.ANY) {
      return a;
    }
    // A number in one case and a text in the other: each is written as what it is.
    return a == Sort.ANY ? b : Sort.ANY;
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  static String quoted(Node node, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ExcelWriter.Obstacle(node, "excel.too-large");
    }
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
