package org.infostate.round;

import java.time.Instant;

/** Fired in the transaction that opens a round. */
public record RoundOpened(Round round, Instant at) {}
