package org.infostate.logic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes values as Excel formulas; what is unknown is an error there. */
final class ExcelValues {

  /** Excel's number of 1970-01-01, from which our days are counted. */
  private static final String EPOCH = "25569";

  private final ExcelCells sheet;
  private final Cells cells;
  private final ExcelWriter conditions;

  ExcelValues(ExcelCells sheet, ExcelWriter conditions) {
    this.sheet = sheet;
    this.cells = sheet.cells();
    this.conditions = conditions;
  }

  /** A text, or a code as the cell beside it shows it; beside such a cell, what a cell shows. */
  String text(Node node, Node beside) {
    if (node instanceof Node.TextLiteral literal) {
      return sheet.coded(literal, beside);
    }
    boolean both = sheet.sort(node) == Sort.CHOICES && sheet.sort(beside) == Sort.CHOICES;
    return both && ExcelCells.isCell(node)
        ? ExcelCells.answered(sheet.cellOf(node))
        : value(node, Sort.TEXT);
  }

  /** A condition for whether nothing is there. */
  String blank(Node node) {
    Optional<String> several = sheet.name(node).flatMap(cells::countSelected);
    if (several.isPresent()) {
      return several.get() + "=0";
    }
    return ExcelCells.isCell(node)
        ? sheet.cellOf(node) + "=\"\""
        : "IFERROR(" + value(node, sheet.sort(node)) + "=\"\",TRUE)";
  }

  // Values

  String value(Node node, Sort wanted) {
    return conditions.bounded(node, written(node, wanted));
  }

  private String written(Node node, Sort wanted) {
    if (node instanceof Node.TextLiteral text) {
      return literal(text, wanted);
    }
    if (node instanceof Node.NumberLiteral number) {
      String written = ExcelCells.number(number.number());
      return wanted == Sort.TEXT
          ? ExcelCells.quoted(node, written)
          : converted(node, written, Sort.NUMBER, wanted);
    }
    if (ExcelCells.isCell(node)) {
      return cell(node, wanted);
    }
    Sort own = sheet.sort(node);
    if (own == Sort.TRUTH && wanted != Sort.ANY) {
      boolean text = wanted == Sort.TEXT;
      return "IF("
          + conditions.surely(node)
          + (text ? ",\"true\",IF(" : ",1,IF(")
          + conditions.surelyNot(node)
          + (text ? ",\"false\",NA()))" : ",0,NA()))");
    }
    if (own == Sort.TRUTH) {
      return "IF("
          + conditions.surely(node)
          + ",TRUE,IF("
          + conditions.surelyNot(node)
          + ",FALSE,NA()))";
    }
    String value = node instanceof Node.Call call ? called(call, wanted) : arithmetic(node);
    return converted(node, value, own, wanted);
  }

  private String converted(Node node, String value, Sort own, Sort wanted) {
    boolean branches =
        node instanceof Node.Call call
            && (call.function() == Builtin.IF || call.function() == Builtin.COALESCE);
    if (own == wanted || wanted == Sort.ANY || own == Sort.ANY || branches) {
      return value;
    }
    return switch (wanted) {
      case NUMBER -> own == Sort.DATE ? "(" + value + "-" + EPOCH + ")" : "VALUE(" + value + ")";
      case TEXT -> {
        if (own == Sort.DATE) {
          throw new ExcelWriter.Obstacle(node, "excel.date-as-text");
        }
        yield "(" + value + "&\"\")";
      }
      case DATE -> own == Sort.NUMBER ? "(TRUNC(" + value + ")+" + EPOCH + ")" : unclear(node);
      default -> value;
    };
  }

  private static String unclear(Node node) {
    throw new ExcelWriter.Obstacle(node, "excel.unclear");
  }

  private static String literal(Node.TextLiteral text, Sort wanted) {
    if (wanted == Sort.DATE) {
      return Spelling.date(text.text()).map(ExcelWriter::date).orElse("NA()");
    }
    return wanted == Sort.NUMBER
        ? Spelling.number(text.text()).map(ExcelCells::number).orElse("NA()")
        : ExcelCells.quoted(text, text.text());
  }

