package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.infostate.spreadsheet.WorkbookFile;

/**
 * What the names of an uploaded workbook say about who stands where.
 *
 * <p>Spreadsheet programs move a name with the cell that is cut, inserted or deleted, and leave it
 * where it is when rows are sorted. The name of an answer and the name of its row's identity that
 * still stand in one row therefore say nothing against the row: it was moved as a whole. An answer
 * whose name has left that row was moved by itself, and nobody can tell where it belongs.
 */
final class WorkbookWitnesses {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:'((?:[^']|'')+)'|([^'!]+))!\\$?([A-Z]{1,3})\\$?(\\d{1,7})"
              + "(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7}))?");

  /** An area of a sheet; indexes from 0. */
  private record Area(String sheet, int row, int column, int lastRow, int lastColumn) {

    boolean isCell(String aSheet, int aRow, int aColumn) {
      return sheet.equals(aSheet.toLowerCase(Locale.ROOT))
          && row == aRow
          && column == aColumn
          && lastRow == row
          && lastColumn == column;
    }

    boolean sameRow(Area other) {
      return sheet.equals(other.sheet) && row == other.row;
    }

    String shown() {
      return CellReference.convertNumToColString(column) + (row + 1);
    }
  }

  /** Empty where a name lost its cell. */
  private final Map<String, Optional<Area>> areas = new HashMap<>();

  private final Map<Area, List<String>> answersAt = new HashMap<>();

  /** In small letters. */
  private final Set<String> sheets;

  WorkbookWitnesses(WorkbookFile file) {
    sheets =
        file.sheets().stream()
            .map(sheet -> sheet.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    file.names()
        .forEach(
            (name, reference) -> {
              Optional<Area> area = area(reference);
              areas.put(name, area);
              if (name.startsWith("a_")) {
                area.ifPresent(
                    at ->
                        answersAt
                            .computeIfAbsent(at, none -> new ArrayList<>())
                            .add(name.substring(2)));
              }
            });
  }

  private static Optional<Area> area(String reference) {
    Matcher matcher = REFERENCE.matcher(reference.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String sheet =
        matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("''", "'");
    int column = CellReference.convertColStringToIndex(matcher.group(3));
    int row = Integer.parseInt(matcher.group(4)) - 1;
    boolean single = matcher.group(5) == null;
    return Optional.of(
        new Area(
            sheet.toLowerCase(Locale.ROOT),
            row,
            column,
            single ? row : Integer.parseInt(matcher.group(6)) - 1,
            single ? column : CellReference.convertColStringToIndex(matcher.group(5))));
  }

  /**
   * What contradicts that the answer in a cell belongs to a question, or to one of its choices.
   *
   * @param place of the choice, from 1; 0 for the question
   * @return the other question, or the cell, that its name points to
   */
  Optional<String> against(String question, int place, String sheet, int row, int column) {
    String own = WorkbookPlan.answerName(question, place).substring(2);
    Area here = new Area(sheet.toLowerCase(Locale.ROOT), row, column, row, column);
    for (String other : answersAt.getOrDefault(here, List.of())) {
      if (!other.equals(own) && !movedWithItsRow(other, here)) {
        return Optional.of(other);
      }
    }
    Optional<Area> answer = areas.get("a_" + own);
    Optional<Area> identity = areas.get("i_" + own);
    if (answer == null) {
      return Optional.empty();
    }
    if (answer.isEmpty()) {
      boolean rowIsThere = identity != null && identity.isPresent();
      return rowIsThere ? Optional.of("#REF!") : Optional.empty();
    }
    return answer.get().isCell(sheet, row, column)
            || answer.get().column() == column && movedWithItsRow(own, answer.get())
        ? Optional.empty()
        : answer.map(Area::shown);
  }

  /** Whether the name of a row's identity still stands in the row of the answer's name. */
  private boolean movedWithItsRow(String name, Area answer) {
    Optional<Area> identity = areas.get("i_" + name);
    return identity != null && identity.filter(answer::sameRow).isPresent();
  }

  /**
   * Whether the answers of a sheet are still somewhere in the workbook: then it was not deleted but
   * made unreadable.
   */
  boolean seeAnswersOf(WorkbookPlan.Sheet sheet) {
    return Stream.concat(
            sheet.lines().stream()
                .map(line -> WorkbookPlan.answerName(line.item().name(), line.place())),
            sheet.columns().stream()
                .map(column -> WorkbookPlan.answerName(column.question().name(), column.place())))
        .flatMap(name -> areas.getOrDefault(name, Optional.empty()).stream())
        .anyMatch(area -> sheets.contains(area.sheet()));
  }

  /** What contradicts that a column of a table holds a question, or one of its choices. */
  Optional<String> againstColumn(String question, int place, String sheet, int column) {
    String own = WorkbookPlan.answerName(question, place).substring(2);
    String here = sheet.toLowerCase(Locale.ROOT);
    for (var entry : answersAt.entrySet()) {
      Area area = entry.getKey();
      boolean other = entry.getValue().stream().noneMatch(own::equals);
      if (other && area.sheet().equals(here) && area.column() == column) {
        return Optional.of(entry.getValue().get(0));
      }
    }
    return Optional.ofNullable(areas.get("a_" + own))
        .flatMap(area -> area)
        .filter(area -> !area.sheet().equals(here) || area.column() != column)
        .map(Area::shown);
  }
}
