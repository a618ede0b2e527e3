package org.infostate.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/**
 * A page as a PDF document on A4: tagged, with its title and language, a bookmark for each heading,
 * and its fonts within. The renderer may read nothing but the page.
 */
public final class PdfDocument {

  private static final String STYLE = new String(resource("paper.css"), StandardCharsets.UTF_8);

  private static final Pattern DIRECTION_SIGNS =
      Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
  private static final Pattern VOWEL_SIGNS = Pattern.compile("[\\u064b-\\u0652\\u0670]");

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
    boolean rightToLeft = "rtl".equals(page.root().firstElementChild().attr("dir"));
    if (rightToLeft) {
      mirror(page);
    }
    bookmarks(page);
    keepWording(page);
    try (PdfBoxRenderer renderer = renderer(page, rightToLeft)) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      tidy(document.getDocumentCatalog().getStructureTreeRoot(), rightToLeft);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfBoxRenderer renderer(Document page, boolean rightToLeft) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Infostate");
    builder.withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), null);
    builder.useUriResolver((base, uri) -> null);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
    PdfFonts.addTo(builder);
    builder.useSVGDrawer(new PdfDrawings());
    return builder.buildPdfRenderer();
  }

  /** The renderer sets the cells of a row from left to right in every language. */
  private static void mirror(Document page) {
    for (Element row : page.select("tr")) {
      List<Element> cells = new ArrayList<>(row.children());
      Collections.reverse(cells);
      cells.forEach(row::appendChild);
    }
  }

  /**
   * What is to be read aloud: of drawings their title and description; of Arabic, which is drawn in
   * the order and in the forms in which it is seen, the text as it was written. Vowel signs are not
   * drawn: they would stand beside their letters.
   */
  private static void keepWording(Document page) {
    for (Element drawing : page.select("svg")) {
      List<String> texts = drawing.select("> title, > desc").eachText();
      drawing.attr("alt", plain(String.join(": ", texts)));
    }
    for (Element block : page.select("h1, h2, p, li, th, td")) {
      block.removeAttr("title");
      char[] text = plain(block.text()).toCharArray();
      if (Bidi.requiresBidi(text, 0, text.length)) {
        block.attr("title", new String(text));
      }
    }
    for (TextNode text : page.body().nodeStream(TextNode.class).toList()) {
      text.text(VOWEL_SIGNS.matcher(text.getWholeText()).replaceAll(""));
    }
  }

  private static String plain(String text) {
    return DIRECTION_SIGNS.matcher(text).replaceAll("");
  }

  /** A row that was mirrored is read from its first cell on; wording is no description. */
  private static void tidy(PDStructureNode node, boolean mirrored) {
    List<Object> kids = node.getKids();
    if (node instanceof PDStructureElement element) {
      if (mirrored && element.getStructureType().equals("TR")) {
        Collections.reverse(kids);
        element.setKids(kids);
      }
      if (!element.getStructureType().equals("Figure")) {
        element.setActualText(element.getAlternateDescription());
        element.setAlternateDescription(null);
      }
    }
    for (Object kid : kids) {
      if (kid instanceof PDStructureNode child) {
        tidy(child, mirrored);
      }
    }
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
