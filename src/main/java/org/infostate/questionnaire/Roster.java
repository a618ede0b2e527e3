package org.infostate.questionnaire;

import java.util.List;
import org.infostate.logic.Expression;

/**
 * A table question whose rows are things; XLSForm's repeat.
 *
 * @param register inventory register that the rows belong to; may be null
 */
public record Roster(String name, String register, Expression relevant, List<Question> questions)
    implements Item {}
