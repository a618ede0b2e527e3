package org.infostate.report;

import java.util.Map;
import java.util.Set;
import org.infostate.report.TemplateLayout.Area;

/** What changes in the parts around the worksheets: workbook, tables, charts, drawings, pivots. */
final class PartFilling {

  private static final Set<String> CACHES = Set.of("numCache", "strCache", "multiLvlStrCache");

  private static final Set<String> REFERENCES = Set.of("numRef", "strRef", "multiLvlStrRef");

  private final References references;
  private final XmlCopy xml;

  PartFilling(byte[] part, References references, Appendable out) {
    this.references = references;
    this.xml = new XmlCopy(part, out);
  }

  /** Names move with their cells; formulas are computed when the workbook is opened. */
  void workbook() {
    boolean asked = false;
    while (xml.next()) {
      if (xml.starts("definedName")) {
        xml.start(xml.attributes());
        xml.text(references.formula(xml.content(), null));
        xml.end();
      } else if (xml.starts("sheet")) {
        Map<String, String> attributes = xml.attributes();
        attributes.computeIfPresent("name", (key, name) -> references.sheetName(name));
        xml.start(attributes);
      } else if (xml.starts("calcPr")) {
        Map<String, String> attributes = xml.attributes();
        attributes.put("fullCalcOnLoad", "1");
        xml.start(attributes);
        asked = true;
      } else if (!asked && followsCalculation()) {
        xml.xml("<calcPr fullCalcOnLoad=\"1\"/>");
        xml.copy();
        asked = true;
      } else {
        xml.copy();
      }
    }
  }

  /** Whether what stands here comes after the place of the calculation settings. */
  private boolean followsCalculation() {
    return xml.ends("workbook")
        || xml.starts()
            && Set.of(
                    "oleSize",
                    "customWorkbookViews",
                    "pivotCaches",
                    "smartTagPr",
                    "smartTagTypes",
                    "webPublishing",
                    "fileRecoveryPr",
                    "webPublishObjects",
                    "extLst")
                .contains(xml.element());
  }

  void table(Area area) {
    String sheet = area.sheet().name();
    while (xml.next()) {
      if (xml.starts("calculatedColumnFormula") || xml.starts("totalsRowFormula")) {
        xml.start(xml.attributes());
        xml.text(references.formula(xml.content(), sheet));
        xml.end();
      } else if (xml.starts()) {
        Map<String, String> attributes = xml.attributes();
        attributes.computeIfPresent("ref", (key, ref) -> references.addresses(ref, sheet));
        if (xml.starts("tableColumn")) {
          attributes.computeIfPresent(
              "name", (key, heading) -> references.heading(area.name(), heading));
        }
        xml.start(attributes);
      } else {
        xml.copy();
      }
    }
  }

  /**
   * Series follow their columns. Values that the chart remembers are forgotten, but for single
   * texts such as a title, which are renewed.
   *
   * @param texts what stands in cells that were written, by sheet and address as formulas give them
   * @param mirrored whether the chart runs from right to left
   */
  void chart(Map<String, String> texts, boolean mirrored) {
    String axis = "";
    boolean lying = false;
    boolean turning = false;
    while (xml.next()) {
      if (xml.starts() && REFERENCES.contains(xml.element())) {
        reference(texts);
      } else if (xml.starts("f")) {
        xml.start(xml.attributes());
        xml.text(references.chart(xml.content()));
        xml.end();
      } else if (xml.starts("barDir")) {
        lying = "bar".equals(xml.attribute("val"));
        xml.copy();
      } else if (xml.starts("catAx") || xml.starts("dateAx") || xml.starts("valAx")) {
        axis = xml.starts("valAx") ? "valAx" : "catAx";
        xml.copy();
      } else if (xml.starts("scaling")) {
        turning = mirrored && axis.equals(lying ? "valAx" : "catAx");
        xml.copy();
      } else if (turning && xml.starts("orientation")) {
        xml.skip();
      } else {
        if (turning && xml.tag() && !xml.element().equals("logBase")) {
          xml.xml("<" + xml.qualified("orientation") + " val=\"maxMin\"/>");
          turning = false;
        }
        xml.copy();
      }
    }
  }

