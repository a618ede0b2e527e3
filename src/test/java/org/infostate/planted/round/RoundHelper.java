package org.infostate.planted.round;

/** Is named after nothing that it is. */
final class RoundHelper {}
