package org.infostate.response;

/** By which way an answer came. */
public enum Via {
  PAGE,
  WORKBOOK,
  API,
  /** From the last round, when this one was opened. */
  CARRIED,
  SAMPLE
}
