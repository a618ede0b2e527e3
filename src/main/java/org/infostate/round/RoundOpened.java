package org.infostate.round;

/** Fired in the transaction that opens a round. */
public record RoundOpened(Round round) {}
