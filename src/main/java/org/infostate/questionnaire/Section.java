package org.infostate.questionnaire;

import java.util.List;
import org.infostate.logic.Expression;

/** One page of a questionnaire. */
public record Section(String name, Expression relevant, List<Item> items) {

  /** Its questions in order, those of rosters included. */
  public List<Question> questions() {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Roster roster
                    ? roster.questions().stream()
                    : java.util.stream.Stream.of((Question) item))
        .toList();
  }
}
