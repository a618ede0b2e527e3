package org.infostate.response;

/** By which way an answer came. */
public enum Via {
  PAGE,
  WORKBOOK,
  API,
  SAMPLE
}
