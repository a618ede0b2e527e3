package org.infostate.plan;

/** A plan is to be composed. */
record PlanOrdered(long planId) {}
