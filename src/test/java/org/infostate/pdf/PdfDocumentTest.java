package org.infostate.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages as documents.
 *
 * <ol>
 *   <li>Every letter of every text of this program is in a font.
 *   <li>Arabic stands in the order in which it is read: letters, cells, pages; it is read aloud as
 *       it was written.
 *   <li>Nothing is fetched, whatever the page asks for.
 *   <li>A heading stands on the page of what it heads.
 *   <li>Texts of drawings have their own weight; a drawing is read aloud as its description.
 * </ol>
 */
class PdfDocumentTest {

  private static final String DRAWING =
      """
      <svg width="200" height="100"><title>Radar</title><desc>Of two</desc>
      <rect width="200" height="100" fill="#fff"/><path d="" stroke="#0072b2" fill="none"/>
      <text x="100" y="50" fill="#1b2430" text-anchor="middle">%s</text></svg>
      """;

  private static String page(String language, String direction, String body) {
    return """
        <!DOCTYPE html><html lang="%s" dir="%s"><head><title>T &amp; title</title>
        <meta name="description" content="about"></head>
        <body><div class="page-head">head</div><div class="page-stamp">stamp</div>
        <div class="page-foot">foot <span class="page-number"></span> of
        <span class="page-count"></span></div>%s</body></html>
        """
        .formatted(language, direction, body);
  }