  /**
   * A reference of a chart to cells, with what it remembers of them only where that is one text.
   */
  private void reference(Map<String, String> texts) {
    String kind = xml.element();
    boolean ofText = kind.equals("strRef");
    String text = null;
    xml.copy();
    while (xml.next() && !xml.ends(kind)) {
      if (xml.starts("f")) {
        String formula = xml.content();
        text = ofText ? texts.get(formula.replace("$", "").replace("'", "")) : null;
        xml.xml(element("f", XmlCopy.escape(references.chart(formula))));
        if (text != null) {
          String point = element("v", XmlCopy.escape(text));
          xml.xml(
              element(
                  "strCache",
                  "<"
                      + xml.qualified("ptCount")
                      + " val=\"1\"/><"
                      + xml.qualified("pt")
                      + " idx=\"0\">"
                      + point
                      + "</"
                      + xml.qualified("pt")
                      + ">"));
        }
      } else if (xml.starts() && CACHES.contains(xml.element())) {
        String remembered = xml.captured();
        if (text == null && ofText && remembered.contains("ptCount val=\"1\"")) {
          xml.xml(remembered);
        }
      } else {
        xml.copy();
      }
    }
    xml.copy();
  }

  private String element(String name, String content) {
    return "<" + xml.qualified(name) + ">" + content + "</" + xml.qualified(name) + ">";
  }

  /**
   * What hangs below a table moves down with the rows there; what begins at its first data row and
   * ends below its last grows with it; what hangs otherwise beside it stays.
   */
  void drawing(String sheet) {
    Growth growth = references.growth(sheet);
    boolean from = false;
    int top = 0;
    while (xml.next()) {
      if (xml.starts("from") || xml.starts("to")) {
        from = xml.starts("from");
        xml.copy();
      } else if (xml.starts("row")) {
        xml.copy();
        // Drawings count rows from 0.
        int row = XmlCopy.number(xml.content().strip(), -1) + 1;
        top = from ? row : top;
        int moved = from || growth.begins(top) ? growth.row(row) : row + growth.row(top) - top;
        xml.text(Integer.toString(moved - 1));
        xml.end();
      } else {
        xml.copy();
      }
    }
  }

  /** In sheets from right to left what stood at the left stands at the right, and is read so. */
  void mirroredStyles() {
    while (xml.next()) {
      if (xml.starts("alignment")) {
        Map<String, String> attributes = xml.attributes();
        attributes.computeIfPresent(
            "horizontal",
            (key, side) -> side.equals("left") ? "right" : side.equals("right") ? "left" : side);
        attributes.putIfAbsent("readingOrder", "2");
        xml.start(attributes);
      } else {
        xml.copy();
      }
    }
  }

  /** Cells with a comment move with their rows. */
  void comments(String sheet) {
    while (xml.next()) {
      if (xml.starts("comment")) {
        Map<String, String> attributes = xml.attributes();
        attributes.computeIfPresent("ref", (key, ref) -> references.addresses(ref, sheet));
        xml.start(attributes);
      } else {
        xml.copy();
      }
    }
  }

  /** A pivot reads its table anew when the workbook is opened. */
  void pivotSource() {
    String table = "";
    while (xml.next()) {
      if (xml.starts("pivotCacheDefinition")) {
        Map<String, String> attributes = xml.attributes();
        attributes.put("refreshOnLoad", "1");
        xml.start(attributes);
      } else if (xml.starts("worksheetSource")) {
        Map<String, String> attributes = xml.attributes();
        table = attributes.getOrDefault("name", "");
        String sheet = attributes.getOrDefault("sheet", "");
        attributes.computeIfPresent("ref", (key, ref) -> references.addresses(ref, sheet));
        attributes.computeIfPresent("sheet", (key, name) -> references.sheetName(name));
        xml.start(attributes);
      } else if (xml.starts("cacheField")) {
        String source = table;
        Map<String, String> attributes = xml.attributes();
        attributes.computeIfPresent("name", (key, heading) -> references.heading(source, heading));
        xml.start(attributes);
      } else {
        xml.copy();
      }
    }
  }

  /** Without the order of calculation, which is another one now. */
  void withoutCalculationChain() {
    while (xml.next()) {
      if (xml.starts()
          && (ends(xml.attribute("Type"), "/calcChain")
              || ends(xml.attribute("PartName"), "/calcChain.xml"))) {
        xml.skip();
      } else {
        xml.copy();
      }
    }
  }

  private static boolean ends(String text, String end) {
    return text != null && text.endsWith(end);
  }
}
