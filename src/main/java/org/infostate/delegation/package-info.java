/**
 * Owns the handing over of sections: to whom, on whose word, and whether they are done with them.
 *
 * <p>Invariant: a one-time link that comes with a section is written only into a letter that
 * planners can not read.
 */
package org.infostate.delegation;
