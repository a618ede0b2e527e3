package org.infostate.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are made to harm: each is refused with a numbered problem, and little is built of it.
 */
class HostileXlsFormTest {

  private static final String SURVEY = "xl/worksheets/sheet1.xml";
  private static final int MANY_ROWS = 1_048_576;

  /** What a refused file may make of the heap, beside the file itself. */
  private static final long MOST_BYTES_ALLOCATED = 400L << 20;

  private static final byte[] GOOD =
      Markdown.workbook(
          """
          | survey | | | |
          | | type | name | label |
          | | text | q | Question |
          """);

  /** Writes a part of any length. */
  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of("no zip", bytes("type,name\ntext,q"), ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of("cut off", cut(GOOD), ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of(
            "old format",
            new byte[] {
              (byte) 0xD0,
              (byte) 0xCF,
              0x11,
              (byte) 0xE0,
              (byte) 0xA1,
              (byte) 0xB1,
              0x1A,
              (byte) 0xE1,
              0
            },
            ProblemKind.WORKBOOK_OLD_FORMAT),
        Arguments.of(
            "too many bytes",
            new byte[(WorkbookFile.MOST_MEGABYTES << 20) + 1],
            ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of(
            "zip bomb",
            with(SURVEY, out -> repeat(out, " ".repeat(1 << 16), 1 << 10)),
            ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of(
            "bomb in the styles",
            with("xl/styles.xml", out -> repeat(out, " ".repeat(1 << 16), 1 << 10)),
            ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of(
            "bomb in a part that nobody reads",
            with("xl/media/image1.png", out -> repeat(out, "\0".repeat(1 << 16), 1 << 10)),
            ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of("too many parts", manyParts(), ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of(
            "macros", with("xl/vbaProject.bin", out -> out.write(1)), ProblemKind.WORKBOOK_MACROS),
        Arguments.of(
            "links to other files",
            with("xl/externalLinks/externalLink1.xml", out -> out.write(bytes("<x/>"))),
            ProblemKind.WORKBOOK_MACROS),
        Arguments.of(
            "external entity",
            with(
                SURVEY,
                out ->
                    out.write(
                        bytes(
                            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM"
                                + " \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas."
                                + "openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>"
                                + "<c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData>"
                                + "</worksheet>"))),
            ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of(
            "entities of entities",
            with(
                SURVEY,
                out ->
                    out.write(
                        bytes(
                            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY"
                                + " b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                                + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet xmlns=\"http://schemas"
                                + ".openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>"
                                + "<c t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData>"
                                + "</worksheet>"))),
            ProblemKind.XLSFORM_NOT_A_WORKBOOK),
        Arguments.of(
            "1,048,576 rows", with(SURVEY, sheet(MANY_ROWS, 1)), ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of(
            "16,384 columns", with(SURVEY, sheet(1, 16_384)), ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of("too many sheets", manySheets(), ProblemKind.XLSFORM_TOO_LARGE),
        Arguments.of(
            "a cell of 10 MB",
            with(
                SURVEY,
                out -> {
                  out.write(bytes(BEGIN + "<row><c t=\"inlineStr\"><is><t>type</t></is></c>"));
                  out.write(bytes("<c t=\"inlineStr\"><is><t>name</t></is></c></row><row>"));
                  out.write(bytes("<c t=\"inlineStr\"><is><t>text</t></is></c>"));
                  out.write(bytes("<c t=\"inlineStr\"><is><t>"));
                  Random chance = new Random(1);
                  for (int i = 0; i < 10 << 20; i++) {
                    out.write('a' + chance.nextInt(26));
                  }
                  out.write(bytes("</t></is></c></row>" + END));
                }),
            ProblemKind.FORM_TEXT_TOO_LONG),
        Arguments.of(
            "formulas where text is expected",
            with(
                SURVEY,
                out ->
                    out.write(
                        bytes(
                            BEGIN
                                + "<row><c t=\"str\"><f>\"ty\"&amp;\"pe\"</f><v>type</v></c></row>"
                                + END))),
            ProblemKind.WORKBOOK_FORMULA));
  }

  private static final String BEGIN =
      "<?xml version=\"1.0\"?><worksheet"
          + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String END = "</sheetData></worksheet>";

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefusedWithItsProblemAndBuildsLittle(String what, byte[] content, ProblemKind kind) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    ProblemException refused =
        assertThrows(ProblemException.class, () -> XlsForm.read(content, "f.xlsx"));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertEquals(kind, refused.first().kind());
    assertTrue(refused.problems().size() <= 1_000);
    assertTrue(allocated < MOST_BYTES_ALLOCATED, () -> (allocated >> 20) + " MB for " + what);
  }

  @Test
  void formulasAndErrorsAreToldByTheirCells() {
    byte[] content =
        with(
            SURVEY,
            out ->
                out.write(
                    bytes(
                        BEGIN
                            + row("type", "name", "label")
                            + row("begin_group", "g", "G")
                            + "<row><c t=\"inlineStr\"><is><t>text</t></is></c><c t=\"str\"><f>A1</f>"
                            + "<v>x</v></c><c t=\"e\"><v>#REF!</v></c></row>"
                            + row("end_group")
                            + END)));

    assertEquals(
        List.of("WORKBOOK_FORMULA survey!B3", "WORKBOOK_CELL survey!C3 #REF!"),
        Markdown.problems(content));
  }

  @Test
  void theGoodFileIsReadAfterAll() {
    assertEquals(List.of(), Markdown.problems(GOOD));
    assertEquals(
        List.of(),
        Markdown.problems(
            with(
                SURVEY,
                out ->
                    out.write(
                        bytes(
                            BEGIN
                                + row("type", "name", "label")
                                + row("text", "q", "Question")
                                + "<row r=\"1048576\"><c s=\"0\"/></row>"
                                + END)))));
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static Part sheet(int rows, int columns) {
    return out -> {
      // Of chance: what packs too well is refused before it is read.
      Random chance = new Random(rows);
      out.write(bytes(BEGIN));
      for (int i = 0; i < rows; i++) {
        out.write(bytes("<row>"));
        for (int j = 0; j < columns; j++) {
          out.write(bytes("<c><v>" + chance.nextInt(1_000) + "</v></c>"));
        }
        out.write(bytes("</row>"));
      }
      out.write(bytes(END));
    };
  }

  private static byte[] manyParts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      parts.put("xl/media/" + i, out -> out.write(1));
    }
    return with(parts);
  }

  private static byte[] manySheets() {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      table.append("| s%d | |\n| | x |\n".formatted(i));
    }
    return Markdown.workbook(table.toString());
  }

  private static void repeat(OutputStream out, String text, int times) throws IOException {
    byte[] bytes = bytes(text);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length / 2);
  }

  private static byte[] with(String name, Part part) {
    return with(Map.of(name, part));
  }

  /** The good workbook with these parts in place of its own, or beside them. */
  private static byte[] with(Map<String, Part> parts) {
    try (ByteArrayOutputStream made = new ByteArrayOutputStream();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(GOOD))) {
      try (ZipOutputStream out = new ZipOutputStream(made)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          if (!parts.containsKey(entry.getName())) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            copy(in, out);
          }
        }
        for (Map.Entry<String, Part> part : parts.entrySet()) {
          out.putNextEntry(new ZipEntry(part.getKey()));
          part.getValue().write(out);
        }
      }
      return made.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    in.transferTo(out);
  }
}
