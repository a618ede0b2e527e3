package org.infostate.planted.round;

import com.google.ortools.linearsolver.MPSolver;

/** Touches OR-Tools outside the solver. */
record Solving(MPSolver solver) {}
