package org.infostate.planted.round;

import org.jfree.chart.JFreeChart;

/** Touches JFreeChart outside a chart class. */
record Drawing(JFreeChart chart) {}
