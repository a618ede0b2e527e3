package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import org.infostate.assessment.Assessments;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.plan.Plan;
import org.infostate.plan.Plans;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** The fields in which a report is ordered: what they offer, and what was filled in. */
@ApplicationScoped
public class OrderForm {

  @Inject private MakeReport makeReport;
  @Inject private AcceptedAnswers accepted;
  @Inject private Assessments assessments;
  @Inject private Plans plans;
  @Inject private Countries countries;

  View on(View view, MultivaluedMap<String, String> posted, Language language) {
    return view.with("contents", makeReport.contents())
        .with("rounds", accepted.rounds())
        .with("assessments", assessments.done())
        .with(
            "plans",
            plans.all().stream()
                .filter(one -> one.state() == Plan.State.DRAFT || one.state() == Plan.State.AGREED)
                .toList())
        .with("countries", countries.all(language))
        .with("posted", posted);
  }

  /** Each kind of subject has a field, so that the page works without a script. */
  ReportOrder order(MultivaluedMap<String, String> posted) {
    String template = String.valueOf(posted.getFirst("template"));
    ReportContent content = makeReport.content(template);
    String subject = posted.getFirst(content.subject().code());
    if (subject == null || subject.isBlank()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question(content.subject().code())).exception();
    }
    String country = posted.getFirst("country");
    if (content.ofOneCountry() && (country == null || country.isBlank())) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("country")).exception();
    }
    return new ReportOrder(template, subject, country, null, null);
  }
}
