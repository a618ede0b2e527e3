package org.infostate.planted.round;

import org.ojalgo.optimisation.ExpressionsBasedModel;

/** Touches ojAlgo outside the solver. */
record Solving(ExpressionsBasedModel model) {}
