package org.infostate.report;

import java.util.Map;
import java.util.Set;
import org.infostate.report.TemplateLayout.Area;

/** What changes in the parts around the worksheets: workbook, tables, charts, drawings, pivots. */
final class PartFilling {

  private static final Set<String> CACHES = Set.of("numCache", "strCache", "multiLvlStrCache");

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
    String text = null;
    String axis = "";
    boolean lying = false;
    boolean turning = false;
    while (xml.next()) {
      if (xml.starts("f")) {
        String formula = xml.content();
        text = texts.get(formula.replace("$", "").replace("'", ""));
        xml.xml("<" + xml.qualified() + ">" + XmlCopy.escape(references.chart(formula)));
        xml.xml("</" + xml.qualified() + ">");
      } else if (xml.starts() && CACHES.contains(xml.element())) {
        cache(text);
      } else if (xml.starts("barDir")) {
        lying = "bar".equals(xml.attribute("val"));
        xml.copy();
      } else if (xml.starts("catAx") || xml.starts("valAx") || xml.starts("dateAx")) {
        axis = xml.starts("valAx") ? "valAx" : "catAx";
        xml.copy();
      } else if (xml.starts("scaling")) {
        turning = mirrored && axis.equals(lying ? "valAx" : "catAx");
        xml.copy();
      } else if (turning && xml.starts("orientation")) {
        xml.skip();
      } else {
        if (turning && xml.tag() && !xml.element().equals("logBase")) {
          xml.xml(
              "<" + xml.qualified().replace(xml.element(), "orientation") + " val=\"maxMin\"/>");
          turning = false;
        }
        xml.copy();
      }
    }
  }

  private void cache(String text) {
    if (text == null || !xml.starts("strCache")) {
      boolean single = text == null && xml.starts("strCache");
      String remembered = xml.captured();
      if (single && remembered.contains("ptCount val=\"1\"")) {
        xml.xml(remembered);
      }
      return;
    }
    String prefix = xml.qualified().replace("strCache", "");
    xml.skip();
    xml.xml(
        ("<%sstrCache><%sptCount val=\"1\"/><%spt idx=\"0\"><%sv>".replace("%s", prefix))
            + XmlCopy.escape(text)
            + "</%sv></%spt></%sstrCache>".replace("%s", prefix));
  }

  /** What hangs below a table moves down with the rows there; what hangs beside it stays. */
  void drawing(String sheet) {
    Growth growth = references.growth(sheet);
    boolean from = false;
    int down = 0;
    while (xml.next()) {
      if (xml.starts("from") || xml.starts("to")) {
        from = xml.starts("from");
        xml.copy();
      } else if (xml.starts("row")) {
        xml.copy();
        int row = XmlCopy.number(xml.content().strip(), -1);
        down = from ? growth.row(row + 1) - row - 1 : down;
        xml.text(Integer.toString(row + down));
        xml.end();
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
