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
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.infostate.problem.ProblemKind;

/**
 * The stylesheet, the scripts and the icon. Their addresses carry a part of their hash, so they may
 * stay in the browser.
 */
@ApplicationScoped
@Path("assets")
public class AssetsResource {

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;
  private static final Map<String, String> TYPES =
      Map.of(
          "infostate.css", "text/css;charset=utf-8",
          "infostate.js", "text/javascript;charset=utf-8",
          "section.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

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
    return Response.ok(read(name), TYPES.get(name)).cacheControl(forAYear).build();
  }

  /** The address of an asset, another one for other content. */
  static String address(String name) {
    return ADDRESSES.computeIfAbsent(
        name,
        asset -> {
          try {
            CRC32 sum = new CRC32();
            sum.update(read(asset));
            return "/assets/" + asset + "?" + Long.toHexString(sum.getValue());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = AssetsResource.class.getResourceAsStream("/assets/" + name)) {
      return in.readAllBytes();
    }
  }
}
