package org.infostate.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infostate.problem.ProblemKind;

/** The store of figures and of the imports that they came with. */
@ApplicationScoped
public class Statistics {

  private static final int UPDATED_AT_ONCE = 1000;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  private record Key(String iso3, String indicator, int year) {

    static Key of(Figure figure) {
      return new Key(figure.iso3(), figure.indicator(), figure.year());
    }
  }

  private record Held(Long id, String edition) {}

  /**
   * Which figures are wanted.
   *
   * @param indicator code; null for all
   * @param iso3 country; null for all
   * @param firstYear the first year wanted; null for no limit
   * @param lastYear the last year wanted; null for no limit
   */
  public record Wanted(String indicator, String iso3, Integer firstYear, Integer lastYear) {

    public static final Wanted ALL = new Wanted(null, null, null, null);

    /** The same of one indicator. */
    Wanted of(String one) {
      return new Wanted(one, iso3, firstYear, lastYear);
    }
  }

  /**
   * Keeps what was read from a file, all of it or nothing. A figure takes the place of one of the
   * same indicator, country and year unless that is from a later edition; the one that is not
   * current stays as history.
   *
   * @throws org.infostate.problem.ProblemException where a file of this content was imported before
   */
  @Transactional
  public StatisticsImport store(
      String fileName, String sha256, Reading reading, String importedBy) {
    imported(sha256)
        .ifPresent(
            before -> {
              throw ProblemKind.STATISTICS_ALREADY_IMPORTED.exception(
                  before.fileName(), before.importedAt());
            });
    StatisticsImport source =
        new StatisticsImport(fileName, sha256, reading, clock.instant(), importedBy);
    entities.persist(source);
    // The rows refer to it by its number only, so nothing else puts it before them.
    entities.flush();
    reading.leftOut().forEach(leftOut -> entities.persist(new ImportRemark(source.id(), leftOut)));
    Map<Key, Held> held = held(reading.indicators());
    supersede(reading, held);
    for (Figure figure : reading.figures()) {
      entities.persist(
          new Statistic(source.id(), figure, !later(held.get(Key.of(figure)), reading)));
    }
    return source;
  }

  /** Whether there is a figure and it is from a later edition. */
  private static boolean later(Held held, Reading reading) {
    return held != null && held.edition().compareTo(reading.edition()) > 0;
  }

  private Map<Key, Held> held(List<String> indicators) {
    Map<Key, Held> held = new HashMap<>();
    if (indicators.isEmpty()) {
      return held;
    }
    entities
        .createQuery(
            "select s.id, s.iso3, s.indicator, s.year, i.edition"
                + " from Statistic s join StatisticsImport i on i.id = s.importId"
                + " where s.current = true and s.indicator in :indicators",
            Object[].class)
        .setParameter("indicators", indicators)
        .getResultList()
        .forEach(
            row ->
                held.put(
                    new Key((String) row[1], (String) row[2], (Integer) row[3]),
                    new Held((Long) row[0], (String) row[4])));
    return held;
  }

  private void supersede(Reading reading, Map<Key, Held> held) {
    List<Long> superseded = new ArrayList<>();
    for (Figure figure : reading.figures()) {
      Held before = held.get(Key.of(figure));
      if (before != null && !later(before, reading)) {
        superseded.add(before.id());
      }
    }
    for (int from = 0; from < superseded.size(); from += UPDATED_AT_ONCE) {
      entities
          .createQuery("update Statistic s set s.current = null where s.id in :ids")
          .setParameter(
              "ids", superseded.subList(from, Math.min(from + UPDATED_AT_ONCE, superseded.size())))
          .executeUpdate();
    }
  }

  /** The import of a file with this SHA-256. */
  public Optional<StatisticsImport> imported(String sha256) {
    return entities
        .createQuery("select i from StatisticsImport i where i.sha256 = :h", StatisticsImport.class)
        .setParameter("h", sha256)
        .getResultStream()
        .findFirst();
  }

  public Optional<StatisticsImport> find(long importId) {
    return Optional.ofNullable(entities.find(StatisticsImport.class, importId));
  }

  /** All imports, the newest first. */
  public List<StatisticsImport> imports() {
    return entities
        .createQuery("select i from StatisticsImport i order by i.id desc", StatisticsImport.class)
        .getResultList();
  }

  /** All imports by their number. */
  Map<Long, StatisticsImport> importsById() {
    return imports().stream().collect(Collectors.toMap(StatisticsImport::id, one -> one));
  }

  /** What an import left out, in the order of its file. */
  public List<LeftOut> leftOut(long importId) {
    return entities
        .createQuery(
            "select r from ImportRemark r where r.importId = :i order by r.id", ImportRemark.class)
        .setParameter("i", importId)
        .getResultStream()
        .map(ImportRemark::leftOut)
        .toList();
  }

  /**
   * The current figures that are wanted, by indicator, country and year.
   *
   * @param skip how many to leave out at the beginning
   * @param most how many at most
   */
  public List<Statistic> find(Wanted wanted, int skip, int most) {
    TypedQuery<Statistic> query =
        entities.createQuery(
            "select s from Statistic s where s.current = true"
                + (wanted.indicator() == null ? "" : " and s.indicator = :indicator")
                + (wanted.iso3() == null ? "" : " and s.iso3 = :iso3")
                + (wanted.firstYear() == null ? "" : " and s.year >= :first")
                + (wanted.lastYear() == null ? "" : " and s.year <= :last")
                + " order by s.indicator, s.iso3, s.year",
            Statistic.class);
    set(query, "indicator", wanted.indicator());
    set(query, "iso3", wanted.iso3());
    set(query, "first", wanted.firstYear());
    set(query, "last", wanted.lastYear());
    return query.setFirstResult(skip).setMaxResults(most).getResultList();
  }

  private static void set(TypedQuery<Statistic> query, String name, Object value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }

  /** Every figure that was ever imported for these, the current one and then the newest first. */
  public List<Statistic> history(String indicator, String iso3, int year) {
    return entities
        .createQuery(
            "select s from Statistic s"
                + " where s.indicator = :indicator and s.iso3 = :iso3 and s.year = :year"
                + " order by s.id desc",
            Statistic.class)
        .setParameter("indicator", indicator)
        .setParameter("iso3", iso3)
        .setParameter("year", year)
        .getResultStream()
        .sorted(Comparator.comparing(Statistic::current).reversed())
        .toList();
  }

  /**
   * The current figures for scoring.
   *
   * @param indicators codes
   * @param firstYear the first year wanted
   * @param lastYear the last year wanted
   */
  public FigureTable table(Collection<String> indicators, int firstYear, int lastYear) {
    if (indicators.isEmpty()) {
      return new FigureTable(List.of());
    }
    return new FigureTable(
        entities
            .createQuery(
                "select s from Statistic s where s.current = true and s.indicator in :indicators"
                    + " and s.year between :first and :last",
                Statistic.class)
            .setParameter("indicators", indicators)
            .setParameter("first", firstYear)
            .setParameter("last", lastYear)
            .getResultStream()
            .map(Statistic::figure)
            .toList());
  }
}
