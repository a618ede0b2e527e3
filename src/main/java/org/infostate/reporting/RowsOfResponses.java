package org.infostate.reporting;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.infostate.problem.ProblemKind;
import org.infostate.response.Response;

/**
 * The rows that responses give, made one response after the other while they are read: no more than
 * one response is in memory. They are counted before.
 *
 * <p>Reading fails with {@code REPORT_CHANGED} if the answers give another number of rows than when
 * they were counted.
 */
final class RowsOfResponses extends AbstractList<List<Object>> {

  private final List<Response> responses;
  private final Function<Response, List<List<Object>>> rowsOf;
  private final int size;

  RowsOfResponses(
      List<Response> responses, Function<Response, List<List<Object>>> rowsOf, int size) {
    this.responses = responses;
    this.rowsOf = rowsOf;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  /** Slow: rows are meant to be read in order. */
  @Override
  public List<Object> get(int index) {
    java.util.Objects.checkIndex(index, size);
    Iterator<List<Object>> rows = iterator();
    for (int i = 0; i < index; i++) {
      rows.next();
    }
    return rows.next();
  }

  @Override
  public Iterator<List<Object>> iterator() {
    Iterator<Response> left = responses.iterator();
    return new Iterator<>() {

      private Iterator<List<Object>> rows = List.<List<Object>>of().iterator();
      private int read;

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && left.hasNext()) {
          rows = rowsOf.apply(left.next()).iterator();
        }
        if (rows.hasNext() ? read >= size : read < size) {
          throw ProblemKind.REPORT_CHANGED.exception();
        }
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        read++;
        List<Object> row = rows.next();
        if (read == size) {
          // Readers that know the size do not ask once more.
          hasNext();
        }
        return row;
      }
    };
  }
}
