package org.infostate.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.infostate.page.Paper;
import org.infostate.pdf.PdfDocument;
import org.infostate.problem.ProblemKind;

/**
 * Draws a {@link Paper} with its template, and makes a PDF document of the page. As each is in
 * memory as a whole, fonts and all, while it is made, only few are made at the same time.
 */
@Provider
@ApplicationScoped
@Produces("application/pdf")
public class PaperDrawing implements MessageBodyWriter<Paper> {

  /** Documents at the same time on one node. */
  private static final int MOST = 2;

  /** How long one waits for its turn; a document takes less than a second. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Semaphore places = new Semaphore(MOST, true);

  @Inject private PageDrawing pageDrawing;

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Paper.class;
  }

  @Override
  public void writeTo(
      Paper paper,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    byte[] document = made(pageDrawing.html(paper.page()));
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, document.length);
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
    headers.putSingle(HttpHeaders.VARY, "Accept-Language, Cookie");
    out.write(document);
  }

  private byte[] made(String html) {
    if (!placeTaken()) {
      throw ProblemKind.DOCUMENTS_BUSY.exception(MOST);
    }
    try {
      return PdfDocument.of(html);
    } finally {
      places.release();
    }
  }

  private boolean placeTaken() {
    try {
      return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
