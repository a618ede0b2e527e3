package org.infostate.statistics;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.infostate.country.CountryNames;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * A file of a publisher of statistics. What it is, is told from what is in it; its name is but
 * shown. Whatever the content, reading ends with figures or with a problem, in bounded memory and
 * time.
 */
public final class PublishedFile {

  /** The largest file that is read. */
  public static final int MOST_MEGABYTES = 20;

  private static final String ITU = "ITU";
  private static final int NAME_LENGTH = 200;
  private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final String name;
  private final byte[] content;

  private PublishedFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * @param name as the browser or the person calls it; folders before it and characters that can
   *     not be shown are dropped, and what is longer than 200 characters
   * @throws ProblemException where the content is empty or larger than {@link #MOST_MEGABYTES}
   */
  public static PublishedFile of(String name, byte[] content) {
    if (content.length == 0) {
      throw ProblemKind.FILE_MISSING.exception();
    }
    if (content.length > MOST_MEGABYTES << 20) {
      throw ProblemKind.STATISTICS_TOO_LARGE.exception(MOST_MEGABYTES, ReadingBuilder.MOST_FIGURES);
    }
    String given = name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
    String bare = given.replaceAll("\\p{C}", "").strip();
    String shown = bare.isEmpty() ? "-" : bare;
    return new PublishedFile(
        shown.length() <= NAME_LENGTH ? shown : shown.substring(0, NAME_LENGTH), content.clone());
  }

  public String name() {
    return name;
  }

  /** The SHA-256 of the content in hexadecimal: two files are the same if these are. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads the figures.
   *
   * @throws ProblemException where the file is broken ({@code STATISTICS_UNREADABLE}), of no known
   *     format, larger than can be read, has macros, has no figures, or has something in the place
   *     of a figure that is none (then with the place of each, up to 50)
   */
  public Reading read() {
    try {
      if (startsWith(OLE)) {
        return workbook(XlsFile.read(content));
      }
      if (startsWith(ZIP)) {
        return workbook(XlsxFile.read(content));
      }
      return table(TextTable.read(content));
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // A parser meets broken input with exceptions of every kind.
      ProblemException refusal = ProblemKind.STATISTICS_UNREADABLE.exception(name);
      refusal.initCause(e);
      throw refusal;
    }
  }

  private boolean startsWith(byte[] mark) {
    return content.length >= mark.length
        && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
  }

  private Reading workbook(Grids workbook) {
    ReadingBuilder builder = new ReadingBuilder();
    boolean any = false;
    for (Grid grid : workbook.sheets()) {
      if (read(grid, builder)) {
        any = true;
      } else if (!grid.rows().isEmpty()) {
        builder.leaveOut(grid.name(), 1, grid.name(), LeftOut.Reason.SHEET_UNKNOWN);
      }
    }
    if (!any) {
      throw ProblemKind.STATISTICS_FORMAT_UNKNOWN.exception(name);
    }
    return builder.reading(ITU, workbook.saved(), name);
  }

  private static boolean read(Grid grid, ReadingBuilder builder) {
    Optional<ItuTimeSeries> series = ItuTimeSeries.of(grid, CountryNames.published());
    if (series.isPresent()) {
      series.get().read(builder);
      return true;
    }
    Optional<ItuHouseholds> households = ItuHouseholds.of(grid, CountryNames.published());
    households.ifPresent(found -> found.read(builder));
    return households.isPresent();
  }

  private Reading table(TextTable table) {
    ReadingBuilder builder = new ReadingBuilder();
    Optional<WorldBankTable> worldBank = WorldBankTable.of(table, CountryNames.published());
    if (worldBank.isPresent()) {
      worldBank.get().read(builder);
      return builder.reading(WorldBankTable.PUBLISHER, worldBank.get().edition(), name);
    }
    Optional<UndpSchooling> schooling = UndpSchooling.of(table, CountryNames.published());
    if (schooling.isPresent()) {
      schooling.get().read(builder);
      return builder.reading(UndpSchooling.PUBLISHER, "", name);
    }
    throw ProblemKind.STATISTICS_FORMAT_UNKNOWN.exception(name);
  }
}
