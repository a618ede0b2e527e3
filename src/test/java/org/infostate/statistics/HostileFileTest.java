package org.infostate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is uploaded, reading ends soon, with figures or with a numbered problem. */
class HostileFileTest {

  private static final String SHEET =
      """
      | Percentage of Individuals using the Internet
      | 2000 | 2001
      France | 14.3 | 26.3
      Germany | 30.2 | 31.7
      """;

  private static final byte[] XLS = Workbooks.xls(Map.of("Final", SHEET));
  private static final byte[] XLSX = Workbooks.xlsx(Map.of("Final", SHEET));
  private static final byte[] CSV =
      "iso3,year,mean_years_of_schooling\nFRA,2000,9.7\nDEU,2000,12\n"
          .getBytes(StandardCharsets.UTF_8);

  private static ProblemKind refusal(byte[] content) {
    return assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () ->
            assertThrows(ProblemException.class, () -> PublishedFile.of("file", content).read())
                .first()
                .kind());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyFileIsNoFile() {
    assertEquals(ProblemKind.FILE_MISSING, refusal(new byte[0]));
  }

  @Test
  void aFileOfMoreThanTwentyMegabytesIsNotRead() {
    assertEquals(ProblemKind.STATISTICS_TOO_LARGE, refusal(new byte[(20 << 20) + 1]));
  }

  @Test
  void aRenamedZipIsUnreadable() {
    assertEquals(
        ProblemKind.STATISTICS_UNREADABLE, refusal(Workbooks.zip(Map.of("a.txt", "hello"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "<html><table><tr><td>France</td></tr></table></html>",
        "iso3;year;mean_years_of_schooling\nFRA;2000;9.7",
        "{\"a\": 1}",
        "\n\n\n",
        "%PDF-1.7"
      })
  void aTextOfAnotherKindIsOfNoKnownFormat(String text) {
    assertEquals(ProblemKind.STATISTICS_FORMAT_UNKNOWN, refusal(utf8(text)));
  }

  @Test
  void aWorkbookOfAnotherKindIsOfNoKnownFormat() {
    assertEquals(
        ProblemKind.STATISTICS_FORMAT_UNKNOWN,
        refusal(Workbooks.xlsx(Map.of("Answers", "a | b\n1 | 2"))));
    assertEquals(
        ProblemKind.STATISTICS_FORMAT_UNKNOWN,
        refusal(Workbooks.xls(Map.of("Answers", "a | b\n1 | 2"))));
  }

  @Test
  void whatIsNoTextInUtf8IsUnreadable() {
    assertEquals(
        ProblemKind.STATISTICS_UNREADABLE,
        refusal("Côte d'Ivoire".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(ProblemKind.STATISTICS_UNREADABLE, refusal(utf8("iso3,year\0")));
    assertEquals(
        ProblemKind.STATISTICS_UNREADABLE, refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
  }

  @Test
  void macrosAreRefused() {
    assertEquals(
        ProblemKind.WORKBOOK_MACROS,
        refusal(Workbooks.rezipped(XLSX, "xl/vbaProject.bin", new byte[] {1})));
  }

  @Test
  void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
    byte[] bomb = Workbooks.rezipped(XLSX, "xl/worksheets/sheet1.xml", new byte[65 << 20]);
    assertTrue(bomb.length < 1 << 20);
    assertEquals(ProblemKind.STATISTICS_TOO_LARGE, refusal(bomb));
    byte[] styles = Workbooks.rezipped(XLSX, "xl/styles.xml", new byte[5 << 20]);
    assertEquals(ProblemKind.STATISTICS_TOO_LARGE, refusal(styles));
  }

  @Test
  void entitiesOfXmlAreNotExpanded() {
    StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [");
    laughs.append("<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><sst><si><t>&a29;</t></si></sst>");
    assertEquals(
        ProblemKind.STATISTICS_UNREADABLE,
        refusal(Workbooks.rezipped(XLSX, "xl/sharedStrings.xml", utf8(laughs.toString()))));
  }

  @Test
  void aSheetOfTooManyCellsIsRefused() {
    StringBuilder sheet =
        new StringBuilder(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>");
    for (int row = 1; row <= 500_000; row++) {
      sheet.append("<row><c r=\"A").append(row).append("\"><v>1</v></c></row>");
    }
    sheet.append("</sheetData></worksheet>");
    assertEquals(
        ProblemKind.STATISTICS_TOO_LARGE,
        refusal(Workbooks.rezipped(XLSX, "xl/worksheets/sheet1.xml", utf8(sheet.toString()))));
  }

  @Test
  void aTextOfTooManyLinesIsRefused() {
    assertEquals(ProblemKind.STATISTICS_TOO_LARGE, refusal(utf8("a\n".repeat(300_000))));
    assertEquals(
        ProblemKind.STATISTICS_TOO_LARGE, refusal(utf8((",".repeat(999) + "\n").repeat(3000))));
  }

  @Test
  void tooManyFiguresAreRefused() {
    StringBuilder text = new StringBuilder("Country Name,Country Code,Indicator Name,");
    text.append("Indicator Code");
    for (int year = 1900; year <= 2100; year++) {
      text.append(',').append(year);
    }
    String figures = ",1".repeat(201);
    for (Country country : CountryTable.published()) {
      for (String series : List.of("SP.POP.TOTL", "NY.GDP.MKTP.CD", "IT.CEL.SETS")) {
        text.append("\n,").append(country.iso3()).append(",,").append(series);
        text.append(figures);
      }
    }
    assertEquals(ProblemKind.STATISTICS_TOO_LARGE, refusal(utf8(text.toString())));
  }

  @Test
  void aFileThatWasCutOffIsRefused() {
    for (int length = 1; length < XLSX.length; length += 37) {
      byte[] cut = Arrays.copyOf(XLSX, length);
      ProblemKind kind = refusal(cut);
      assertTrue(
          kind == ProblemKind.STATISTICS_UNREADABLE
              || length < 4 && kind == ProblemKind.STATISTICS_FORMAT_UNKNOWN,
          length + ": " + kind);
    }
  }

  @Test
  void anOldWorkbookThatWasCutOffIsRefusedUnlessNothingIsLost() {
    Reading whole = PublishedFile.of("file", XLS).read();
    int refused = 0;
    for (int part = 1; part < 50; part++) {
      try {
        byte[] cut = Arrays.copyOf(XLS, XLS.length * part / 50);
        assertEquals(whole, PublishedFile.of("file", cut).read());
      } catch (ProblemException e) {
        assertEquals(ProblemKind.STATISTICS_UNREADABLE, e.first().kind());
        refused++;
      }
    }
    assertTrue(refused > 40);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFileWithWrongBytesIsReadOrRefused(long seed) {
    Random random = new Random(seed);
    for (byte[] whole : List.of(XLS, XLSX, CSV)) {
      for (int attempt = 0; attempt < 150; attempt++) {
        byte[] wrong = whole.clone();
        for (int i = 0; i <= random.nextInt(20); i++) {
          wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> readOrRefuse(wrong));
      }
    }
  }

  private static void readOrRefuse(byte[] content) {
    try {
      Reading reading = PublishedFile.of("file", content).read();
      assertTrue(!reading.figures().isEmpty());
    } catch (ProblemException e) {
      assertTrue(e.first().kind().status() < 500);
    }
  }
}
