/**
 * Owns what can be said about the numbers of an index beside the index: distributions,
 * correlations, reliability, strengths and weaknesses, the effect of leaving something out, trends.
 *
 * <p>Invariant: nothing here changes a score; it only looks at tables that {@code scoring} made.
 *
 * <p>Plain Java: nothing but {@code java..} and {@code scoring} is used.
 */
package org.infostate.diagnostics;
