package org.infostate.reporting;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * Makes what was ordered, away from the request that ordered it. However it ends, it says so; a
 * server that dies in between leaves a report that {@link ReportSchedule} finds.
 */
@ApplicationScoped
public class ReportJob {

  private static final Logger LOG = Logger.getLogger(ReportJob.class.getName());

  @Inject private MakeReport makeReport;
  @Inject private Reports reports;
  @Resource private ManagedExecutorService executor;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReportOrdered order) {
    executor.submit(() -> run(order.reportId()));
  }

  private void run(long id) {
    try {
      makeReport.make(id);
    } catch (ProblemException e) {
      reports.fail(id, e.first().kind());
    } catch (RuntimeException | IOException e) {
      LOG.log(Level.SEVERE, e, () -> "report " + id);
      reports.fail(id, ProblemKind.UNEXPECTED);
    }
  }
}
