package org.infostate.assessment;

/** A run was ordered, and begins once the transaction that ordered it has ended well. */
record RunOrdered(long assessmentId) {}
