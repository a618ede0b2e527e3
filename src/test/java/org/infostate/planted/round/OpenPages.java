package org.infostate.planted.round;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Does not say who may call it, nor what is logged. */
@Path("planted")
final class OpenPages {

  @GET
  String anybody() {
    return "";
  }

  @POST
  @PermitAll
  String unlogged() {
    return "";
  }
}
