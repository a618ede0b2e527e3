package org.infostate.page;

/**
 * A page to be made a PDF document: a type of its own, so that no page becomes one because of what
 * a browser says it accepts.
 *
 * @param page with a template of a whole page on paper, as {@code profile/paper.jte}
 */
public record Paper(View page) {}
