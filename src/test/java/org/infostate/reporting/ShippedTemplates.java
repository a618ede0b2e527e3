package org.infostate.reporting;

import java.io.IOException;
import java.util.List;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.reporting.TemplateDrawing.Chart;
import org.infostate.reporting.TemplateDrawing.Kind;

/**
 * Lays out the templates of this package anew. Run it, from the root of the project, only to
 * replace those files; whoever has a better layout makes it in Excel and commits that.
 */
final class ShippedTemplates {

  private ShippedTemplates() {}

  public static void main(String[] args) throws IOException {
    new TemplateDrawing()
        .table(RoundReport.STATES, new Chart(Kind.COLUMNS, "state", "countries"))
        .table(RoundReport.COUNTRIES)
        .write(RoundReport.TEMPLATE);
    new TemplateDrawing()
        .table(
            AnswersReport.COVERAGE,
            new Chart(
                Kind.STACKED_BARS,
                "section",
                "answered",
                "not_available",
                "not_applicable",
                "unknown",
                "unanswered",
                "withheld"))
        .table(AnswersReport.ANSWERS)
        .write(AnswersReport.TEMPLATE);
    new TemplateDrawing()
        .table(InventoryReport.REGISTERS, new Chart(Kind.BARS, "register", "items", "countries"))
        .table(InventoryReport.ITEMS)
        .write(InventoryReport.TEMPLATE);
    new TemplateDrawing()
        .table(
            LegislationReport.PROVISIONS,
            new Chart(
                Kind.STACKED_BARS,
                "provision",
                "in_force",
                "in_force_in_part",
                "draft",
                "none",
                "no_answer"))
        .table(LegislationReport.MATRIX.and(provisions()))
        .table(LegislationReport.PAIRS)
        .write(LegislationReport.TEMPLATE);
    new TemplateDrawing()
        .table(PlanReport.YEARS, new Chart(Kind.COLUMNS, "year", "budget", "cost"))
        .table(PlanReport.ACTIONS)
        .table(PlanReport.SHARES)
        .write(PlanReport.TEMPLATE);
    new TemplateDrawing()
        .table(
            ProfileReport.PILLARS,
            new Chart(Kind.RADAR, "element", "score", "group_median", "median"))
        .table(ProfileReport.ELEMENTS)
        .table(ProfileReport.FIGURES)
        .table(ProfileReport.ASSISTANCE)
        .write(ProfileReport.TEMPLATE);
    new TemplateDrawing()
        .table(DivideReport.GROUPS, new Chart(Kind.COLUMNS, "infostate", "countries"))
        .table(DivideReport.MEMBERS)
        .table(
            DivideReport.DIVIDE,
            new Chart(Kind.LINES, "year", "top_mean", "middle_mean", "low_mean"))
        .table(DivideReport.PATHS)
        .write(DivideReport.TEMPLATE);
  }

  /** The provisions of the legislation questionnaire that ships. */
  static List<String> provisions() {
    return LegislationReport.provisions(Form.read(ShippedFiles.below("legislation/1"))).stream()
        .map(Question::name)
        .toList();
  }
}
