package org.infostate.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;

/** What the page of a section must know again after each answer. */
final class SectionState {

  private SectionState() {}

  /** The fields and rosters of the section that are asked. */
  static List<String> asked(FilledForm form, Section section) {
    Map<String, Question> questions = form.form().questions();
    List<String> asked = new ArrayList<>();
    for (Item item : section.items()) {
      if (item instanceof Roster roster && form.asked(roster)) {
        asked.add(roster.name());
      }
    }
    for (AnswerKey key : form.keys(section)) {
      if (form.asked(questions.get(key.question()), key.row())) {
        asked.add(key.field());
      }
    }
    return asked;
  }

  /** The fields of the section that must be answered to submit. */
  static List<String> required(FilledForm form, Section section) {
    return form.keys(section).stream()
        .filter(key -> form.required(form.form().questions().get(key.question()), key.row()))
        .map(AnswerKey::field)
        .toList();
  }

  /** The choices that are offered, for the fields whose choices depend on other answers. */
  static Map<String, List<String>> offered(FilledForm form, Section section) {
    Map<String, List<String>> offered = new LinkedHashMap<>();
    for (AnswerKey key : form.keys(section)) {
      Question question = form.form().questions().get(key.question());
      if (question.choiceFilter() != null) {
        offered.put(
            key.field(), form.offered(question, key.row()).stream().map(Choice::name).toList());
      }
    }
    return offered;
  }

  /** The texts of the calculated fields of the section; empty where they are unknown. */
  static Map<String, String> calculated(FilledForm form, Section section) {
    Map<String, Question> questions = form.form().questions();
    Map<String, String> calculated = new LinkedHashMap<>();
    for (AnswerKey key : form.keys(section)) {
      Question question = questions.get(key.question());
      if (question.type() == QuestionType.CALCULATE) {
        calculated.put(key.field(), form.calculatedText(question, key.row()));
      }
    }
    return calculated;
  }
}
