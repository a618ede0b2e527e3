package org.infostate.web;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.account.KeptPost;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/**
 * Turns whatever was thrown into a numbered problem: for the API as {@code
 * application/problem+json} (RFC 9457), for people as a page. What nobody foresaw is logged under
 * an incident number that the reader sees; the reader never sees a stack trace.
 */
@Provider
public class ErrorReplies implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(ErrorReplies.class.getName());

  @Context private HttpServletRequest request;

  @Inject private ProblemBody body;

  @Override
  public Response toResponse(Throwable thrown) {
    List<Problem> problems = problems(thrown);
    ProblemKind kind = problems.get(0).kind();
    if (request.getRequestURI().startsWith("/api/")) {
      Response.ResponseBuilder reply =
          Response.status(kind.status())
              .type("application/problem+json")
              .entity(body.json(problems, Texts.in(ReadersLanguage.of(request))));
      return kind == ProblemKind.NOT_SIGNED_IN
          ? reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
          : reply.build();
    }
    if (kind == ProblemKind.NOT_SIGNED_IN && typed()) {
      return Response.status(kind.status())
          .type(MediaType.TEXT_HTML_TYPE)
          .entity(KeptPost.signIn(request, address()))
          .build();
    }
    if (kind == ProblemKind.NOT_SIGNED_IN) {
      String to = request.getMethod().equals("GET") ? address() : "/";
      return Response.seeOther(
              URI.create("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)))
          .build();
    }
    return Response.status(kind.status())
        .type(MediaType.TEXT_HTML_TYPE)
        .entity(View.of("web/problem.jte").with("problems", problems))
        .build();
  }

  /** Whether a form was posted: what somebody typed must not get lost because a session ended. */
  private boolean typed() {
    return request.getMethod().equals("POST")
        && String.valueOf(request.getContentType())
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED);
  }

  private String address() {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static List<Problem> problems(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.problems();
      }
      if (cause instanceof JsonException || cause instanceof ProcessingException) {
        return List.of(ProblemKind.BODY_UNREADABLE.problem());
      }
      if (cause instanceof OptimisticLockException) {
        return List.of(ProblemKind.EDIT_CONFLICT.problem());
      }
      if (cause instanceof SQLException sql && connectionLost(sql)) {
        LOG.log(Level.SEVERE, "The database does not answer: {0}", sql.getMessage());
        return List.of(ProblemKind.STORE_UNAVAILABLE.problem());
      }
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return List.of(ProblemKind.EDIT_CONFLICT.problem());
      }
    }
    if (thrown instanceof WebApplicationException web) {
      return List.of(ofStatus(web));
    }
    return List.of(unexpected(thrown));
  }

  /** SQL states of class 08 (connection) and 57P (PostgreSQL is shutting down or starting up). */
  private static boolean connectionLost(SQLException sql) {
    String state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || state != null && (state.startsWith("08") || state.startsWith("57P"))
        || state == null && String.valueOf(sql.getMessage()).contains("allocating a connection");
  }

  private static Problem ofStatus(WebApplicationException web) {
    return switch (web.getResponse().getStatus()) {
      case 401 -> ProblemKind.NOT_SIGNED_IN.problem();
      case 403 -> ProblemKind.NOT_ALLOWED.problem();
      case 404 -> ProblemKind.NOT_FOUND.problem();
      case 405 -> ProblemKind.METHOD_NOT_ALLOWED.problem();
      case 406 -> ProblemKind.NOT_ACCEPTABLE.problem();
      case 413 -> ProblemKind.BODY_TOO_LARGE.problem(0);
      case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE.problem();
      case 400 -> ProblemKind.BODY_UNREADABLE.problem();
      default -> unexpected(web);
    };
  }

  private static Problem unexpected(Throwable thrown) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, "Incident " + incident, thrown);
    return ProblemKind.UNEXPECTED.problem(
        thrown instanceof PersistenceException ? incident + " (store)" : incident);
  }
}