  private String cell(Node node, Sort wanted) {
    String cell = sheet.cellOf(node);
    Sort own = sheet.sort(node);
    boolean text = own == Sort.TEXT || own == Sort.CHOICES;
    return switch (wanted) {
      case NUMBER -> {
        if (own == Sort.CHOICES) {
          yield unclear(node);
        }
        yield text
            ? "IF(" + cell + "=\"\",NA(),VALUE(" + cell + "))"
            : "IF(ISNUMBER("
                + cell
                + "),"
                + cell
                + (own == Sort.DATE ? "-" + EPOCH : "")
                + ",NA())";
      }
      case DATE -> {
        if (own == Sort.NUMBER || text) {
          yield unclear(node);
        }
        yield "IF(ISNUMBER(" + cell + ")," + cell + ",NA())";
      }
      case TEXT -> {
        if (own == Sort.DATE) {
          throw new ExcelWriter.Obstacle(node, "excel.date-as-text");
        }
        sheet.refuseLabels(node);
        yield ExcelCells.answered(cell);
      }
      default -> "IF(" + cell + "=\"\",NA()," + cell + ")";
    };
  }

  private String arithmetic(Node node) {
    if (node instanceof Node.Negation negation) {
      return "(-" + value(negation.operand(), Sort.NUMBER) + ")";
    }
    if (!(node instanceof Node.Operation operation)) {
      return unclear(node);
    }
    String left = value(operation.left(), Sort.NUMBER);
    String right = value(operation.right(), Sort.NUMBER);
    return switch (operation.operator()) {
      case PLUS -> "(" + left + "+" + right + ")";
      case MINUS -> "(" + left + "-" + right + ")";
      case TIMES -> "(" + left + "*" + right + ")";
      case DIV -> "(" + left + "/" + right + ")";
      // Excel's MOD takes the sign of the divisor, ours that of the dividend.
      default -> "(" + left + "-" + right + "*TRUNC(" + left + "/" + right + "))";
    };
  }

