/**
 * Owns assessments: frozen runs of an index over answers and statistics, with every table between.
 *
 * <p>Invariant: an assessment names the hash of the method, the data and the seed that it came
 * from, and never changes once it is made.
 */
package org.infostate.assessment;
