package org.infostate.statistics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.infostate.problem.ProblemKind;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook of Excel 2007 and later as a stream. One of the two classes here that touch POI.
 * What it would unpack to is counted before POI sees it.
 */
final class XlsxFile {

  private static final String MACROS = "xl/vbaProject.bin";
  private static final String STYLES = "xl/styles.xml";
  private static final int MOST_ENTRIES = 1000;

  /** The record that ends a zip file: its mark, its least length, where it counts the entries. */
  private static final int END_MARK = 0x06054b50;

  private static final int END_LENGTH = 22;
  private static final int END_COUNT = 10;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long MOST_BYTES = 64L << 20;

  /** Styles are the one part that POI keeps as a tree. */
  private static final long MOST_BYTES_OF_STYLES = 4L << 20;

  private XlsxFile() {}

  /**
   * @throws IOException where it is no such workbook; POI throws unchecked exceptions of many kinds
   *     where it is a broken one
   */
  static Grids read(byte[] content) throws IOException {
    if (refuseBombs(content) != entriesByTheEnd(content)) {
      throw new ZipException("cut off, or with hidden entries");
    }
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
      return grids(file);
    } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static Grids grids(OPCPackage file)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    XSSFReader workbook = new XSSFReader(file);
    ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file, false);
    StylesTable styles = workbook.getStylesTable();
    Grid.Budget budget = new Grid.Budget();
    List<Grid> grids = new ArrayList<>();
    XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream sheet = sheets.next()) {
        Grid grid = new Grid(sheets.getSheetName());
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(new Cells(grid, budget, strings, styles));
        xml.parse(new InputSource(sheet));
        grids.add(grid);
      }
    }
    return new Grids(grids, saved(file));
  }

  /** Counts the entries by reading them all. */
  private static int refuseBombs(byte[] content) throws IOException {
    long total = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equalsIgnoreCase(MACROS)) {
          throw ProblemKind.WORKBOOK_MACROS.exception();
        }
        long most = entry.getName().equalsIgnoreCase(STYLES) ? MOST_BYTES_OF_STYLES : MOST_BYTES;
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          size += n;
          refuseIf(size > most || total + size > MOST_BYTES);
        }
        total += size;
        entries++;
        refuseIf(entries > MOST_ENTRIES);
      }
    }
    return entries;
  }

  /** How many entries the file says to have, at its end; -1 where it has no end. */
  private static int entriesByTheEnd(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int last = content.length - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes.getInt(at) == END_MARK) {
        return Short.toUnsignedInt(bytes.getShort(at + END_COUNT));
      }
    }
    return -1;
  }

  private static void refuseIf(boolean tooLarge) {
    if (tooLarge) {
      throw ProblemKind.STATISTICS_TOO_LARGE.exception(
          PublishedFile.MOST_MEGABYTES, ReadingBuilder.MOST_FIGURES);
    }
  }

  private static String saved(OPCPackage file) throws OpenXML4JException {
    return file.getPackageProperties()
        .getModifiedProperty()
        .map(Date::toInstant)
        .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate().toString())
        .orElse("");
  }

  /** Puts the cells of one worksheet into a grid. */
  private static final class Cells extends DefaultHandler {

    private final Grid grid;
    private final Grid.Budget budget;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final StringBuilder text = new StringBuilder();
    private CellReference at;
    private String type;
    private boolean italic;
    private boolean formula;
    private boolean reading;

    Cells(Grid grid, Grid.Budget budget, ReadOnlySharedStringsTable strings, StylesTable styles) {
      this.grid = grid;
      this.budget = budget;
      this.strings = strings;
      this.styles = styles;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "c" -> {
          at = new CellReference(attributes.getValue("r"));
          type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
          String style = attributes.getValue("s");
          italic = style != null && italic(Integer.parseInt(style));
          formula = false;
          text.setLength(0);
        }
        case "f" -> formula = true;
        case "v", "t" -> reading = true;
        default -> reading = false;
      }
    }

    private boolean italic(int style) {
      return style >= 0
          && style < styles.getNumCellStyles()
          && styles.getStyleAt(style).getFont().getItalic();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (reading) {
        text.append(characters, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      reading = false;
      if (local.equals("c") && (formula || !text.isEmpty())) {
        grid.put(at.getRow(), at.getCol(), formula ? GridCell.formula() : cell(), budget);
      }
    }

    private GridCell cell() {
      String value = text.toString();
      return switch (type) {
        case "n" -> GridCell.number(Double.parseDouble(value.strip()), italic);
        case "s" ->
            GridCell.text(strings.getItemAt(Integer.parseInt(value.strip())).getString(), italic);
        default -> GridCell.text(value, italic);
      };
    }
  }
}
