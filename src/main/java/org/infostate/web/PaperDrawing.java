package org.infostate.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.infostate.page.View;
import org.infostate.pdf.PdfDocument;

/** Draws a {@link View} with its template, and makes a PDF document of the page. */
@Provider
@ApplicationScoped
@Produces("application/pdf")
public class PaperDrawing implements MessageBodyWriter<View> {

  @Inject private PageDrawing pageDrawing;

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == View.class;
  }

  @Override
  public void writeTo(
      View view,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(PdfDocument.of(pageDrawing.html(view)));
  }
}
