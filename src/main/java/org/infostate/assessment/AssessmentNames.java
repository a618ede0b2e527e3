package org.infostate.assessment;

import java.util.List;
import org.infostate.cluster.Grouping;
import org.infostate.questionnaire.Form;
import org.infostate.scoring.Index;
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
}
