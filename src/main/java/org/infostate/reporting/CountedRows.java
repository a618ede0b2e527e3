package org.infostate.reporting;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import org.infostate.report.Dataset;
import org.infostate.report.Filling;

/** Rows that tell how far their reader is. */
final class CountedRows {

  private static final int STEP = 5;

  private final IntConsumer percent;
  private final long all;
  private long read;
  private int told;

  private CountedRows(long all, IntConsumer percent) {
    this.all = all;
    this.percent = percent;
  }

  /**
   * The filling with its rows counted.
   *
   * @param percent told at most every {@value #STEP} per cent, never 100
   */
  static Filling of(Filling filling, IntConsumer percent) {
    long all = filling.datasets().stream().mapToLong(dataset -> dataset.rows().size()).sum();
    CountedRows counted = new CountedRows(all, percent);
    return new Filling(
        filling.language(),
        filling.values(),
        filling.datasets().stream().map(counted::counted).toList(),
        filling.sheetNames());
  }

  private Dataset counted(Dataset dataset) {
    List<List<Object>> rows = dataset.rows();
    return new Dataset(
        dataset.name(),
        dataset.columns(),
        dataset.headings(),
        new AbstractList<>() {

          @Override
          public int size() {
            return rows.size();
          }

          @Override
          public List<Object> get(int index) {
            return rows.get(index);
          }

          @Override
          public Iterator<List<Object>> iterator() {
            Iterator<List<Object>> inner = rows.iterator();
            return new Iterator<>() {

              @Override
              public boolean hasNext() {
                return inner.hasNext();
              }

              @Override
              public List<Object> next() {
                count();
                return inner.next();
              }
            };
          }
        },
        dataset.spare());
  }

  private void count() {
    read++;
    int now = (int) Math.min(99, 100 * read / Math.max(1, all));
    if (now >= told + STEP) {
      told = now;
      percent.accept(now);
    }
  }
}
