package org.infostate.report;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.report.TemplateFile.Relation;
import org.infostate.report.TemplateLayout.Area;
import org.infostate.report.TemplateLayout.Name;
import org.infostate.report.TemplateLayout.Sheet;

/**
 * A workbook that a planner laid out, to be filled. An Excel table whose name is that of a dataset
 * gets its rows, a cell with a defined name its value; everything else is the planner's and stays.
 *
 * <p>Columns of a table are found by their headings, in any order; a column with a formula in its
 * first row is computed in every row. Formats come from the first data row. What refers to a table
 * (charts, formulas, conditional formats, validations, print areas, pivots) follows it as if rows
 * had been inserted in Excel; what stands below a table moves down. Formulas are computed when the
 * workbook is opened. The same template filled with the same gives the same bytes.
 *
 * <p>Invariant: no value becomes a formula.
 */
public final class ReportTemplate {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final TemplateFile file;
  private final TemplateLayout layout;

  ReportTemplate(TemplateFile file, TemplateLayout layout) {
    this.file = file;
    this.layout = layout;
  }

  /**
   * @param workbook an .xlsx file
   * @throws org.infostate.problem.ProblemException if it is no workbook, is too large, contains
   *     macros or links to other files, or has tables side by side
   */
  public static ReportTemplate read(byte[] workbook) {
    TemplateFile file = TemplateFile.read(workbook);
    TemplateLayout layout = TemplateLayout.of(file);
    List<Problem> overlaps = layout.overlaps();
    if (!overlaps.isEmpty()) {
      throw new ProblemException(overlaps);
    }
    return new ReportTemplate(file, layout);
  }

  /**
   * A template that comes with the program.
   *
   * @param name such as {@code ranking}
   * @throws org.infostate.problem.ProblemException {@code TEMPLATE_UNKNOWN}
   */
  public static ReportTemplate shipped(String name) {
    return read(shippedFile(name));
  }

