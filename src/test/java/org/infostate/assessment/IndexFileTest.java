package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.assessment.IndexFile.Fault;
import org.infostate.cluster.Grouping;
import org.infostate.logic.Expression;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Aggregation.Mean;
import org.infostate.scoring.Element;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Index;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Source;
import org.infostate.scoring.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexFileTest {

  private static final String SMALL =
      """
      index: small
      version: 2
      name: {en: Small, fr: Petit}
      denominators:
        population: {statistics: "${population}"}
      steps:
        - denominate
        - impute: {method: latest, years: 3}
        - normalise: {method: relative, over: 2001, floor: 0.5}
        - aggregate: {mean: geometric, minimum: 0.5, levels: {3: {mean: power, power: -2}}}
        - rank: {ties: average, decimals: 1}
      elements:
        - {code: total, name: Total}
        - {code: part, parent: total, weight: 2, name: Part, aggregate: {minimum: 1}}
        - code: laws
          parent: part
          name: Laws
          source: {answers: "${q}", levels: {full: 1, none: 0}}
          normalise: {method: goalposts, low: 0, high: 1, capped: false}
        - code: lines
          parent: part
          name: Lines
          direction: -1
          denominator: population
          per: 100
          source: {statistics: "${telephones}"}
          normalise: {floor: 2}
      groups: {of: total, method: bands, limits: [100, 50.5], over: each-year, names: [a, b, c]}
      """;

  @Test
  void aFileBecomesAnIndex() {
    Index index = read(SMALL).index();
    assertEquals("small", index.code());
    assertEquals(2, index.version());
    assertEquals("Petit", index.names().get("fr"));
    assertEquals(
        new Source(Source.Kind.STATISTICS, "${population}", java.util.Map.of()),
        index.denominators().get("population"));
    assertEquals(List.of("laws", "lines"), index.indicators().stream().map(Element::code).toList());
    assertEquals(5, index.steps().size());
    assertEquals(
        new Imputation(Imputation.Method.LATEST, null, Scope.ALL, 3), index.steps().get(1));
    assertEquals(new Ranking(Ties.AVERAGE, 1), index.steps().get(4));
    Element lines = index.element("lines").orElseThrow();
    assertEquals(-1, lines.direction());
    assertEquals(100, lines.per());
    assertEquals(1, index.element("laws").orElseThrow().source().level("full"));
  }

  @Test
  void anElementTakesFromTheStepOfTheIndexWhatItDoesNotName() {
    Index index = read(SMALL).index();
    Scale relative = new Scale.Relative(Scale.Relative.Reference.MEAN, null, 100);
    assertEquals(
        new Normalisation(relative, Scope.year(2001), 2),
        index.element("lines").orElseThrow().method(Normalisation.class).orElseThrow());
    Aggregation ofPart =
        index.element("part").orElseThrow().method(Aggregation.class).orElseThrow();
    assertEquals(Mean.GEOMETRIC, ofPart.mean());
    assertEquals(1, ofPart.minimum());
  }

  @Test
  void anElementWithItsOwnMethodTakesNothingFromTheIndex() {
    assertEquals(
        new Normalisation(
            new Scale.Goalposts(0, 1, 100, false), Scope.ALL, Double.NEGATIVE_INFINITY),
        read(SMALL)
            .index()
            .element("laws")
            .orElseThrow()
            .method(Normalisation.class)
            .orElseThrow());
  }

  @Test
  void aLevelTakesFromItsStepWhatItDoesNotName() {
    Aggregation step = read(SMALL).index().step(Aggregation.class).orElseThrow();
    Aggregation third = step.byLevel().get(3);
    assertEquals(Mean.POWER, third.mean());
    assertEquals(-2, third.power());
    assertEquals(0.5, third.minimum());
  }

  @Test
  void groupsAreRead() {
    Grouping grouping = read(SMALL).grouping();
    assertEquals(Grouping.Method.BANDS, grouping.method());
    assertEquals(List.of(100.0, 50.5), grouping.limits());
    assertEquals(3, grouping.count());
    assertEquals(Scope.EACH_YEAR, grouping.over());
    assertEquals("b", grouping.name(2, "fr"));
  }

  record Broken(String from, String to, int line, int column, String code) {
    @Override
    public String toString() {
      return to.strip();
    }
  }

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken("version: 2", "version: two", 2, 10, "value"),
        new Broken("version: 2", "version: 2\nversion: 3", 3, 1, "key-repeated"),
        new Broken("version: 2", "verzion: 2", 2, 1, "key-unknown"),
        new Broken("name: {en: Small, fr: Petit}", "name: {fr: Petit}", 3, 7, "key-missing"),
        new Broken("  - denominate", "  - denominator", 7, 5, "step-unknown"),
        new Broken("method: latest", "method: lattest", 8, 22, "value"),
        new Broken("years: 3", "years: 3.5", 8, 37, "value"),
        new Broken("over: 2001", "over: always", 9, 41, "value"),
        new Broken("mean: geometric", "mean: geometrical", 10, 23, "value"),
        new Broken("levels: {3:", "levels: {1:", 10, 60, "value"),
        new Broken("{mean: power, power: -2}", "{mean: power, power: 0}", 10, 16, "value"),
        new Broken("  - rank: ", "  - screen: {}\n  - rank: ", 1, 1, "step-order"),
        new Broken("decimals: 1", "decimals: 16", 11, 37, "value"),
        new Broken("weight: 2,", "weight: -2,", 14, 41, "value"),
        new Broken("weight: 2,", "wait: 2,", 14, 33, "key-unknown"),
        new Broken("parent: total", "parent: tootal", 14, 5, "parent-unknown"),
        new Broken("{code: total, name", "{code: total, parent: part, name", 14, 5, "parent-cycle"),
        new Broken("code: laws", "code: total", 15, 5, "code-repeated"),
        new Broken("code: laws", "code: 1", 15, 11, "value"),
        new Broken("answers: \"${q}\", ", "", 18, 13, "key-missing"),
        new Broken("answers: \"${q}\"", "answers: \"${q} =\"", 18, 23, "expression"),
        new Broken("high: 1", "high: 0", 19, 16, "value"),
        new Broken("direction: -1", "direction: 0", 20, 5, "value"),
        new Broken("denominator: population", "denominator: people", 20, 5, "denominator-unknown"),
        new Broken("of: total", "of: nothing", 28, 9, "element-unknown"),
        new Broken("limits: [100, 50.5]", "limits: [100]", 28, 9, "value"),
        new Broken("version: 2", "version: &a 2\nx: *a", 3, 4, "alias"),
        new Broken("version: 2", "version: [2", 3, 5, "syntax"));
  }

  @ParameterizedTest
  @MethodSource
  void broken(Broken broken) {
    assertTrue(SMALL.contains(broken.from()), "the fixture has " + broken.from());
    String yaml =
        SMALL.replaceFirst(
            Pattern.quote(broken.from()), java.util.regex.Matcher.quoteReplacement(broken.to()));
    IndexFile file = IndexFile.read(yaml);
    assertNull(file.index());
    assertTrue(
        file.faults().stream()
            .anyMatch(
                f ->
                    f.line() == broken.line()
                        && f.column() == broken.column()
                        && f.code().equals(broken.code())),
        file.faults().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "[]", "{}", "- a", "a: b: c", "\u0000", "? {a: b}\n: c", "!!x {}"})
  void whatIsNoIndexIsRefused(String yaml) {
    IndexFile file = IndexFile.read(yaml);
    assertNull(file.index());
    assertFalse(file.faults().isEmpty());
  }

  @Test
  void endlessNestingIsRefused() {
    assertEquals("too-deep", IndexFile.read("[".repeat(500_000)).faults().get(0).code());
    assertEquals("too-deep", IndexFile.read("{a: ".repeat(200_000)).faults().get(0).code());
    assertEquals("too-long", IndexFile.read(" ".repeat(1_000_001)).faults().get(0).code());
  }

  @Test
  void severalFaultsAreReportedAtOnceInTheOrderOfTheFile() {
    List<Fault> faults =
        IndexFile.read(SMALL.replace("version: 2", "version: x").replace("weight: 2", "weight: x"))
            .faults();
    assertEquals(List.of(2, 14), faults.stream().map(Fault::line).toList());
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("questionnaires/index"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void shipped(Path path) throws IOException {
    IndexFile file = read(Files.readString(path));
    assertEquals(
        path.toString(),
        "questionnaires/index/" + file.index().code() + "/" + file.index().version() + ".yaml");
    for (Element element : file.index().elements()) {
      boolean named =
          element.names().isEmpty()
              ? element.source().expression().contains("${" + element.code() + "}")
              : element.names().size() == 6;
      assertTrue(named, element.code() + " is a question or has a name in each of six languages");
    }
  }

  /** The questionnaires and the index are written apart; here they meet. */
  @Test
  void everyQuestionThatAnIndexReadsIsAskedAndEveryIndicatorOfAQuestionIsAnElement()
      throws IOException {
    Set<String> questions = new HashSet<>();
    Set<String> indicators = new HashSet<>();
    for (String questionnaire : List.of("legislation", "units", "training", "equipment")) {
      String form = Files.readString(Path.of("questionnaires/" + questionnaire + "/1/form.yaml"));
      Pattern.compile(" name: (\\w+)")
          .matcher(form)
          .results()
          .forEach(m -> questions.add(m.group(1)));
      Pattern.compile(" indicator: (\\w+)")
          .matcher(form)
          .results()
          .forEach(m -> indicators.add(m.group(1)));
    }
    Index capacity =
        read(Files.readString(Path.of("questionnaires/index/capacity/1.yaml"))).index();
    for (Element element : capacity.indicators()) {
      Set<String> names = Expression.parse(element.source().expression()).references();
      assertTrue(questions.containsAll(names), element.code() + " reads " + names);
    }
    String readme = Files.readString(Path.of("questionnaires/README.md"));
    String further = readme.substring(readme.indexOf("## Further indicators"));
    for (String indicator : indicators) {
      assertTrue(
          capacity.element(indicator).isPresent() || further.contains("`" + indicator + "`"),
          indicator + " is an element of the index, or told to be for a later version");
    }
    assertTrue(indicators.size() > 20);
  }

  @Test
  void aTransformationIsAnExpressionOfTheValue() {
    DoubleUnaryOperator function = new SelfExpressions().compile("log10(. + 1) * 2");
    assertEquals(4, function.applyAsDouble(99), 1e-12);
    assertTrue(Double.isNaN(function.applyAsDouble(-1)));
    assertThrows(IllegalArgumentException.class, () -> new SelfExpressions().compile("log10("));
  }

  @Test
  void aTransformationReadsNothingButItsValue() {
    for (String wrong :
        List.of("expression: \"${q} * 2\"", "function: expression, expression: \"log(\"")) {
      List<Fault> faults =
          IndexFile.read(SMALL.replace("- denominate", "- transform: {" + wrong + "}")).faults();
      assertEquals(1, faults.size(), faults::toString);
      assertEquals(7, faults.get(0).line());
    }
  }

  @Test
  void limitsMayBeLeftToTheElements() {
    String open =
        SMALL
            .replace("relative, over: 2001, floor: 0.5", "goalposts")
            .replace("normalise: {floor: 2}", "normalise: {low: 1, high: 5}");
    assertEquals(
        new Scale.Goalposts(1, 5, 100, true),
        read(open)
            .index()
            .element("lines")
            .orElseThrow()
            .method(Normalisation.class)
            .orElseThrow()
            .scale());
    List<Fault> faults = IndexFile.read(open.replace("low: 1, high: 5", "floor: 1")).faults();
    assertEquals(List.of("limits-missing"), faults.stream().map(Fault::code).toList());
    assertEquals(20, faults.get(0).line());
  }

  @Test
  void theExampleOfTheDocumentationIsRead() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/indices.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
    assertEquals("two-pillars", read(example).index().code());
  }

  private static IndexFile read(String yaml) {
    IndexFile file = IndexFile.read(yaml);
    assertTrue(
        file.faults().isEmpty(),
        () -> file.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
    return file;
  }
}
