package org.infostate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How high rows must be for the texts that are wrapped in them. Excel would find out by itself when
 * the workbook is opened; LibreOffice shows such a row as high as one line. Widths of letters are
 * not known here, so lines are estimated, rather too many than too few.
 */
final class RowHeights {

  private static final String STYLES = "xl/styles.xml";
  private static final int MOST_COLUMNS = 1_000;

  /** Points of the type that widths of columns are counted in. */
  private static final double COUNTED_IN = 11;

  /** Letters of a text are narrower, on average, than the digits that widths are counted in. */
  private static final double ROOM = 1.15;

  private static final double LEADING = 1.3;
  private static final double PADDING_POINTS = 4;

  /** Excel knows no higher rows. */
  private static final double HIGHEST = 409;

  private static final double USUAL_WIDTH = 9;

  /** From here on a letter is as wide as two of ours. */
  private static final int FIRST_WIDE = 0x2E80;

  /** What of a style counts. */
  private record Look(boolean wrapped, double points, int indent) {}

  private final List<Look> looks;
  private final TreeMap<Integer, Double> widths = new TreeMap<>();

  /**
   * @param file of the template
   * @param sheet its part
   */
  RowHeights(TemplateFile file, String sheet) {
    this.looks = file.has(STYLES) ? looks(new XmlCopy(file.part(STYLES), null)) : List.of();
    XmlCopy reading = new XmlCopy(file.part(sheet), null);
    while (reading.next() && !reading.starts("sheetData")) {
      if (reading.starts("col")) {
        double width = decimal(reading.attribute("width"), USUAL_WIDTH);
        int first = XmlCopy.number(reading.attribute("min"), 1);
        // A width to the end of the sheet is one entry for each column that may have a cell.
        int last = Math.min(XmlCopy.number(reading.attribute("max"), first), first + MOST_COLUMNS);
        for (int column = first; column <= last; column++) {
          widths.put(column, width);
        }
      }
    }
  }

  private static List<Look> looks(XmlCopy styles) {
    List<Double> fonts = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    String within = "";
    while (styles.next()) {
      if (styles.starts("fonts") || styles.starts("cellXfs") || styles.starts("cellStyleXfs")) {
        within = styles.element();
      } else if (styles.ends("fonts") || styles.ends("cellXfs") || styles.ends("cellStyleXfs")) {
        within = "";
      } else if (within.equals("fonts") && styles.starts("font")) {
        fonts.add(COUNTED_IN);
      } else if (within.equals("fonts") && styles.starts("sz")) {
        fonts.set(fonts.size() - 1, decimal(styles.attribute("val"), COUNTED_IN));
      } else if (within.equals("cellXfs") && styles.starts("xf")) {
        int font = XmlCopy.number(styles.attribute("fontId"), 0);
        looks.add(new Look(false, font < fonts.size() ? fonts.get(font) : COUNTED_IN, 0));
      } else if (within.equals("cellXfs") && styles.starts("alignment")) {
        String wrapped = styles.attribute("wrapText");
        looks.set(
            looks.size() - 1,
            new Look(
                "1".equals(wrapped) || "true".equals(wrapped),
                looks.get(looks.size() - 1).points(),
                XmlCopy.number(styles.attribute("indent"), 0)));
      }
    }
    return looks;
  }

  private static double decimal(String text, double otherwise) {
    return text != null && text.matches("\\d{1,6}(\\.\\d{1,20})?")
        ? Double.parseDouble(text)
        : otherwise;
  }

  /**
   * The attributes of a row of the template for a row with these texts. A height that somebody
   * chose stays; one that a program found for what stood there goes.
   *
   * @param texts by column
   * @param styles of their cells, by column
   */
  Map<String, String> of(
      Map<String, String> attributes, Map<Integer, String> texts, Map<Integer, String> styles) {
    String chosen = attributes.getOrDefault("customHeight", "0");
    if (chosen.equals("1") || chosen.equals("true")) {
      return attributes;
    }
    Map<String, String> own = new LinkedHashMap<>(attributes);
    own.remove("ht");
    own.remove("customHeight");
    double points = 0;
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      points = Math.max(points, points(text.getValue(), styles.get(text.getKey()), text.getKey()));
    }
    if (points > 0) {
      own.put("ht", String.format(Locale.ROOT, "%.1f", Math.min(HIGHEST, points)));
    }
    return own;
  }

  /** 0 where one line of the usual height is enough. */
  private double points(String text, String style, int column) {
    int number = style == null ? 0 : XmlCopy.number(style, 0);
    if (number >= looks.size() || !looks.get(number).wrapped()) {
      return 0;
    }
    Look look = looks.get(number);
    double room =
        Math.max(
            1,
            (widths.getOrDefault(column, USUAL_WIDTH) - 1 - 1.5 * look.indent())
                * COUNTED_IN
                / look.points()
                * ROOM);
    int lines = lines(text, room);
    return lines < 2 ? 0 : lines * look.points() * LEADING + PADDING_POINTS;
  }

  /**
   * @param room letters in a line
   */
  static int lines(String text, double room) {
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      lines++;
      double used = 0;
      for (String word : paragraph.split(" ")) {
        double width = width(word);
        if (used > 0 && used + 1 + width <= room) {
          used += 1 + width;
        } else {
          boolean wide = width > word.length();
          // Words of wide letters are broken anywhere, others only where they fill a line alone.
          double from = used == 0 ? 0 : wide ? used + 1 : room;
          lines += (int) Math.max(0, Math.ceil((from + width) / room) - 1);
          used = (from + width) % room;
        }
      }
    }
    return lines;
  }

  private static double width(String word) {
    return word.codePoints().mapToDouble(letter -> letter >= FIRST_WIDE ? 2 : 1).sum();
  }
}