  private static PDDocument made(String html) throws IOException {
    return Loader.loadPDF(PdfDocument.of(html));
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  /** Each letter of the first page with its place, in the order in which they are drawn. */
  private static List<TextPosition> letters(PDDocument document) throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
          }
        };
    reader.setEndPage(1);
    reader.getText(document);
    return letters;
  }

  private static float x(List<TextPosition> letters, String letter) {
    return letters.stream()
        .filter(one -> one.getUnicode().equals(letter))
        .findFirst()
        .orElseThrow()
        .getX();
  }

  private static List<PDStructureElement> structure(PDStructureNode node) {
    List<PDStructureElement> all = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        all.add(element);
        all.addAll(structure(element));
      }
    }
    return all;
  }

  private static List<String> wordings(PDDocument document, String type) {
    return structure(document.getDocumentCatalog().getStructureTreeRoot()).stream()
        .filter(one -> one.getStructureType().equals(type))
        .map(PDStructureElement::getActualText)
        .toList();
  }

  @Test
  void everyLetterOfEveryTextIsInAFont() throws IOException {
    List<CmapLookup> fonts = new ArrayList<>();
    for (String name : List.of("NotoSans", "NotoSansArabic", "NotoSansSC")) {
      fonts.add(
          new TTFParser()
              .parse(new RandomAccessReadBuffer(PdfDocument.resource(name + "-Regular.ttf")))
              .getUnicodeCmapLookup());
    }
    Set<String> missing = new TreeSet<>();
    AtomicInteger known = new AtomicInteger();
    for (Path folder : List.of(Path.of("src/main/resources"), Path.of("questionnaires"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*\\.(properties|yaml|csv)")).toList()) {
          Files.readString(file)
              .codePoints()
              .filter(PdfDocumentTest::isDrawn)
              .peek(letter -> known.incrementAndGet())
              .filter(letter -> fonts.stream().allMatch(font -> font.getGlyphId(letter) == 0))
              .forEach(letter -> missing.add(Character.getName(letter) + " in " + file));
        }
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(known.get() > 100_000, known.toString());
  }

  private static boolean isDrawn(int letter) {
    return !Character.isISOControl(letter)
        && Character.getType(letter) != Character.FORMAT
        && !Character.isWhitespace(letter);
  }

  @Test
  void arabicStandsInTheOrderInWhichItIsRead() throws IOException {
    String table =
        """
        <h1>\u2068روريتانيا\u2069</h1>
        <table><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr>
        </thead><tbody><tr><th scope="row">التشريعات</th><td>صُرّح بها</td><td>٤٫٢</td></tr></tbody>
        </table>
        """;
    try (PDDocument document = made(page("ar", "rtl", table))) {
      List<TextPosition> letters = letters(document);
      assertTrue(x(letters, "A") > x(letters, "B") && x(letters, "B") > x(letters, "C"));
      // The stripper brings what is drawn from left to right into the order of reading.
      assertTrue(text(document).contains("روريتانيا"), text(document));
      assertTrue(text(document).contains("التشريعات"), text(document));
      assertFalse(text(document).matches("(?s).*[\u2066-\u2069].*"), text(document));
      assertEquals(List.of("روريتانيا"), wordings(document, "H1"));
      assertEquals(List.of("صُرّح بها", "٤٫٢"), wordings(document, "TD"));
      assertEquals("ar", document.getDocumentCatalog().getLanguage());
    }
  }

  /** The first cell of a row is read first also where it stands at the right. */
  @Test
  void rowsAreReadFromTheirFirstCell() throws IOException {
    String table = "<table><tbody><tr><th scope=\"row\">التشريعات</th><td>٥</td></tr></table>";
    for (String direction : List.of("rtl", "ltr")) {
      try (PDDocument document = made(page("ar", direction, table))) {
        assertEquals(
            List.of("TH", "TD"),
            structure(document.getDocumentCatalog().getStructureTreeRoot()).stream()
                .map(PDStructureElement::getStructureType)
                .filter(type -> type.matches("T[HD]"))
                .toList());
      }
    }
  }

  @Test
  void pagesAreNumberedInTheMiddle() throws IOException {
    String body = "<p>1</p>".repeat(120);
    for (String direction : List.of("rtl", "ltr")) {
      String html = page("ar", direction, body).replace("foot", "صفحة").replace(" of", " من");
      html = html.replace("page-صفحة", "page-foot");
      try (PDDocument document = made(html)) {
        PDPage first = document.getPage(0);
        List<TextPosition> foot =
            letters(document).stream()
                .filter(letter -> letter.getY() > first.getMediaBox().getHeight() - 45)
                .toList();
        double left = foot.stream().mapToDouble(TextPosition::getX).min().orElseThrow();
        double right =
            foot.stream().mapToDouble(one -> one.getX() + one.getWidth()).max().orElseThrow();
        assertEquals(first.getMediaBox().getWidth() / 2, (left + right) / 2, 3, direction);
        assertTrue(
            x(foot, "1") > x(foot, String.valueOf(document.getNumberOfPages()))
                == direction.equals("rtl"));
      }
    }
  }

  @Test
  void nothingIsFetched(@TempDir Path folder) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    elsewhere.start();
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    try {
      String address = "http://localhost:" + elsewhere.getAddress().getPort() + "/x";
      String hostile =
          """
          <img src="A.png"><img src="B"><object data="A" type="image/png"></object>
          <link rel="stylesheet" href="A.css"><style>@import url(A.css); p { color: red }</style>
          <iframe src="B"></iframe><embed src="A"><video src="A" poster="A"></video>
          <p style="background: url(A.png)">after</p>
          <div style="background-image: url('B')">it</div><ul style="list-style: url(A)"><li>l</ul>
          <input type="image" src="A"><script src="A"></script>
          """
              .replace("A", address)
              .replace("B", secret.toUri().toString());
      try (PDDocument document = made(page("en", "ltr", hostile))) {
        assertTrue(text(document).contains("after"), text(document));
        assertFalse(text(document).contains("SECRET"), text(document));
      }
      assertEquals(0, asked.get());
    } finally {
      elsewhere.stop(0);
    }
  }

  @Test
  void whatLooksLikeMarkupStaysText() throws IOException {
    String hostile = "&lt;img src=http://x.example/a.png&gt;\u0000\u202e\ud800 &amp;amp; x";
    try (PDDocument document =
        made(page("en", "ltr", "<p>" + hostile + "x".repeat(5_000) + "</p>"))) {
      assertTrue(text(document).contains("<img src=http://x.example/a.png>"), text(document));
    }
  }

  @Test
  void aHeadingStandsOnThePageOfWhatItHeads() throws IOException {
    String section =
        "<section><h2>QQ</h2><div><table><thead><tr><th>ZZ</th></tr></thead><tbody>"
            + "<tr><td>XX</td></tr><tr><td>b</td></tr></tbody></table></div></section>";
    int moved = 0;
    for (int before = 30; before < 46; before++) {
      try (PDDocument document =
          made(page("en", "ltr", "<p>filler</p>".repeat(before) + section))) {
        PDFTextStripper first = new PDFTextStripper();
        first.setEndPage(1);
        String text = first.getText(document);
        assertEquals(text.contains("XX"), text.contains("QQ"), before + " " + text);
        assertEquals(text.contains("XX"), text.contains("ZZ"), before + " " + text);
        moved += text.contains("XX") ? 0 : 1;
      }
    }
    assertTrue(moved > 0 && moved < 16, String.valueOf(moved));
  }

  @Test
  void textsOfDrawingsHaveTheirOwnWeight() throws IOException {
    String body = "<h1>标题</h1><figure>" + DRAWING + "</figure>";
    // Chinese has no bold font: headings are drawn thicker, and nothing else.
    int without = thickened(page("zh", "ltr", "<h1>标题</h1>"));
    assertTrue(without > 0, String.valueOf(without));
    assertEquals(without, thickened(page("zh", "ltr", body.formatted("设备"))));
  }

  /** How many texts are drawn with an outline. */
  private static int thickened(String html) throws IOException {
    int thickened = 0;
    try (PDDocument document = made(html)) {
      List<Object> tokens = new PDFStreamParser(document.getPage(0)).parse();
      for (int i = 1; i < tokens.size(); i++) {
        if (tokens.get(i) instanceof Operator operator
            && operator.getName().equals("Tr")
            && tokens.get(i - 1).toString().contains("2")) {
          thickened++;
        }
      }
    }
    return thickened;
  }

  @Test
  void aDrawingIsReadAloudAsItsDescription() throws IOException {
    try (PDDocument document =
        made(page("en", "ltr", "<figure>" + DRAWING.formatted("Legislation") + "</figure>"))) {
      assertEquals(
          List.of("Radar: Of two"),
          structure(document.getDocumentCatalog().getStructureTreeRoot()).stream()
              .filter(one -> one.getStructureType().equals("Figure"))
              .map(PDStructureElement::getAlternateDescription)
              .toList());
      assertTrue(text(document).contains("Legislation"), text(document));
      assertEquals("T & title", document.getDocumentInformation().getTitle());
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertNotEquals(0, document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
    }
  }

  @Test
  void fontsAreUnderTheirLicence() {
    String licence = new String(PdfDocument.resource("OFL.txt"), StandardCharsets.UTF_8);
    assertTrue(licence.contains("SIL OPEN FONT LICENSE Version 1.1"), licence);
  }
}
