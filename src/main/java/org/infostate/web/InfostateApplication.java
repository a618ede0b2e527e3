package org.infostate.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Every page and every address of the API; Jersey finds the resources by their annotations. */
@ApplicationPath("/")
public class InfostateApplication extends Application {

  @Override
  public Map<String, Object> getProperties() {
    // WADL would list every address to anybody.
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
