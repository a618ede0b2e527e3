package org.infostate.planted.round;

import org.infostate.planted.web.Shell;

/** Uses the shell. */
record UsesShell(Shell shell) {}
