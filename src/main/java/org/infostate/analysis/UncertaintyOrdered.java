package org.infostate.analysis;

/** An uncertainty run was ordered; it begins once the transaction that ordered it ended well. */
record UncertaintyOrdered(long runId) {}
