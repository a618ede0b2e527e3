package org.infostate.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.page.View;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** Each chart of an assessment with its table beside it. */
@RequestScoped
@Path("assessments")
public class ChartPages {

  @Inject private DrawAssessment draw;
  @Inject private Assessments assessments;
  @Context private HttpServletRequest request;

  @GET
  @Path("{id}/charts/{kind}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View chart(
      @PathParam("id") long id, @PathParam("kind") String kind, @BeanParam ChartQuery query) {
    ChartKind wanted = ChartKind.of(kind);
    Language language = ReadersLanguage.of(request);
    Assessment assessment = assessments.requireDone(id);
    Index index = assessment.index().index();
    return View.of("chart/chart.jte")
        .with("assessment", assessment)
        .with("names", assessments.names(assessment))
        .with("kind", wanted.code())
        .with("query", query.text())
        .with("by", query.by)
        .with("element", query.element == null ? index.root().code() : query.element)
        .with("year", query.year)
        .with("elements", index.elements().stream().map(Element::code).toList())
        .with("figure", draw.chart(id, wanted, query, language).figure());
  }
}
