/**
 * Owns what the reviewer and the country say to each other about answers, and what the reviewer
 * could verify.
 *
 * <p>Invariant: nothing here changes what a country declared; a verdict stands beside the answer
 * and names the revision that was judged.
 */
package org.infostate.review;
