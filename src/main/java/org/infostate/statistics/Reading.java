package org.infostate.statistics;

import java.util.List;

/**
 * What was read from a publisher's file.
 *
 * @param publisher {@code ITU}, {@code World Bank}, {@code UNDP}
 * @param edition a date or year that orders the editions of a publisher, as ISO 8601 writes it:
 *     when the file was last updated or saved, as it says itself, else the last year that it has
 *     figures for
 * @param figures in the order of the file; never empty when it comes from a file
 * @param leftOut everything else in the file, in its order
 */
public record Reading(
    String publisher, String edition, List<Figure> figures, List<LeftOut> leftOut) {

  public Reading {
    figures = List.copyOf(figures);
    leftOut = List.copyOf(leftOut);
  }

  /** Rows that may be countries and were not recognised as such. */
  public List<LeftOut> unmatched() {
    return leftOut.stream().filter(out -> out.reason().unmatched()).toList();
  }

  /** What is known not to be wanted: groups of countries, legends, other series. */
  public List<LeftOut> ignored() {
    return leftOut.stream().filter(out -> !out.reason().unmatched()).toList();
  }

  /** How many countries there are figures for. */
  public int countries() {
    return (int) figures.stream().map(Figure::iso3).distinct().count();
  }

  /** Codes of the indicators, in the order of the file. */
  public List<String> indicators() {
    return figures.stream().map(Figure::indicator).distinct().toList();
  }

  /** The first year with a figure; 0 without figures. */
  public int firstYear() {
    return figures.stream().mapToInt(Figure::year).min().orElse(0);
  }

  /** The last year with a figure; 0 without figures. */
  public int lastYear() {
    return figures.stream().mapToInt(Figure::year).max().orElse(0);
  }
}
