package org.infostate.planning;

/** A plan is to be composed. */
record PlanOrdered(long planId) {}
