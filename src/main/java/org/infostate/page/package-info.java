/**
 * Owns what an HTML page is before it is drawn: the name of its template and what the template is
 * given.
 *
 * <p>Invariant: a page knows neither the reader nor the language; {@code web} adds them when it
 * draws it.
 */
package org.infostate.page;
