package org.infostate.reporting;

/** A report is to be made. */
record ReportOrdered(long reportId) {}
