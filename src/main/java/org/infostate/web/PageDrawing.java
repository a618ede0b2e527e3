package org.infostate.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.SignIn;
import org.infostate.page.View;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** Draws a {@link View} with its template, in the language of the reader. */
@Provider
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class PageDrawing implements MessageBodyWriter<View> {

  private static final String NOTICE = "common.notice.";

  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.sample")
  private boolean sample;

  private TemplateEngine engine;

  @PostConstruct
  void open() {
    engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.setBinaryStaticContent(true);
  }

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
    Page page = page();
    headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8");
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.putSingle(HttpHeaders.VARY, "Accept-Language, Cookie");
    drawn(view, page).writeTo(out);
  }

  private Utf8ByteOutput drawn(View view, Page page) {
    Map<String, Object> model = new HashMap<>(view.model());
    model.put("page", page);
    Utf8ByteOutput drawn = new Utf8ByteOutput();
    engine.render(view.template(), model, drawn);
    return drawn;
  }

  /** The page as text. */
  String html(View view) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drawn(view, page()).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Page page() {
    Texts texts = Texts.in(ReadersLanguage.of(request));
    String query = request.getQueryString();
    String notice = request.getParameter("notice");
    return new Page(
        texts,
        SignIn.actor(request),
        URI.create(request.getRequestURI() + (query == null ? "" : "?" + query)),
        notice != null && notice.startsWith(NOTICE) && texts.has(notice)
            ? texts.text(notice)
            : null,
        sample);
  }
}
