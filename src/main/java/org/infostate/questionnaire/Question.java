package org.infostate.questionnaire;

import org.infostate.logic.Expression;

/**
 * A question. Expressions are null where the form gives none.
 *
 * @param list name of the list of choices of a select question; otherwise null
 * @param required when an answer is required to submit: null for never
 * @param constraint what an answer must fulfil
 * @param calculation what a calculate question is
 * @param choiceFilter which choices are offered: it names the columns of the choices
 * @param indicator indicator of the capacity index that the answer feeds; may be null
 * @param evidence {@code required}, {@code optional} or {@code none}
 * @param reference treaty articles; may be null
 */
public record Question(
    String name,
    QuestionType type,
    String list,
    Expression relevant,
    Expression required,
    Expression constraint,
    Expression calculation,
    Expression choiceFilter,
    String indicator,
    String evidence,
    Confidentiality confidentiality,
    String reference)
    implements Item {}
