package org.infostate.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;

/**
 * An answer that everybody may read. Comments, sources and evidence are not part of it: they may
 * name people.
 *
 * @param roster null outside rosters
 * @param row number of the roster row, from 1; 0 outside rosters
 * @param held the answer; its status is never {@code cleared}
 */
public record PublicAnswer(Section section, Roster roster, Question question, int row, Held held) {

  /** The register of people who can be called; nothing of it is ever published. */
  private static final String CONTACTS = "contact_point";

  /**
   * The public answers of one questionnaire of a response, in the order of the form.
   *
   * @param form of a response that is accepted
   */
  static List<PublicAnswer> of(FilledForm form) {
    List<PublicAnswer> answers = new ArrayList<>();
    for (Section section : form.form().sections()) {
      for (Item item : section.items()) {
        if (item instanceof Roster roster) {
          for (int row : publishable(roster) ? form.rows(roster) : List.<Integer>of()) {
            roster
                .questions()
                .forEach(question -> add(form, section, roster, question, row, answers));
          }
        } else {
          add(form, section, null, (Question) item, 0, answers);
        }
      }
    }
    return answers;
  }

  private static void add(
      FilledForm form,
      Section section,
      Roster roster,
      Question question,
      int row,
      List<PublicAnswer> answers) {
    if (publishable(question)) {
      Optional<Held> held = form.answer(question, row).filter(PublicAnswer::publishable);
      held.ifPresent(
          answer -> answers.add(new PublicAnswer(section, roster, question, row, answer)));
    }
  }

  static boolean publishable(Roster roster) {
    return !CONTACTS.equals(roster.register());
  }

  /** Whether answers to a question may be published at all. */
  static boolean publishable(Question question) {
    return question.confidentiality() == Confidentiality.PUBLIC
        && question.type().answered()
        && question.type() != QuestionType.FILE;
  }

  /** Whether the country did not make the answer more confidential than its question. */
  private static boolean publishable(Held answer) {
    return answer.confidentiality() == null || answer.confidentiality() == Confidentiality.PUBLIC;
  }
}
