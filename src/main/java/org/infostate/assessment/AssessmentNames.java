package org.infostate.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.infostate.cluster.Grouping;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Form;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Source;
import org.infostate.text.Language;

/**
 * What the elements and info-states of an assessment are called.
 *
 * @param forms an element that the index gives no name is called as the question with its code
 * @param grouping null where the assessment has no info-states
 */
public record AssessmentNames(Index index, List<Form> forms, Grouping grouping) {

  /** The name of an element; its code where nobody named it. */
  public String element(String code, Language language) {
    boolean named = index.element(code).filter(e -> !e.names().isEmpty()).isPresent();
    if (named) {
      return index.element(code).orElseThrow().name(language.tag());
    }
    return forms.stream()
        .filter(form -> form.questions().containsKey(code))
        .findFirst()
        .map(form -> form.label(code, language))
        .orElse(code);
  }

  /** The name of an info-state; the empty string for none. */
  public String infoState(Integer number, Language language) {
    if (number == null) {
      return "";
    }
    return grouping == null ? number.toString() : grouping.name(number, language.tag());
  }

  /**
   * A question that an indicator reads.
   *
   * @param section name of the section that asks it, which is its page
   */
  public record Asked(String question, String section) {}

  /** The questions of the round that an indicator reads; empty for one of statistics. */
  public List<Asked> asked(String indicator) {
    Source source = index.element(indicator).map(Element::source).orElse(null);
    if (source == null || source.kind() != Source.Kind.ANSWERS) {
      return List.of();
    }
    List<Asked> asked = new ArrayList<>();
    for (String question : new TreeSet<>(Expression.parse(source.expression()).references())) {
      forms.stream()
          .flatMap(form -> form.sectionOf(question).stream())
          .findFirst()
          .ifPresent(section -> asked.add(new Asked(question, section.name())));
    }
    return asked;
  }

  /** What the question is; its name where no form of the round asks it. */
  public String question(String name, Language language) {
    return forms.stream()
        .filter(form -> form.questions().containsKey(name))
        .findFirst()
        .map(form -> form.label(name, language))
        .orElse(name);
  }
}
