package org.infostate.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of the public dataset. Columns are added at the end, never renamed or moved. */
public enum DatasetTable {
  ANSWERS(
      "round:string",
      "iso3:string",
      "questionnaire:string",
      "version:string",
      "section:string",
      "roster:string",
      "row:integer",
      "question:string",
      "type:string",
      "status:string",
      "value:string"),
  STATISTICS(
      "iso3:string",
      "indicator:string",
      "year:year",
      "value:number",
      "note:string",
      "publisher:string",
      "edition:string"),
  COUNTRIES(
      "iso3:string",
      "m49:string",
      "name:string",
      "region:string",
      "sub_region:string",
      "ldc:boolean",
      "lldc:boolean",
      "sids:boolean",
      "invented:boolean"),
  CODEBOOK(
      "questionnaire:string",
      "version:string",
      "section:string",
      "roster:string",
      "question:string",
      "type:string",
      "list:string",
      "label:string",
      "hint:string",
      "asked_if:string",
      "indicator:string",
      "reference:string"),
  CHOICES("questionnaire:string", "version:string", "list:string", "choice:string", "label:string"),
  INDICATORS("indicator:string", "unit:string", "label:string");

  /**
   * A column.
   *
   * @param type as in Table Schema
   */
  public record Column(String name, String type) {

    private static Column of(String written) {
      String[] parts = written.split(":");
      return new Column(parts[0], parts[1]);
    }
  }

  private final List<Column> columns;

  DatasetTable(String... columns) {
    this.columns = Arrays.stream(columns).map(Column::of).toList();
  }

  /** The table in a file of this name, such as {@code answers.csv}. */
  public static Optional<DatasetTable> of(String fileName) {
    return Arrays.stream(values()).filter(table -> table.fileName().equals(fileName)).findFirst();
  }

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String fileName() {
    return code() + ".csv";
  }

  public List<Column> columns() {
    return columns;
  }

  List<String> headings() {
    return columns.stream().map(Column::name).toList();
  }
}
