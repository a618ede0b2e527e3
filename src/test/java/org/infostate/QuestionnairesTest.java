package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.ReadForm;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.questionnaire.Wording;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The questionnaires that ship: each can be read without a problem, says the same in all six
 * languages, and is large enough to be of use.
 */
class QuestionnairesTest {

  static List<Form> forms() {
    return ReadForm.shipped();
  }

  @Test
  void theFourOfTheSurveyAndTwoMoreShip() {
    assertEquals(
        Set.of("core", "cooperation", "equipment", "legislation", "training", "units"),
        forms().stream().map(Form::code).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyTextIsThereInAllSixLanguages(Form form) {
    Wording original = form.wordings().get(form.language());
    assertEquals(EnumSet.allOf(Language.class), form.wordings().keySet());
    for (Wording wording : form.wordings().values()) {
      same(original, wording, w -> w.labels().keySet());
      same(original, wording, w -> w.hints().keySet());
      same(original, wording, w -> w.constraintMessages().keySet());
      same(original, wording, w -> w.choices().keySet());
      original
          .choices()
          .forEach((list, texts) -> same(original, wording, w -> w.choices().get(list).keySet()));
      assertEquals(List.of(), texts(wording).filter(String::isBlank).toList());
    }
    assertEquals(
        form.wordings().size(),
        Set.copyOf(form.wordings().values().stream().map(Wording::title).toList()).size(),
        "a title that is not translated");
  }

  private static void same(Wording original, Wording other, Function<Wording, Object> keys) {
    assertEquals(keys.apply(original), keys.apply(other), () -> "in " + other.language());
  }

  private static Stream<String> texts(Wording wording) {
    return Stream.of(
            Stream.of(wording.title(), wording.description()).filter(Objects::nonNull),
            wording.labels().values().stream(),
            wording.hints().values().stream(),
            wording.constraintMessages().values().stream(),
            wording.choices().values().stream().flatMap(each -> each.values().stream()))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @ValueSource(strings = {"legislation", "units", "training", "equipment"})
  void eachOfTheFourAsksAtLeastTwelveQuestionsAndSkipsSome(String code) {
    Form form = ReadForm.shipped(code);
    List<Question> asked =
        form.questions().values().stream().filter(question -> question.type().answered()).toList();
    assertTrue(asked.size() >= 12, () -> code + " asks " + asked.size());
    assertTrue(asked.stream().anyMatch(question -> question.relevant() != null), code);
    assertTrue(!form.rosters().isEmpty(), code);
  }

  @Test
  void everyTypeOfQuestionIsUsed() {
    Set<QuestionType> used =
        forms().stream()
            .flatMap(form -> form.questions().values().stream())
            .map(Question::type)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(QuestionType.class), used);
  }

  @Test
  void noNameIsUsedTwiceAsOneRoundMayAskThemAll() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (Form form : forms()) {
      Stream.of(form.questions().keySet(), form.rosters().keySet(), sections(form))
          .flatMap(Set::stream)
          .filter(name -> !seen.add(name))
          .forEach(twice::add);
    }
    assertEquals(Set.of(), twice);
  }

  private static Set<String> sections(Form form) {
    return form.sections().stream().map(Section::name).collect(Collectors.toSet());
  }

  @Test
  void everyRegisterOfTheInventoryIsFed() {
    Set<String> registers =
        forms().stream()
            .flatMap(form -> form.rosters().values().stream())
            .map(Roster::register)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(
        registers.containsAll(
            Arrays.asList("legal_instrument", "unit", "contact_point", "course", "equipment")),
        registers::toString);
  }
}
