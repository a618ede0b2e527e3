package org.infostate.assessment;

/**
 * What an element counts where nothing is missing.
 *
 * @param ofParent share among the children of its parent, 0 to 1
 * @param ofWhole product of these shares up to the top, 0 to 1
 */
public record ElementWeight(String element, double ofParent, double ofWhole) {}
