package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.infostate.assessment.IndexFile;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.scoring.Index;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/** The catalogue that ships, and what is refused in others. */
class CatalogueFileTest {

  static Catalogue shipped() {
    return CatalogueFile.read("assistance", PlanningFiles.shippedCatalogue());
  }

  private static Index capacity() {
    return IndexFile.read(ShippedFiles.below("index").get("capacity/1.yaml")).index();
  }

  @Test
  void theCatalogueThatShipsFitsTheIndexThatShips() {
    Catalogue catalogue = shipped();

    assertEquals(List.of(), CatalogueFile.unusable(catalogue, capacity()));
    assertEquals("capacity", catalogue.index());
    assertTrue(catalogue.assistance().size() >= 10);
    List<String> pillars =
        capacity().elements().stream()
            .filter(element -> "capacity".equals(element.parent()))
            .map(element -> element.code())
            .toList();
    for (Assistance one : catalogue.assistance()) {
      assertTrue(pillars.contains(one.requirement()), one.code());
      for (Language language : Language.values()) {
        assertTrue(!one.name(language).isBlank(), one.code() + " in " + language);
      }
    }
  }

  @Test
  void everyKindOfTheWorkshopIsInIt() {
    assertEquals(
        List.of(Assistance.Kind.values()),
        shipped().assistance().stream().map(Assistance::kind).distinct().sorted().toList());
  }

  private static List<String> problems(String text) {
    return assertThrows(ProblemException.class, () -> CatalogueFile.read("c.yaml", text))
        .problems()
        .stream()
        .map(CatalogueFileTest::spoken)
        .collect(Collectors.toList());
  }

  private static String spoken(Problem problem) {
    return problem.place().line() + " " + problem.kind().number();
  }

  private static final String HEAD =
      """
      catalogue: c
      version: 1
      currency: USD
      index: capacity
      assistance:
        - code: a
          kind: advice
          requirement: law
          name: {en: A, fr: A, es: A, ru: A, ar: A, zh: A}
          audiences: [officials]
          months: 3
          cost: 10
      """;

  @Test
  void everythingThatIsWrongIsToldWithItsLine() {
    assertEquals(List.of("6 1203"), problems(HEAD), "no effects");
    assertEquals(List.of("13 1213"), problems(HEAD + "    effects: {law: 1.5}\n"));
    assertEquals(
        List.of("6 1209"),
        problems(
            HEAD
                + "    effects: {law: 0.5}\n"
                + "    needs: [{assistance: b, element: law, in_place: 0.5}]\n"));
    assertEquals(
        List.of("6 1213"),
        problems(
            HEAD
                + "    effects: {law: 0.5}\n"
                + "    needs: [{assistance: a, element: law, in_place: 0.5}]\n"));
    assertEquals(
        List.of("12 1213", "13 1202"),
        problems(HEAD.replace("cost: 10", "cost: -1") + "    price: 3\n    effects: {law: 0.5}\n")
            .stream()
            .sorted()
            .toList());
    assertEquals(List.of("1 1201"), problems("{").subList(0, 1));
  }

  @Test
  void whereCountriesSpeakOfAssistanceIsReadStrictlyToo() {
    String effects = "    effects: {law: 0.5}\n";
    assertEquals(
        List.of("6 1203", "6 1202"),
        problems("answers: {received: {whether: a}, more: b}\n" + HEAD + effects).stream()
            .map(problem -> problem.replaceFirst("^\\d+", "6"))
            .sorted(java.util.Comparator.reverseOrder())
            .toList());
    assertEquals(
        List.of("12 1213"),
        problems(HEAD.replace("cost: 10", "languages: [tlh]\n    cost: 10") + effects));
    Assistance one =
        CatalogueFile.read(
                "c.yaml",
                HEAD.replace("cost: 10", "languages: [fr]\n    providers: [UNODC]\n    cost: 10")
                    + effects)
            .find("a")
            .orElseThrow();
    assertEquals(List.of(Language.FR), one.languages());
    assertEquals(List.of("UNODC"), one.providers());
  }

  /** Every question and every choice that is named is asked in a questionnaire that ships. */
  @Test
  void theAnswersThatTheShippedCatalogueReadsAreAsked() {
    Catalogue.Answers answers = shipped().answers();
    String asked =
        String.join(
            "\n",
            ShippedFiles.below("cooperation").get("1/form.yaml"),
            ShippedFiles.below("core").get("1/form.yaml"),
            ShippedFiles.below("training").get("1/form.yaml"));
    for (String question : Told.questions(answers)) {
      assertTrue(asked.contains("name: " + question + "\n"), question);
    }
    for (String choice : answers.serves().keySet()) {
      assertTrue(asked.contains("{name: " + choice + ","), choice);
    }
  }

  @Test
  void anElementBelowAnotherWouldCountAGapTwice() {
    Catalogue catalogue =
        CatalogueFile.read(
            "c.yaml", HEAD + "    effects: {legislation: 0.5, law_treaties: 0.5, nothing: 0.1}\n");

    assertEquals(
        List.of("law", "law_treaties < legislation", "nothing"),
        CatalogueFile.unusable(catalogue, capacity()));
  }
}
