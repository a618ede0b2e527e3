package org.infostate.response;

import java.time.LocalDate;
import java.util.List;
import org.infostate.logic.Answers;
import org.infostate.logic.Value;
import org.infostate.questionnaire.Choice;

/** What a choice filter reads: the columns of one choice before the answers. */
record ChoiceColumns(Answers answers, Choice choice) implements Answers {

  @Override
  public Value value(String name) {
    if (name.equals("name")) {
      return Value.of(choice.name());
    }
    String column = choice.columns().get(name);
    return column == null ? answers.value(name) : Value.of(column);
  }

  @Override
  public List<Answers> rows(String roster) {
    return answers.rows(roster);
  }

  @Override
  public LocalDate today() {
    return answers.today();
  }

  @Override
  public Value self() {
    return answers.self();
  }
}
