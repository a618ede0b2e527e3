/**
 * Owns info-states: countries put into groups by how far they are, the quality of such groups, and
 * the movement between them over years.
 *
 * <p>Invariant: group 1 is the highest, 0 is nobody's group, and equal values are never parted.
 *
 * <p>Plain Java: nothing but {@code java..} and {@code scoring} is used; chance comes in as a seed.
 */
package org.infostate.cluster;
