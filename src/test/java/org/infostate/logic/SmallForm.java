package org.infostate.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form for tests, told as lines: {@code name type [choices] [| relevant: …] [| constraint: …] [|
 * calculation: …]}; {@code name roster} and, indented below, its questions.
 */
final class SmallForm {

  private record Line(
      Kind kind, Set<String> choices, String roster, Map<String, Expression> expressions) {}

  private final Map<String, Line> lines = new LinkedHashMap<>();

  private SmallForm() {}

  static SmallForm of(String told) {
    SmallForm form = new SmallForm();
    String roster = null;
    for (String line : told.lines().filter(l -> !l.isBlank()).toList()) {
      String[] columns = line.strip().split(" *[|] ");
      String[] words = columns[0].split(" +");
      Kind kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
      boolean inside = line.startsWith(" ");
      roster = inside ? roster : null;
      Map<String, Expression> expressions = new LinkedHashMap<>();
      for (String column : Arrays.asList(columns).subList(1, columns.length)) {
        int colon = column.indexOf(": ");
        expressions.put(column.substring(0, colon), Expression.parse(column.substring(colon + 2)));
      }
      form.lines.put(
          words[0],
          new Line(
              kind,
              new LinkedHashSet<>(Arrays.asList(words).subList(2, words.length)),
              roster,
              expressions));
      roster = kind == Kind.ROSTER ? words[0] : roster;
    }
    return form;
  }

  Set<String> names() {
    return lines.keySet();
  }

  /** What an expression of this question, or of none, sees. */
  Scope seenFrom(String self, String... columns) {
    return new Scope() {
      @Override
      public Kind kind(String question) {
        return lines.containsKey(question) ? lines.get(question).kind : null;
      }

      @Override
      public Collection<String> names() {
        return lines.keySet();
      }

      @Override
      public Set<String> choices(String question) {
        return lines.containsKey(question) ? lines.get(question).choices : Set.of();
      }

      @Override
      public Optional<String> roster(String question) {
        return Optional.ofNullable(lines.get(question)).map(Line::roster);
      }

      @Override
      public Optional<String> self() {
        return Optional.ofNullable(self);
      }

      @Override
      public Set<String> columns() {
        return Set.of(columns);
      }

      @Override
      public List<Expression> conditions(String question) {
        List<Expression> conditions = new ArrayList<>();
        expression(question, "relevant").ifPresent(conditions::add);
        roster(question).flatMap(r -> expression(r, "relevant")).ifPresent(conditions::add);
        return conditions;
      }

      @Override
      public Optional<Expression> constraint(String question) {
        return expression(question, "constraint");
      }

      @Override
      public Optional<Expression> calculation(String question) {
        return expression(question, "calculation");
      }
    };
  }

  Optional<Expression> expression(String question, String column) {
    return Optional.ofNullable(lines.get(question)).map(line -> line.expressions.get(column));
  }
}
