package org.infostate.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An uploaded file, read as a workbook without trusting it: what it would unpack to is counted
 * before anything is built from it, its sheets are read as streams, and the cells that are kept are
 * counted too. Formulas are not computed, macros and links to other files refused.
 *
 * @param sheets in their order
 * @param names what each name of the whole workbook refers to, by name in small letters
 * @param from1904 whether days are counted from 1904, as old Macintosh files do
 */
public record WorkbookFile(
    List<WorkbookSheet> sheets, Map<String, String> names, boolean from1904) {

  public static final int MOST_MEGABYTES = 10;

  private static final int MOST_BYTES = MOST_MEGABYTES << 20;
  private static final int MOST_ENTRIES = 1_000;
  private static final long MOST_UNPACKED = 48L << 20;

  /** Of a part that POI holds in memory as a tree. */
  private static final long MOST_OF_TREE = 1L << 20;

  private static final long MOST_OF_STYLES = 4L << 20;
  private static final long MOST_OF_STRINGS = 16L << 20;

  private static final int MOST_CELLS = 200_000;
  private static final int MOST_NAMES = 20_000;
  private static final int MOST_MERGED = 20_000;

  private static final byte[] OLD_FORMAT = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] ZIP = {'P', 'K'};

  /**
   * Reads a file.
   *
   * @throws ProblemException with the one thing for which it is refused
   */
  public static WorkbookFile read(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw tooLarge();
    }
    if (startsWith(content, OLD_FORMAT)) {
      throw ProblemKind.WORKBOOK_OLD_FORMAT.exception();
    }
    if (!startsWith(content, ZIP)) {
      throw ProblemKind.WORKBOOK_UNREADABLE.exception();
    }
    try {
      refuseByParts(parts(content));
    } catch (IOException | IllegalArgumentException e) {
      throw ProblemKind.WORKBOOK_DAMAGED.exception();
    }
    try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(content))) {
      return read(opened);
    } catch (ProblemException e) {
      throw e;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      // POI meets broken files with unchecked exceptions of many kinds.
      throw ProblemKind.WORKBOOK_DAMAGED.exception();
    }
  }

  private static ProblemException tooLarge() {
    return ProblemKind.WORKBOOK_TOO_LARGE.exception(MOST_MEGABYTES);
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  /** Names of the parts in small letters, each unpacked once to see how large it is. */
  private static Set<String> parts(byte[] content) throws IOException {
    Set<String> names = new HashSet<>();
    long total = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        long most = most(name);
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          size += n;
          if (size > most || total + size > MOST_UNPACKED) {
            throw tooLarge();
          }
        }
        total += size;
        if (!names.add(name) || names.size() > MOST_ENTRIES) {
          throw new ZipException("a part stands there twice, or too many parts");
        }
      }
    }
    return names;
  }

  private static long most(String part) {
    if (part.equals("xl/sharedstrings.xml")) {
      return MOST_OF_STRINGS;
    }
    if (part.equals("xl/styles.xml")) {
      return MOST_OF_STYLES;
    }
    boolean tree =
        part.endsWith(".rels")
            || part.equals("[content_types].xml")
            || part.startsWith("docprops/")
            || part.startsWith("xl/theme/");
    return tree ? MOST_OF_TREE : MOST_UNPACKED;
  }

  private static void refuseByParts(Set<String> parts) throws ZipException {
    if (parts.isEmpty()) {
      throw new ZipException("empty, or cut off");
    }
    if (parts.contains("mimetype") && parts.contains("content.xml")) {
      throw ProblemKind.WORKBOOK_OPEN_DOCUMENT.exception();
    }
    if (parts.stream().anyMatch(WorkbookFile::isForeign)) {
      throw ProblemKind.WORKBOOK_MACROS.exception();
    }
    if (!parts.contains("[content_types].xml")
        || parts.stream().noneMatch(part -> part.matches("xl/worksheets/[^/]+\\.xml"))) {
      throw ProblemKind.WORKBOOK_NOT_A_WORKBOOK.exception();
    }
  }

  private static boolean isForeign(String part) {
    return part.endsWith("vbaproject.bin")
        || part.startsWith("xl/externallinks/")
        || part.startsWith("xl/macrosheets/")
        || part.startsWith("xl/activex/")
        || part.equals("xl/connections.xml");
  }

  private static WorkbookFile read(OPCPackage opened)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XSSFReader reader = new XSSFReader(opened);
    Overview overview = new Overview();
    try (InputStream workbook = reader.getWorkbookData()) {
      parse(workbook, overview);
    }
    ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
    StylesTable styles = reader.getStylesTable();
    List<WorkbookSheet> sheets = new ArrayList<>();
    int cells = 0;
    XSSFReader.SheetIterator data = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (data.hasNext()) {
      try (InputStream sheet = data.next()) {
        WorkbookSheetReader cellReader =
            new WorkbookSheetReader(
                new WorkbookSheet(data.getSheetName()),
                strings,
                styles,
                MOST_CELLS - cells,
                MOST_MERGED);
        parse(sheet, cellReader);
        cells += cellReader.count();
        sheets.add(cellReader.sheet());
      }
    }
    return new WorkbookFile(List.copyOf(sheets), Map.copyOf(overview.names), overview.from1904);
  }

  private static void parse(InputStream part, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(handler);
    xml.parse(new InputSource(part));
  }

  /** Reads the names that hold in the whole workbook; those of copied sheets are left out. */
  private static final class Overview extends DefaultHandler {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String name;
    private boolean from1904;

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      if (local.equals("workbookPr")) {
        String value = attributes.getValue("date1904");
        from1904 = "1".equals(value) || "true".equals(value);
      } else if (local.equals("definedName")) {
        name = attributes.getValue("localSheetId") == null ? attributes.getValue("name") : null;
        text.setLength(0);
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (name != null) {
        text.append(characters, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      if (local.equals("definedName") && name != null) {
        names.put(name.toLowerCase(Locale.ROOT), text.toString());
        name = null;
        if (names.size() > MOST_NAMES) {
          throw tooLarge();
        }
      }
    }
  }
}
