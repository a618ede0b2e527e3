package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.assessment.Sha256;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.report.Filling;
import org.infostate.report.ReportTemplate;
import org.infostate.response.EvidenceFiles;
import org.infostate.text.Language;

/** Checks what is ordered, starts the making of a report, and makes it; for page and API alike. */
@ApplicationScoped
public class MakeReport {

  @Inject private Reports reports;
  @Inject private TemplateVersions versions;
  @Inject private ChangeTemplate changeTemplate;
  @Inject private KeepStandingOrders keepStandingOrders;
  @Inject private EvidenceFiles files;
  @Inject private Instance<ReportContent> contents;
  @Inject private Event<ReportOrdered> ordered;
  @Inject private Clock clock;

  /** Every report there is, by code. */
  List<ReportContent> contents() {
    return contents.stream().sorted(Comparator.comparing(ReportContent::template)).toList();
  }

  /** The report with this code, or {@code TEMPLATE_UNKNOWN}. */
  ReportContent content(String template) {
    return contents.stream()
        .filter(content -> content.template().equals(template))
        .findFirst()
        .orElseThrow(() -> ProblemKind.TEMPLATE_UNKNOWN.exception(String.valueOf(template)));
  }

  /**
   * Starts the making. It goes on by itself once the transaction has ended.
   *
   * @throws org.infostate.problem.ProblemException if the order is about nothing
   */
  @Transactional
  public Report start(ReportOrder order, Language reader, Actor actor) {
    return start(order, actor.login(), null, reader);
  }

  /** As the other, for a standing order. */
  @Transactional
  Report start(ReportOrder order, String orderedBy, Long standingOrder, Language reader) {
    ReportOrder whole = checked(order, reader);
    Report report =
        new Report(
            whole, versions.chosen(whole.template()), standingOrder, orderedBy, clock.instant());
    reports.add(report);
    ordered.fire(new ReportOrdered(report.id()));
    return report;
  }

  /**
   * The order as it will be made, with the reader's language if it names none.
   *
   * @throws org.infostate.problem.ProblemException if it is about nothing
   */
  ReportOrder checked(ReportOrder order, Language reader) {
    ReportContent content = content(order.template());
    String tag = order.language() == null ? reader.tag() : order.language();
    Language.of(tag)
        .orElseThrow(
            () -> ProblemKind.BAD_PARAMETER.at(Place.question("language"), tag).exception());
    ReportOrder whole =
        new ReportOrder(
            order.template(),
            order.subject(),
            content.ofOneCountry() ? order.country() : null,
            content.subject() == ReportContent.Subject.ASSESSMENT ? order.year() : null,
            tag);
    content.check(whole);
    return whole;
  }

  /** Gathers the data, fills the template, and keeps the file. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void make(long id) throws IOException {
    Report report = reports.require(id);
    ReportContent content = content(report.order().template());
    byte[] template = changeTemplate.file(content.template(), report.templateVersion());
    Filling filling = content.filling(report.order(), report.language());
    byte[] file =
        ReportTemplate.read(template)
            .fill(CountedRows.of(filling, percent -> reports.reached(id, percent)));
    keepStandingOrders.done(
        id, files.keep(file), file.length, Sha256.of(template), clock.instant());
  }

  /** The file of a report that is done. */
  byte[] file(Report report) throws IOException {
    report.requireDone();
    return files.read(report.sha256());
  }
}
