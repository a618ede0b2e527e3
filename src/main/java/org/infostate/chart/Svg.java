package org.infostate.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.infostate.text.Language;

/**
 * Writes a drawing as SVG: text stays text, looks are presentation attributes (a strict content
 * policy forbids styles), numbers have two decimals at most. Needs no fonts: widths of texts are
 * estimates on the wide side.
 */
final class Svg implements Canvas {

  private static final String FONTS =
      "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Noto Naskh Arabic',"
          + " 'Noto Sans CJK SC', sans-serif";

  private final StringBuilder out = new StringBuilder(8192);
  private final boolean rightToLeft;
  private final String mark;
  private final Set<Pen> hatched = EnumSet.noneOf(Pen.class);

  /** Opens a drawing with its title and description for those who do not see it. */
  Svg(Figure figure, String kind, int width, int height) {
    Language language = figure.language();
    mark = figure.mark();
    rightToLeft = language.rightToLeft();
    open("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "chart")
        .with("role", "img")
        .with("lang", language.tag())
        .with("aria-labelledby", mark + "-title " + mark + "-desc")
        .with("width", width)
        .with("height", height)
        .with("viewBox", "0 0 " + width + " " + height)
        .with("font-family", FONTS)
        .with("font-size", 13)
        .inside();
    open("title").with("id", mark + "-title").text(figure.title()).close("title");
    open("desc").with("id", mark + "-desc").text(figure.description(kind)).close("desc");
    open("rect").with("width", width).with("height", height).with("fill", "#fff").end();
  }

  Svg open(String element) {
    out.append('<').append(element);
    return this;
  }

  Svg with(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
    return this;
  }

  Svg with(String name, double value) {
    return with(name, number(value));
  }

  Svg inside() {
    out.append('>');
    return this;
  }

  Svg end() {
    out.append("/>\n");
    return this;
  }

  Svg text(String text) {
    out.append('>');
    escape(text);
    return this;
  }

  Svg close(String element) {
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** What shows when the pointer rests on the element that is open. */
  Svg tip(String text) {
    return open("title").text(text).close("title");
  }

  /** A line of text of the usual size. */
  void label(double x, double y, Anchor anchor, String text, String fill) {
    label(x, y, anchor, text, fill, 13, false);
  }

  @Override
  public void label(
      double x, double y, Anchor anchor, String text, String fill, int size, boolean bold) {
    open("text").with("x", x).with("y", y).with("fill", fill);
    if (rightToLeft) {
      with("direction", "rtl");
    }
    boolean end = anchor == (rightToLeft ? Anchor.LEFT : Anchor.RIGHT);
    if (anchor == Anchor.MIDDLE || end) {
      with("text-anchor", anchor == Anchor.MIDDLE ? "middle" : "end");
    }
    if (size != 13) {
      with("font-size", size);
    }
    if (bold) {
      with("font-weight", "bold");
    }
    text(text).close("text");
  }

  @Override
  public void upwards(double x, double y, String text, String fill, int size) {
    open("text").with("fill", fill).with("font-size", size);
    if (rightToLeft) {
      with("direction", "rtl").with("text-anchor", "end");
    }
    with("transform", "translate(" + pair(x, y) + ") rotate(-90)");
    text(text).close("text");
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, String stroke) {
    open("line").with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
    with("stroke", stroke).end();
  }

  @Override
  public void path(Pen pen, List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.length() == 0 ? 'M' : 'L').append(pair(point.x(), point.y()));
    }
    open("path").with("d", path.toString()).with("fill", "none");
    with("stroke", pen.colour()).with("stroke-width", 2).dashed(pen).end();
  }

  @Override
  public void box(Box box, String fill, String stroke, String tip) {
    rectangle(box).with("fill", fill);
    if (stroke != null) {
      with("stroke", stroke);
    }
    if (tip.isEmpty()) {
      end();
    } else {
      inside().tip(tip).close("rect");
    }
  }

  @Override
  public void box(Box box, Pen pen, String tip) {
    boolean plain = pen.hatch() == Pen.Hatch.NONE;
    if (!plain && hatched.add(pen)) {
      hatch(pen);
    }
    open("g").inside();
    if (!tip.isEmpty()) {
      tip(tip);
    }
    rectangle(box).with("fill", pen.colour()).end();
    if (!plain) {
      rectangle(box).with("fill", "url(#" + hatchId(pen) + ")").end();
    }
    close("g");
  }

