package org.infostate.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.security.Principal;

/**
 * Writes the entry of an {@link Audited} method inside its transaction, once it has succeeded; a
 * reply that tells of a refusal leaves none.
 */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditedInterceptor implements Serializable {

  private static final long serialVersionUID = 1;

  @Inject private transient AuditTrail trail;
  @Inject private transient HttpServletRequest request;

  @AroundInvoke
  Object record(InvocationContext call) throws Exception {
    Object result = call.proceed();
    if (result instanceof Response reply && reply.getStatus() >= 400) {
      return result;
    }
    Principal caller = request.getUserPrincipal();
    trail.record(
        caller == null ? "-" : caller.getName(),
        call.getMethod().getAnnotation(Audited.class).value(),
        request.getRequestURI());
    return result;
  }
}
