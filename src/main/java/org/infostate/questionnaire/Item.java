package org.infostate.questionnaire;

import org.infostate.logic.Expression;

/** What a section is made of: a question or a roster. */
public sealed interface Item permits Question, Roster {

  /** Unique over all questionnaires of a round. */
  String name();

  /** When it is asked; null for always. */
  Expression relevant();
}
