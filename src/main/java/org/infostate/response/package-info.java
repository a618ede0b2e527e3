/**
 * Owns a country's answers in a round and their way from draft to accepted: on the web form, in the
 * workbook and through the API.
 *
 * <p>Invariant: every write of an answer passes {@link org.infostate.response.AnswerCheck} and
 * leaves a revision, in one transaction.
 */
package org.infostate.response;