  /** The file of a template that comes with the program; as {@link #shipped}. */
  public static byte[] shippedFile(String name) {
    String path = "/reports/" + name + ".xlsx";
    try (InputStream in =
        name.matches("[a-z][a-z0-9-]{0,40}")
            ? ReportTemplate.class.getResourceAsStream(path)
            : null) {
      if (in == null) {
        throw ProblemKind.TEMPLATE_UNKNOWN.exception(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What of a template would be filled.
   *
   * @param unknown tables, columns and names that the template asks for and nobody knows, each with
   *     its place; a column with a formula is the planner's own and not listed
   * @param unused what could be filled and the template does not ask for: names of values, {@code
   *     dataset} and {@code dataset.column}, in order
   */
  public record Findings(List<Problem> unknown, List<String> unused) {}

  /** The defined names that stand for one cell, in the order of the workbook. */
  public List<String> names() {
    return layout.names().stream().filter(Name::single).map(Name::name).toList();
  }

  /**
   * Compares what the template asks for with what there is.
   *
   * @param names of values
   * @param datasets rows do not matter
   */
  public Findings check(Collection<String> names, List<Dataset> datasets) {
    List<Problem> unknown = new ArrayList<>();
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(names);
    Set<String> unused = new TreeSet<>(known);
    for (Name name : layout.names()) {
      unused.removeIf(each -> each.equalsIgnoreCase(name.name()));
      if (name.single() && !known.contains(name.name())) {
        unknown.add(
            ProblemKind.TEMPLATE_NAME_UNKNOWN.at(
                Place.cell(name.sheet().name(), plain(name.cell())), name.name()));
      }
    }
    Filling asked = new Filling(org.infostate.text.Language.EN, Map.of(), datasets, Map.of());
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Area area : layout.areas()) {
      Optional<Dataset> dataset = asked.dataset(area.name());
      if (dataset.isEmpty()) {
        unknown.add(unknown(area, 0, area.name()));
      } else {
        used.add(dataset.get().name());
        unknown.addAll(unknownColumns(area, dataset.get()));
      }
      dataset.ifPresent(
          each ->
              each.columns().stream()
                  .filter(column -> area.headings().stream().noneMatch(column::equalsIgnoreCase))
                  .forEach(column -> unused.add(each.name() + "." + column)));
    }
    datasets.stream().map(Dataset::name).filter(name -> !used.contains(name)).forEach(unused::add);
    return new Findings(unknown, List.copyOf(unused));
  }

  private static String plain(CellAddress cell) {
    return new CellAddress(cell.column(), cell.row(), false, false).toString();
  }

  private static Problem unknown(Area area, int column, String name) {
    int row = area.header() > 0 ? area.header() : area.first();
    return ProblemKind.TEMPLATE_NAME_UNKNOWN.at(
        Place.cell(area.sheet().name(), CellAddress.letters(area.column() + column) + row), name);
  }

  private List<Problem> unknownColumns(Area area, Dataset dataset) {
    Set<Integer> computed = computedColumns(area);
    List<Problem> unknown = new ArrayList<>();
    for (int i = 0; i < area.headings().size(); i++) {
      if (dataset.column(area.headings().get(i)) < 0 && !computed.contains(area.column() + i)) {
        unknown.add(unknown(area, i, area.name() + "." + area.headings().get(i)));
      }
    }
    return unknown;
  }

  /** Columns that have a formula in the first data row of the table. */
  private Set<Integer> computedColumns(Area area) {
    Set<Integer> computed = new TreeSet<>();
    XmlCopy reading = new XmlCopy(file.part(area.sheet().part()), null);
    CellAddress cell = null;
    while (reading.next()) {
      if (reading.starts("c")) {
        cell = CellAddress.of(String.valueOf(reading.attribute("r"))).orElse(null);
      } else if (reading.starts("f") && cell != null && cell.row() == area.first()) {
        computed.add(cell.column());
      }
    }
    return computed;
  }

  /**
   * Fills the template. Names and tables that the filling does not have stay as the template has
   * them; a column that its dataset does not have stays empty.
   *
   * @param out is not closed
   */
  public void fill(Filling filling, OutputStream out) {
    Workbook workbook = new Workbook(filling, new References(layout, filling));
    try {
      ZipOutputStream zip = new ZipOutputStream(out);
      for (Map.Entry<String, byte[]> part : file.parts().entrySet()) {
        if (!part.getKey().equals("xl/calcChain.xml")) {
          ZipEntry entry = new ZipEntry(part.getKey());
          entry.setTimeLocal(NO_TIME);
          zip.putNextEntry(entry);
          workbook.write(part.getKey(), part.getValue(), zip);
          zip.closeEntry();
        }
      }
      zip.finish();
      zip.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the other, into memory. */
  public byte[] fill(Filling filling) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fill(filling, out);
    return out.toByteArray();
  }

  /** One filling of the template: which part is filled how. */
  private final class Workbook {

    private final Filling filling;
    private final References references;
    private final Map<String, Consumer<Writer>> ways = new HashMap<>();

    Workbook(Filling filling, References references) {
      this.filling = filling;
      this.references = references;
      way(TemplateLayout.WORKBOOK, PartFilling::workbook);
      way("xl/_rels/workbook.xml.rels", PartFilling::withoutCalculationChain);
      way("[Content_Types].xml", PartFilling::withoutCalculationChain);
      layout.areas().forEach(area -> way(area.part(), part -> part.table(area)));
      for (Sheet sheet : layout.sheets()) {
        ways.put(
            sheet.part(),
            out -> new SheetFilling(file, layout, sheet, filling, references, out).run());
        for (Relation relation : file.relations(sheet.part())) {
          if (relation.is("drawing")) {
            way(relation.target(), part -> part.drawing(sheet.name()));
          } else if (relation.is("comments")) {
            way(relation.target(), part -> part.comments(sheet.name()));
          }
        }
      }
      Map<String, String> texts = texts();
      boolean mirrored = filling.language().rightToLeft();
      if (mirrored) {
        way("xl/styles.xml", PartFilling::mirroredStyles);
      }
      for (String name : file.parts().keySet()) {
        if (name.matches("xl/charts/chart[^/]*\\.xml")) {
          way(name, part -> part.chart(texts, mirrored));
        } else if (name.matches("xl/pivotCache/pivotCacheDefinition[^/]*\\.xml")) {
          way(name, PartFilling::pivotSource);
        }
      }
    }

    private void way(String name, Consumer<PartFilling> way) {
      if (file.has(name)) {
        ways.put(name, out -> way.accept(new PartFilling(file.part(name), references, out)));
      }
    }

    /** What is written into cells that a chart may name, by sheet and address. */
    private Map<String, String> texts() {
      Stream<Map.Entry<String, String>> values =
          layout.names().stream()
              .filter(name -> filling.values().get(name.name()) != null)
              .map(
                  name ->
                      Map.entry(
                          name.sheet().name() + "!" + plain(name.cell()),
                          filling.values().get(name.name()).toString()));
      Stream<Map.Entry<String, String>> headings =
          layout.areas().stream()
              .filter(area -> area.header() > 0)
              .flatMap(
                  area ->
                      area.headings().stream()
                          .map(
                              heading ->
                                  Map.entry(
                                      area.sheet().name()
                                          + "!"
                                          + CellAddress.letters(
                                              area.column() + area.headings().indexOf(heading))
                                          + area.header(),
                                      references.heading(area.name(), heading))));
      return Stream.concat(values, headings)
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> two));
    }

    void write(String name, byte[] part, OutputStream out) throws IOException {
      Consumer<Writer> way = ways.get(name);
      if (way == null) {
        out.write(part);
      } else {
        Writer writer =
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        way.accept(writer);
        writer.flush();
      }
    }
  }
}