  private String called(Node.Call call, Sort wanted) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case IF ->
          "IF("
              + conditions.surely(arguments.get(0))
              + ","
              + value(arguments.get(1), wanted)
              + ",IF("
              + conditions.surelyNot(arguments.get(0))
              + ","
              + value(arguments.get(2), wanted)
              + ",NA()))";
      case COALESCE -> coalesced(arguments, wanted);
      case NUMBER_OF -> value(arguments.get(0), Sort.NUMBER);
      case STRING -> value(arguments.get(0), Sort.TEXT);
      case INT -> function("TRUNC", arguments, Sort.NUMBER);
      case ROUND ->
          "ROUND("
              + value(arguments.get(0), Sort.NUMBER)
              + ","
              + (arguments.size() > 1 ? value(arguments.get(1), Sort.NUMBER) : "0")
              + ")";
      case ABS, SQRT, EXP, LOG10 -> function(call.function().name(), arguments, Sort.NUMBER);
      case POW -> function("POWER", arguments, Sort.NUMBER);
      case LOG -> function("LN", arguments, Sort.NUMBER);
      case PI -> "PI()";
      case TODAY -> "TODAY()";
      case DATE_OF -> value(arguments.get(0), Sort.DATE);
      case DECIMAL_DATE_TIME -> "(" + value(arguments.get(0), Sort.DATE) + "-" + EPOCH + ")";
      case STRING_LENGTH -> "LEN(" + own(arguments) + ")";
      case NORMALIZE_SPACE -> "TRIM(" + own(arguments) + ")";
      case CONCAT ->
          arguments.stream()
              .map(argument -> single(argument, Sort.TEXT))
              .collect(Collectors.joining("&", "(", ")"));
      case SUBSTRING_BEFORE, SUBSTRING_AFTER -> cut(call);
      case SUBSTR -> substr(call);
      case COUNT_SELECTED -> countSelected(arguments.get(0));
      case COUNT, COUNT_NON_EMPTY, SUM, MIN, MAX -> total(call);
      case POSITION ->
          cells.position().orElseThrow(() -> new ExcelWriter.Obstacle(call, "excel.no-cell", ".."));
      default -> throw new ExcelWriter.Obstacle(call, "excel.function", call.function().symbol());
    };
  }

  private String coalesced(List<Node> arguments, Sort wanted) {
    Node first = arguments.get(0);
    String value = value(first, wanted);
    boolean text = wanted == Sort.TEXT && !ExcelCells.isCell(first);
    String known = text ? "IF(" + value + "=\"\",NA()," + value + ")" : value;
    return "IFERROR(" + known + "," + value(arguments.get(1), wanted) + ")";
  }

  private String function(String name, List<Node> arguments, Sort wanted) {
    return arguments.stream()
        .map(argument -> value(argument, wanted))
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private String own(List<Node> arguments) {
    return value(arguments.isEmpty() ? new Node.Self(0) : arguments.get(0), Sort.TEXT);
  }

  /** An argument that may be rows and here must not be. */
  private String single(Node node, Sort wanted) {
    if (node instanceof Node.Reference reference && cells.range(reference.question()).isPresent()) {
      throw new ExcelWriter.Obstacle(node, "excel.rows", reference.question());
    }
    return value(node, wanted);
  }

  private String cut(Node.Call call) {
    String text = value(call.arguments().get(0), Sort.TEXT);
    String mark = value(call.arguments().get(1), Sort.TEXT);
    String found = "FIND(" + mark + "," + text + ")";
    String part =
        call.function() == Builtin.SUBSTRING_BEFORE
            ? "LEFT(" + text + "," + found + "-1)"
            : "MID(" + text + "," + found + "+LEN(" + mark + ")," + Value.LONGEST_TEXT + ")";
    return "IF(ISERROR(" + text + "&" + mark + "),NA(),IFERROR(" + part + ",\"\"))";
  }

  private String substr(Node.Call call) {
    List<Node> arguments = call.arguments();
    if (!arguments.subList(1, arguments.size()).stream()
        .allMatch(Node.NumberLiteral.class::isInstance)) {
      throw new ExcelWriter.Obstacle(call, "excel.function", call.function().symbol());
    }
    int start = whole(arguments.get(1));
    int end = arguments.size() > 2 ? whole(arguments.get(2)) : Value.LONGEST_TEXT;
    String text = value(arguments.get(0), Sort.TEXT);
    return "MID(" + text + "," + (start + 1) + "," + Math.max(0, end - start) + ")";
  }

  private static int whole(Node literal) {
    return ((Node.NumberLiteral) literal)
        .number()
        .min(BigDecimal.valueOf(Value.LONGEST_TEXT))
        .intValue();
  }

  private String countSelected(Node question) {
    Optional<String> own = sheet.name(question).flatMap(cells::countSelected);
    if (own.isPresent()) {
      return "IF(" + own.get() + "=0,NA()," + own.get() + ")";
    }
    String cell = sheet.cellOf(question);
    String gap = ExcelCells.quoted(question, cells.separator());
    return "IF("
        + cell
        + "=\"\",NA(),(LEN("
        + cell
        + ")-LEN(SUBSTITUTE("
        + cell
        + ","
        + gap
        + ",\"\")))/"
        + cells.separator().length()
        + "+1)";
  }

  private String total(Node.Call call) {
    List<Node> arguments = call.arguments();
    Builtin function = call.function();
    if (!function.onlyRows()
        && !(arguments.size() == 1
            && arguments.get(0) instanceof Node.Reference reference
            && cells.range(reference.question()).isPresent())) {
      Sort wanted = sheet.sort(call);
      return arguments.stream()
          .map(argument -> single(argument, wanted))
          .collect(Collectors.joining(",", function.name() + "(", ")"));
    }
    if (!(arguments.get(0) instanceof Node.Reference rows)) {
      return unclear(call);
    }
    Optional<String> count = cells.rowCount(rows.question());
    if (function == Builtin.COUNT) {
      return count.orElseThrow(
          () -> new ExcelWriter.Obstacle(rows, "excel.no-cell", rows.question()));
    }
    String range =
        cells
            .range(rows.question())
            .orElseThrow(() -> new ExcelWriter.Obstacle(rows, "excel.no-cell", rows.question()));
    if (function == Builtin.COUNT_NON_EMPTY) {
      return "(COUNT(" + range + ")+COUNTIF(" + range + ",\"?*\"))";
    }
    // One row without a number makes the total unknown; without a count of rows nobody can tell.
    String total = function.name() + "(" + range + ")";
    String known =
        count.map(rowCount -> "COUNT(" + range + ")=" + rowCount).orElse(ExcelWriter.TRUE);
    String some = function == Builtin.SUM ? known : "AND(COUNT(" + range + ")>0," + known + ")";
    return "IF(" + some + "," + total + ",NA())";
  }
}
