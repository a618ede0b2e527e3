package org.infostate.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;

/**
 * The fonts of documents: Noto, for the letters of the six languages. A font is asked for a letter
 * after those before it had none. Chinese has one weight; its bold is drawn thicker.
 */
final class PdfFonts {

  static final String[] FAMILIES = {"Noto Sans", "Noto Sans Arabic", "Noto Sans SC"};

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfFonts() {}

  static void addTo(PdfRendererBuilder builder) {
    add(builder, "NotoSans-Regular.ttf", FAMILIES[0], REGULAR);
    add(builder, "NotoSans-Bold.ttf", FAMILIES[0], BOLD);
    add(builder, "NotoSansArabic-Regular.ttf", FAMILIES[1], REGULAR);
    add(builder, "NotoSansArabic-Bold.ttf", FAMILIES[1], BOLD);
    add(builder, "NotoSansSC-Regular.ttf", FAMILIES[2], REGULAR);
  }

  private static void add(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(
        () -> new ByteArrayInputStream(PdfDocument.resource(file)),
        family,
        weight,
        FontStyle.NORMAL,
        true);
  }
}
