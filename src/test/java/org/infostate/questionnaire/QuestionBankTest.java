package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/**
 * What the question bank that ships promises.
 *
 * <ol>
 *   <li>It loads without a problem and without a warning.
 *   <li>It has about 300 questions, and no name stands for two things in it.
 *   <li>Each question says in a hint what counts and has an indicator that the README explains.
 *   <li>What names people is confidential unless somebody says otherwise; what is required about
 *       the law asks for evidence.
 *   <li>What is asked about a provision of law names the article of a treaty; each article of the
 *       Convention on Cybercrime, of its second protocol and of the United Nations convention that
 *       asks something of a State is asked about, and the regional instruments are referred to.
 *   <li>Everything is there in all six languages, and each translation says whether a person
 *       reviewed it.
 * </ol>
 */
class QuestionBankTest {

  private static final Path FOLDER = Path.of("questionnaires");

  /** Asked although no treaty of the list speaks of it. */
  private static final Set<String> BEYOND_TREATIES =
      Set.of(
          "leg_identity",
          "leg_undercover",
          "leg_retention",
          "leg_evidence_foreign",
          "leg_evidence_copy",
          "leg_evidence_expert");

  private static final List<FormReading> BANK =
      ShippedFiles.forms().stream().map(FormReading::of).toList();

  private static List<Question> questions() {
    return BANK.stream()
        .flatMap(reading -> reading.form().questions().values().stream())
        .filter(question -> question.type().answered())
        .toList();
  }

  private static List<String> failing(java.util.function.BiPredicate<Form, Question> bad) {
    return BANK.stream()
        .map(FormReading::form)
        .flatMap(
            form ->
                form.questions().values().stream()
                    .filter(question -> question.type().answered() && bad.test(form, question))
                    .map(question -> form.code() + "/" + question.name()))
        .toList();
  }

  @Test
  void theSixQuestionnairesLoadWithoutWarning() {
    assertEquals(
        List.of("cooperation", "core", "equipment", "legislation", "training", "units"),
        BANK.stream().map(reading -> reading.form().code()).toList());
    for (FormReading reading : BANK) {
      assertEquals(List.of(), reading.warnings(), reading.form().code());
    }
  }

  @Test
  void itAsksAboutThreeHundredQuestionsBesideActsAndSections() {
    long asked = questions().stream().filter(question -> !question.name().endsWith("_law")).count();
    assertTrue(asked >= 290 && asked <= 330, asked + " questions");
  }

  @Test
  void noNameStandsForTwoThings() {
    Map<String, String> owners = new HashMap<>();
    for (FormReading reading : BANK) {
      for (String name : reading.form().names()) {
        String other = owners.put(name, reading.form().code());
        assertEquals(null, other, name + " in " + reading.form().code());
      }
    }
  }

  @Test
  void eachQuestionSaysWhatCounts() {
    assertEquals(
        List.of(), failing((form, question) -> form.hint(question.name(), Language.EN).isBlank()));
  }

  @Test
  void whatNamesPeopleIsConfidential() {
    assertEquals(
        List.of(),
        failing(
            (form, question) ->
                (question.name().startsWith("unit_contact_")
                        || question.name().endsWith("_email")
                        || question.name().endsWith("_phone"))
                    && question.confidentiality() != Confidentiality.CONFIDENTIAL));
  }

  @Test
  void whatIsRequiredOfTheLawAsksForEvidence() {
    assertEquals(
        List.of(),
        failing(
            (form, question) ->
                "law_status".equals(question.list())
                    && form.code().equals("legislation")
                    && question.required() != null
                    && question.evidence().equals("none")));
  }

  @Test
  void eachQuestionFeedsAnIndicatorThatIsExplained() throws IOException {
    String told = Files.readString(FOLDER.resolve("README.md"));
    Set<String> indicators =
        questions().stream()
            .map(Question::indicator)
            .filter(indicator -> indicator != null)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        indicators.stream()
            .filter(indicator -> !told.contains("`" + indicator + "`"))
            .collect(Collectors.toSet()));
    assertEquals(List.of(), failing((form, question) -> question.indicator() == null));
  }

  @Test
  void everythingIsThereInSixLanguages() {
    for (FormReading reading : BANK) {
      Form form = reading.form();
      assertEquals(EnumSet.allOf(Language.class), EnumSet.copyOf(form.languages()), form.code());
      for (Language language : Language.values()) {
        assertEquals(List.of(), MissingText.of(form, language), form.code() + " " + language.tag());
      }
    }
  }

  @Test
  void eachTranslationSaysWhetherAPersonReviewedIt() {
    Pattern review = Pattern.compile("(?m)^review: (machine|human)$");
    for (Map<String, String> files : ShippedFiles.forms()) {
      files.forEach(
          (name, text) ->
              assertTrue(name.equals("form.yaml") || review.matcher(text).find(), name));
    }
  }

  @Test
  void whatIsAskedAboutProvisionsNamesTheArticle() {
    List<String> without =
        failing(
            (form, question) ->
                form.code().equals("legislation")
                    && Set.of("law_status", "treaty_status")
                        .contains(String.valueOf(question.list()))
                    && question.reference() == null
                    && !BEYOND_TREATIES.contains(question.name()));
    assertEquals(List.of(), without);
  }

  @Test
  void eachArticleOfTheThreeTreatiesIsAskedAbout() {
    assertEquals(List.of(), missing("ETS 185", IntStream.rangeClosed(1, 35)));
    assertEquals(List.of(), missing("CETS 224", IntStream.rangeClosed(6, 14)));
    // Articles 1 and 3 to 5 say why and when the convention applies; 55 and later, how it is run.
    assertEquals(
        List.of(),
        missing("UNCC", IntStream.concat(IntStream.of(2), IntStream.rangeClosed(6, 54))));
  }

  @Test
  void theOtherInstrumentsAreReferredToWhereTheySayTheSame() {
    for (String instrument : List.of("Arab", "Malabo", "CW", "EU", "ETS 189")) {
      assertTrue(!articles(instrument).isEmpty(), instrument);
    }
  }

  private static List<Integer> missing(String instrument, IntStream articles) {
    Set<Integer> asked = articles(instrument);
    return articles.boxed().filter(article -> !asked.contains(article)).toList();
  }

  /** The articles of an instrument that questions refer to. */
  private static Set<Integer> articles(String instrument) {
    Pattern part = Pattern.compile("(?:^|; )" + instrument + " (?:art|s)\\. ([^;]+)");
    Pattern numbers = Pattern.compile("(\\d+)(?:\\.\\d+)?\\*?(?: to (\\d+))?");
    Set<Integer> found = new TreeSet<>();
    for (Question question : questions()) {
      Matcher places = part.matcher(String.valueOf(question.reference()));
      while (places.find()) {
        Matcher number = numbers.matcher(places.group(1));
        while (number.find()) {
          int last = Integer.parseInt(number.group(number.group(2) == null ? 1 : 2));
          IntStream.rangeClosed(Integer.parseInt(number.group(1)), last).forEach(found::add);
        }
      }
    }
    return found;
  }
}
