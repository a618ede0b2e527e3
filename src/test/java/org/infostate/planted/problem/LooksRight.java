package org.infostate.planted.problem;

import org.infostate.planted.round.Planned;

/** Uses a package to its right. */
record LooksRight(Planned planned) {}
