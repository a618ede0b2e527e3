/**
 * Owns the XLSForm expression language: parse, check types, evaluate, render as Excel formula,
 * render as plain words, list dependencies.
 *
 * <p>Invariant: one tree serves every use, and an unanswered question is unknown in all of them:
 * neither false, nor zero, nor the empty text. No expression, however hostile, ends in anything but
 * a value or an {@link org.infostate.logic.ExpressionException}.
 *
 * <p>Absent on purpose: chance, the clock, the reader's language. What a form computes must be the
 * same for everybody and every time; {@code today()} comes in with the answers.
 */
package org.infostate.logic;