  private Svg rectangle(Box box) {
    open("rect").with("x", box.x()).with("y", box.y());
    return with("width", box.width()).with("height", box.height());
  }

  private String hatchId(Pen pen) {
    return mark + "-hatch" + pen.ordinal();
  }

  private void hatch(Pen pen) {
    open("defs").inside();
    open("pattern").with("id", hatchId(pen)).with("width", 6).with("height", 6);
    with("patternUnits", "userSpaceOnUse").inside();
    open("path").with("d", stroke(pen.hatch())).with("stroke", "#fff");
    with("stroke-width", 1.3).with("fill", "none").end();
    close("pattern").close("defs");
  }

  private static String stroke(Pen.Hatch hatch) {
    return switch (hatch) {
      case NONE -> "";
      case RISING -> "M0,6L6,0M-1,1L1,-1M5,7L7,5";
      case FALLING -> "M0,0L6,6M-1,5L1,7M5,-1L7,1";
      case LEVEL -> "M0,3L6,3";
      case UPRIGHT -> "M3,0L3,6";
      case DOTS -> "M2,3L4,3";
      case CROSSED -> "M0,6L6,0M0,0L6,6";
      case SQUARED -> "M0,3L6,3M3,0L3,6";
    };
  }

  @Override
  public void marker(Pen pen, double x, double y, double size, String tip) {
    double r = size / 2;
    open("g").with("fill", pen.marker() == Pen.Marker.RING ? "#fff" : pen.colour());
    with("stroke", pen.colour()).with("stroke-width", 2).inside();
    if (!tip.isEmpty()) {
      tip(tip);
    }
    switch (pen.marker()) {
      case DISC, RING -> open("circle").with("cx", x).with("cy", y).with("r", r).end();
      case SQUARE -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
      case TRIANGLE -> polygon(x, y - r, x + r, y + r, x - r, y + r);
      case DIAMOND -> polygon(x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y);
      case CROSS -> {
        line(x - r, y - r, x + r, y + r, pen.colour());
        line(x - r, y + r, x + r, y - r, pen.colour());
      }
      case PLUS -> {
        line(x - r, y, x + r, y, pen.colour());
        line(x, y - r, x, y + r, pen.colour());
      }
      case POINTER -> polygon(x - r, y - r, x + r, y - r, x, y + r);
    }
    close("g");
  }

  private void polygon(double... corners) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(pair(corners[i], corners[i + 1]));
    }
    open("polygon").with("points", points.toString()).end();
  }

  /** Dashes of the pen for the line that is open. */
  Svg dashed(Pen pen) {
    if (pen.dash().length > 0) {
      StringBuilder lengths = new StringBuilder();
      for (float length : pen.dash()) {
        lengths.append(lengths.length() == 0 ? "" : " ").append(number(length));
      }
      with("stroke-dasharray", lengths.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    return out + "</svg>\n";
  }

  static String pair(double x, double y) {
    return number(x) + "," + number(y);
  }

  static String number(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : String.format(Locale.ROOT, "%.2f", hundredths / 100.0)
            .replaceAll("0+$", "")
            .replaceAll("\\.$", "");
  }

  /** About how wide a text is, in units of the drawing. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Svg::em).sum() * size;
  }

  private static double em(int point) {
    if (Character.isIdeographic(point) || point >= 0xff00 && point < 0xff60) {
      return 1;
    }
    if (Character.getType(point) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return Character.isUpperCase(point) ? 0.7 : Character.isLetterOrDigit(point) ? 0.57 : 0.36;
  }

  /** The text, or as much of it as fits, with an ellipsis. */
  static String fitted(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  /** The text in so many lines at most, broken at spaces; what does not fit ends in an ellipsis. */
  static List<String> lines(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String longer = line.length() == 0 ? word : line + " " + word;
      if (line.length() > 0 && lines.size() < most - 1 && width(longer, size) > width) {
        lines.add(fitted(line.toString(), size, width));
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(fitted(line.toString(), size, width));
    return lines;
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(point) ? point : 0xfffd);
              }
            });
  }

  /** Whether XML 1.0 can hold it. */
  static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xd7ff
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }
}
