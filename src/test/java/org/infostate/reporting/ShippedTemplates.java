package org.infostate.reporting;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.report.RankingReport;
import org.infostate.reporting.TemplateDrawing.Chart;
import org.infostate.reporting.TemplateDrawing.Kind;

/**
 * Lays out the templates of this package anew. Run it, from the root of the project, only to
 * replace those files; whoever has a better layout makes it in Excel and commits that.
 */
final class ShippedTemplates {

  private static final int PILLARS = 10;

  private static final Columns RANKING =
      Columns.of("ranking", "rank country iso3 region infostate score")
          .and(IntStream.rangeClosed(1, PILLARS).mapToObj(i -> "pillar_" + i).toList())
          .and(List.of("completeness", "priority", "need"));

  private static final Columns PRIORITIES =
      Columns.of("priorities", "priority country iso3 infostate need score weakest reason");

  /** In print, too, the darker the more is law. */
  private static final Map<String, String> LAW = new LinkedHashMap<>();

  static {
    LAW.put("law_in_force", "1C5A7D");
    LAW.put("law_in_force_in_part", "8DBBD8");
    LAW.put("law_draft", "FFF1C2");
    LAW.put("law_none", "FFFFFF");
  }

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
    Columns matrix = LegislationReport.MATRIX.and(provisions());
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
        .table(matrix)
        .legend(matrix, provisions().get(0), LAW)
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
            new Chart(Kind.RADAR, "element", "score", "group_median", "median", "last_round"))
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
    new TemplateDrawing()
        .table(RANKING)
        .shade(RANKING, "score", "pillar_" + PILLARS)
        .table(PRIORITIES)
        .shade(PRIORITIES, "need", "need")
        .table(Columns.of("scores", "country score"), new Chart(Kind.BARS, "country", "score"))
        .write(RankingReport.TEMPLATE);
  }

  /** The provisions of the legislation questionnaire that ships. */
  static List<String> provisions() {
    return LegislationReport.provisions(Form.read(ShippedFiles.below("legislation/1"))).stream()
        .map(Question::name)
        .toList();
  }
}
