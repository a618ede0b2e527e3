package org.infostate.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.problem.ProblemKind;

/**
 * What every reply says to the browser about itself; and, with sample data, whose passwords
 * everybody knows, that nobody outside this machine gets a reply at all.
 */
@WebFilter("/*")
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Inject
  @ConfigProperty(name = "app.sample")
  private boolean sample;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (sample && !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
      response.setStatus(ProblemKind.LOOPBACK_ONLY.status());
      response.setContentType("text/plain;charset=utf-8");
      response.getWriter().println("Infostate with sample data answers on this machine only.");
      return;
    }
    chain.doFilter(request, response);
  }
}
