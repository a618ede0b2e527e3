package org.infostate.planted.round;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/** Touches the renderer of documents outside its own classes. */
record Printing(PdfRendererBuilder builder) {}
