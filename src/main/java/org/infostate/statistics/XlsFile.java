package org.infostate.statistics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.infostate.problem.ProblemKind;

/**
 * Reads a workbook of Excel 97-2003 record by record, so that memory stays in proportion to what it
 * holds. One of the two classes here that touch POI.
 */
final class XlsFile {

  private static final String MACROS = "_VBA_PROJECT_CUR";

  private XlsFile() {}

  /**
   * @throws IOException where it is no such workbook; POI throws unchecked exceptions of many kinds
   *     where it is a broken one
   */
  static Grids read(byte[] content) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = file.getRoot();
      if (root.hasEntryCaseInsensitive(MACROS)) {
        throw ProblemKind.WORKBOOK_MACROS.exception();
      }
      Records records = new Records();
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(records);
      new HSSFEventFactory().processWorkbookEvents(request, root);
      return new Grids(records.grids, saved(root));
    }
  }

  private static String saved(DirectoryNode root) throws IOException {
    if (!root.hasEntry(SummaryInformation.DEFAULT_STREAM_NAME)) {
      return "";
    }
    try {
      SummaryInformation summary =
          (SummaryInformation)
              PropertySetFactory.create(root, SummaryInformation.DEFAULT_STREAM_NAME);
      Date saved = summary.getLastSaveDateTime();
      return saved == null
          ? ""
          : saved.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    } catch (HPSFException | ClassCastException e) {
      return "";
    }
  }

  /** Makes grids of the records; charts and other kinds of sheets are skipped. */
  private static final class Records implements HSSFListener {

    private final List<Grid> grids = new ArrayList<>();
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> formats = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Grid.Budget budget = new Grid.Budget();
    private SSTRecord strings;
    private int sheetsSeen;

    @Override
    public void processRecord(Record record) {
      if (record instanceof BOFRecord begin) {
        begin(begin.getType());
      } else if (record instanceof EOFRecord) {
        open.pop();
      } else if (record instanceof BoundSheetRecord sheet) {
        sheets.add(sheet);
      } else if (record instanceof FontRecord font) {
        fonts.add(font);
      } else if (record instanceof ExtendedFormatRecord format) {
        formats.add(format);
      } else if (record instanceof SSTRecord table) {
        strings = table;
      } else if (record instanceof CellValueRecordInterface at && inWorksheet()) {
        GridCell cell = cell(at);
        if (cell != null) {
          grids.get(grids.size() - 1).put(at.getRow(), at.getColumn(), cell, budget);
        }
      }
    }

    private void begin(int type) {
      if (open.isEmpty() && type != BOFRecord.TYPE_WORKBOOK) {
        if (type == BOFRecord.TYPE_WORKSHEET) {
          grids.add(new Grid(sheetName()));
        }
        sheetsSeen++;
      }
      open.push(type);
    }

    private String sheetName() {
      BoundSheetRecord[] inOrder = BoundSheetRecord.orderByBofPosition(sheets);
      return sheetsSeen < inOrder.length ? inOrder[sheetsSeen].getSheetname() : "";
    }

    private boolean inWorksheet() {
      return open.size() == 1 && open.peek() == BOFRecord.TYPE_WORKSHEET;
    }

    /** Null for a cell that holds nothing but its format. */
    private GridCell cell(CellValueRecordInterface at) {
      if (at instanceof NumberRecord number) {
        return GridCell.number(number.getValue(), italic(at));
      }
      if (at instanceof LabelSSTRecord label) {
        return GridCell.text(strings.getString(label.getSSTIndex()).getString(), italic(at));
      }
      if (at instanceof FormulaRecord) {
        return GridCell.formula();
      }
      if (at instanceof BoolErrRecord value) {
        return GridCell.text(value.isError() ? "#" + value.getErrorValue() : "TRUE/FALSE", false);
      }
      return null;
    }

    private boolean italic(CellValueRecordInterface at) {
      int format = at.getXFIndex();
      if (format < 0 || format >= formats.size()) {
        return false;
      }
      // The file format leaves font number 4 out.
      int number = formats.get(format).getFontIndex();
      int font = number > 4 ? number - 1 : number;
      return font >= 0 && font < fonts.size() && fonts.get(font).isItalic();
    }
  }
}
