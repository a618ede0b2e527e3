/**
 * Owns the sample data: invented people, and answers and statistics of invented countries, made
 * from a fixed seed through the same checks as everybody's.
 *
 * <p>Invariant: nothing is ever invented about a real country.
 */
package org.infostate.sample;
