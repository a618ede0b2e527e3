package org.infostate.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.infostate.problem.ProblemKind;

/** The stylesheet, the script and the icon. Their addresses carry the version, so they may stay. */
@ApplicationScoped
@Path("assets")
public class AssetsResource {

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;
  private static final Map<String, String> TYPES =
      Map.of(
          "infostate.css", "text/css;charset=utf-8",
          "infostate.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  @GET
  @Path("{name}")
  @PermitAll
  public Response asset(@PathParam("name") String name) throws IOException {
    if (!TYPES.containsKey(name)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    CacheControl forAYear = new CacheControl();
    forAYear.setMaxAge(YEAR_SECONDS);
    forAYear.setNoTransform(false);
    try (InputStream in = AssetsResource.class.getResourceAsStream("/assets/" + name)) {
      return Response.ok(in.readAllBytes(), TYPES.get(name)).cacheControl(forAYear).build();
    }
  }
}
