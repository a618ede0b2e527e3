package org.infostate.planted.nowhere;

/** Stands in a package without a place in the order, and without a package-info. */
record Stray(String code) {}
