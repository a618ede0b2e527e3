package org.infostate.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.infostate.problem.ProblemKind;

/**
 * Bounds what a request may send: a small body for forms and JSON, a larger one for files. What is
 * larger is refused when the limit is passed, whatever its headers said.
 */
@Provider
@PreMatching
@Priority(1)
public class BodyLimit implements ContainerRequestFilter {

  private static final long FORM_BYTES = 2L << 20;
  private static final long FILE_BYTES = 30L << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    long limit = file(request.getMediaType()) ? FILE_BYTES : FORM_BYTES;
    if (request.getLength() > limit) {
      throw ProblemKind.BODY_TOO_LARGE.exception(limit >> 20);
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Bounded(request.getEntityStream(), limit));
    }
  }

  private static boolean file(MediaType type) {
    return type != null
        && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        && !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
  }

  /** Counts what is read and stops at the limit. */
  private static final class Bounded extends FilterInputStream {

    private final long limit;
    private long read;

    Bounded(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw ProblemKind.BODY_TOO_LARGE.exception(limit >> 20);
      }
    }
  }
}
