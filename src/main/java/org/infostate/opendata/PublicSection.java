package org.infostate.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Roster;
import org.infostate.response.FilledForm;
import org.infostate.text.Language;

/**
 * A section of a questionnaire with its public answers.
 *
 * @param answers to questions outside rosters
 * @param tables its rosters
 */
public record PublicSection(
    String questionnaire, String label, List<ShownAnswer> answers, List<RosterTable> tables) {

  /**
   * A roster with at least one public answer.
   *
   * @param headings labels of the questions that have an answer in any row
   * @param rows an answer for each heading; null where there is none
   */
  public record RosterTable(String label, List<String> headings, List<List<ShownAnswer>> rows) {}

  /** The sections of a form that have public answers, in order. */
  static List<PublicSection> of(FilledForm filled, Language language) {
    Form form = filled.form();
    Map<String, List<PublicAnswer>> bySection = new LinkedHashMap<>();
    PublicAnswer.of(filled)
        .forEach(
            answer ->
                bySection
                    .computeIfAbsent(answer.section().name(), name -> new ArrayList<>())
                    .add(answer));
    List<PublicSection> sections = new ArrayList<>();
    bySection.forEach(
        (name, answers) ->
            sections.add(
                new PublicSection(
                    form.title(language),
                    form.label(name, language),
                    answers.stream()
                        .filter(answer -> answer.roster() == null)
                        .map(answer -> ShownAnswer.of(form, answer, language))
                        .toList(),
                    tables(form, answers, language))));
    return sections;
  }

  private static List<RosterTable> tables(
      Form form, List<PublicAnswer> answers, Language language) {
    Map<Roster, List<PublicAnswer>> byRoster = new LinkedHashMap<>();
    for (PublicAnswer answer : answers) {
      if (answer.roster() != null) {
        byRoster.computeIfAbsent(answer.roster(), roster -> new ArrayList<>()).add(answer);
      }
    }
    List<RosterTable> tables = new ArrayList<>();
    byRoster.forEach(
        (roster, given) -> {
          List<Question> asked =
              roster.questions().stream()
                  .filter(question -> given.stream().anyMatch(a -> a.question().equals(question)))
                  .toList();
          tables.add(
              new RosterTable(
                  form.label(roster.name(), language),
                  asked.stream().map(q -> form.label(q.name(), language)).toList(),
                  given.stream()
                      .map(PublicAnswer::row)
                      .distinct()
                      .map(row -> row(form, asked, given, row, language))
                      .toList()));
        });
    return tables;
  }

  private static List<ShownAnswer> row(
      Form form, List<Question> asked, List<PublicAnswer> given, int row, Language language) {
    List<ShownAnswer> cells = new ArrayList<>();
    for (Question question : asked) {
      cells.add(
          given.stream()
              .filter(answer -> answer.row() == row && answer.question().equals(question))
              .map(answer -> ShownAnswer.of(form, answer, language))
              .findFirst()
              .orElse(null));
    }
    return cells;
  }
}
