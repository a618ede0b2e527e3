package org.infostate.planted.round;

import org.apache.poi.ss.usermodel.Sheet;

/** Touches POI outside a workbook class. */
record Sheets(Sheet sheet) {}
