package org.infostate.response;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.Set;

/** Runs a {@link RepeatedOnConflict} method again, outside the transaction that was lost. */
@RepeatedOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RepeatedOnConflictInterceptor implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int MOST_TIMES = 5;

  /** SQL states: a unique key was there first, a deadlock was broken up, a snapshot is too old. */
  private static final Set<String> CONFLICTS = Set.of("23505", "40P01", "40001");

  @AroundInvoke
  Object repeat(InvocationContext call) throws Exception {
    for (int time = 1; ; time++) {
      try {
        return call.proceed();
      } catch (Exception e) {
        if (time == MOST_TIMES || !conflict(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean conflict(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof SQLException sql
              && CONFLICTS.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
