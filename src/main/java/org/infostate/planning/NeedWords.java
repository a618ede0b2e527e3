package org.infostate.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infostate.assessment.AssessmentNames;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Articles;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.scoring.Element;
import org.infostate.scoring.Source;
import org.infostate.text.Language;

/** What is written about needs, in the words of the questionnaires and of the reader's language. */
public record NeedWords(AssessmentNames names, Catalogue catalogue, Language language) {

  public String element(String code) {
    return names.element(code, language);
  }

  /** The treaty articles that the questions behind an indicator refer to. */
  public List<Articles.Article> articles(String indicator) {
    Map<String, Articles.Article> articles = new LinkedHashMap<>();
    for (Question question : questions(indicator)) {
      Articles.of(question.reference(), language)
          .forEach(article -> articles.putIfAbsent(article.places(), article));
    }
    return List.copyOf(articles.values());
  }

  /**
   * As the questionnaires write them, such as {@code ETS 185 art. 2}; empty where there is none.
   */
  public String references(String indicator) {
    return questions(indicator).stream()
        .map(Question::reference)
        .filter(reference -> reference != null)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<Question> questions(String indicator) {
    Source source = names.index().element(indicator).map(Element::source).orElse(null);
    List<Question> found = new ArrayList<>();
    if (source != null && source.kind() == Source.Kind.ANSWERS) {
      for (String name : Expression.parse(source.expression()).references()) {
        for (Form form : names.forms()) {
          if (form.questions().containsKey(name)) {
            found.add(form.questions().get(name));
          }
        }
      }
    }
    return found;
  }

  /** Choices in words, in the order of the list; the code where no form of the round has it. */
  public String choices(List<String> questions, List<String> choices) {
    return choices.stream()
        .map(choice -> choice(questions, choice))
        .collect(Collectors.joining("; "));
  }

  private String choice(List<String> questions, String choice) {
    for (Form form : names.forms()) {
      for (String name : questions) {
        Question question = form.questions().get(name);
        if (question != null) {
          return form.choiceLabel(question.list(), choice, language);
        }
      }
    }
    return choice;
  }
}
