package org.infostate.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a country says about assistance in its answers, in the codes of their choices. A list is
 * null where the country has not said.
 *
 * @param asked what it needs, the most urgent first
 * @param received what it has received; empty where it says that there was none
 * @param receivedFrom with whom
 * @param given what it has given; empty where it says that there was none
 * @param audiences who needs training
 */
public record Told(
    List<String> asked,
    List<String> received,
    List<String> receivedFrom,
    List<String> given,
    List<String> audiences) {

  static final Told NOTHING = new Told(null, null, null, null, null);

  private static final String NO = "no";

  /**
   * @param questions in which it is asked
   * @param values by question
   */
  static Told of(Catalogue.Answers questions, Map<String, String> values) {
    return new Told(
        chosen(questions.asked(), values),
        told(questions.received(), values),
        questions.received() == null || questions.received().partners() == null
            ? null
            : chosen(List.of(questions.received().partners()), values),
        told(questions.given(), values),
        chosen(questions.audiences(), values));
  }

  private static List<String> told(Catalogue.Told questions, Map<String, String> values) {
    if (questions == null) {
      return null;
    }
    return NO.equals(values.get(questions.whether()))
        ? List.of()
        : chosen(List.of(questions.kinds()), values);
  }

  private static List<String> chosen(List<String> questions, Map<String, String> values) {
    List<String> chosen = null;
    for (String question : questions) {
      String value = values.get(question);
      if (value != null) {
        chosen = chosen == null ? new ArrayList<>() : chosen;
        chosen.addAll(Arrays.asList(value.split(" ")));
      }
    }
    return chosen == null ? null : List.copyOf(new LinkedHashSet<>(chosen));
  }

  /** Every question that is looked at. */
  static Set<String> questions(Catalogue.Answers answers) {
    Set<String> questions = new LinkedHashSet<>(answers.asked());
    questions.addAll(answers.audiences());
    add(answers.received(), questions);
    add(answers.given(), questions);
    return questions;
  }

  private static void add(Catalogue.Told told, Set<String> questions) {
    if (told != null) {
      questions.add(told.whether());
      questions.add(told.kinds());
      if (told.partners() != null) {
        questions.add(told.partners());
      }
    }
  }

  /** As elements that such assistance serves. */
  Demand demand(Catalogue.Answers answers) {
    return new Demand(served(asked, answers), served(received, answers));
  }

  private static Set<String> served(Collection<String> choices, Catalogue.Answers answers) {
    if (choices == null) {
      return null;
    }
    Set<String> served = new LinkedHashSet<>();
    for (String choice : choices) {
      String element = answers.serves().get(choice);
      if (element != null) {
        served.add(element);
      }
    }
    return served;
  }
}
