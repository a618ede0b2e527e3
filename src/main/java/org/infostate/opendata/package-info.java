/**
 * Owns what everybody may read: the public answers of accepted responses, published statistics, and
 * the pages and files that they are shown in.
 *
 * <p>Invariant: an answer leaves this package only if its response is accepted and both its
 * question and the country that gave it say that it is public; a contact point never does.
 */
package org.infostate.opendata;
