package org.infostate.web;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import org.infostate.problem.ProblemKind;

/** Lets a request through to a method only in a role that the method names. */
@Provider
public class ClosedByDefault implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(PermitAll.class) && !method.isAnnotationPresent(DenyAll.class)) {
      return;
    }
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    context.register(
        new Gate(roles == null ? List.of() : List.of(roles.value())), Priorities.AUTHORIZATION);
  }

  /** The gate before one method. */
  private record Gate(List<String> roles) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      SecurityContext caller = request.getSecurityContext();
      if (roles.stream().anyMatch(caller::isUserInRole)) {
        return;
      }
      throw (caller.getUserPrincipal() == null
              ? ProblemKind.NOT_SIGNED_IN
              : ProblemKind.NOT_ALLOWED)
          .exception();
    }
  }
}
