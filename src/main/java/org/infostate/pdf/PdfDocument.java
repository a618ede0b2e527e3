package org.infostate.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/**
 * A page as a PDF document on A4: tagged, with its title and language, a bookmark for each heading,
 * and its fonts within. The renderer may read nothing but the page.
 */
public final class PdfDocument {

  private static final String STYLE = new String(resource("paper.css"), StandardCharsets.UTF_8);

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PdfDocument() {}

  /**
   * @param html a whole page with {@code lang}, {@code dir} and {@code title}; drawings are inline
   *     SVG as charts are written. Scripts and styles of its own are left out.
   */
  public static byte[] of(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, style, link").remove();
    page.head().appendElement("style").appendText(STYLE);
    bookmarks(page);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Infostate");
    builder.withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), null);
    builder.useUriResolver((base, uri) -> null);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    directions(builder, page);
    PdfFonts.addTo(builder);
    builder.useSVGDrawer(new PdfDrawings());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void directions(PdfRendererBuilder builder, Document page) {
    boolean rightToLeft = "rtl".equals(page.root().firstElementChild().attr("dir"));
    Locale locale = Locale.forLanguageTag(page.root().firstElementChild().attr("lang"));
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
    // Chinese has no blanks to break lines at.
    builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(locale));
  }

  /** The outline beside the document: its headings, those of the second rank below the first. */
  private static void bookmarks(Document page) {
    Element bookmarks = new Element(Tag.valueOf("bookmarks"), "");
    Element chapter = bookmarks;
    int number = 0;
    for (Element heading : page.select("h1, h2")) {
      number++;
      heading.attr("id", "heading-" + number);
      Element bookmark =
          (heading.normalName().equals("h1") ? bookmarks : chapter).appendElement("bookmark");
      bookmark.attr("name", heading.text()).attr("href", "#heading-" + number);
      chapter = heading.normalName().equals("h1") ? bookmark : chapter;
    }
    page.head().appendChild(bookmarks);
  }

  static byte[] resource(String name) {
    try (InputStream in = PdfDocument.class.getResourceAsStream("/pdf/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
