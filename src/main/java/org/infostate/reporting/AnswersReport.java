package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Response;
import org.infostate.round.Round;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Every accepted answer of a round as a row, and how far each section is answered. */
@ApplicationScoped
public class AnswersReport implements ReportContent {

  static final String TEMPLATE = "answers";
  static final Columns COVERAGE =
      Columns.of(
          "coverage",
          "questionnaire section answered not_available not_applicable unknown unanswered withheld");
  static final Columns ANSWERS =
      Columns.of(
          "answers",
          "country iso3 region questionnaire section roster row question label status value figure"
              + " date source remark");

  @Inject private AcceptedAnswers accepted;

  /** What one section of all responses adds up to. */
  private static final class Count {

    private final String questionnaire;
    private final String section;
    private final int[] byStatus = new int[AnswerStatus.values().length];
    private int unanswered;
    private int withheld;

    Count(String questionnaire, String section) {
      this.questionnaire = questionnaire;
      this.section = section;
    }

    void add(AcceptedAnswers.One one) {
      if (one.held() == null) {
        unanswered++;
      } else if (one.withheld()) {
        withheld++;
      } else {
        byStatus[one.held().status().ordinal()]++;
      }
    }

    private int of(AnswerStatus status) {
      return byStatus[status.ordinal()];
    }

    List<Object> row() {
      return List.of(
          questionnaire,
          section,
          of(AnswerStatus.ANSWERED) + of(AnswerStatus.PROVISIONAL),
          of(AnswerStatus.NOT_AVAILABLE),
          of(AnswerStatus.NOT_APPLICABLE),
          of(AnswerStatus.UNKNOWN),
          unanswered,
          withheld);
    }
  }

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.ROUND;
  }

  @Override
  public Filling vocabulary() {
    return Stamp.BLANK.filling(Language.EN, List.of(COVERAGE.empty(), ANSWERS.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    accepted.round(order.subject());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Round round = accepted.round(order.subject());
    List<Response> responses = accepted.accepted(round);
    Map<String, Count> counts = new LinkedHashMap<>();
    int asked = 0;
    int given = 0;
    int withheld = 0;
    for (Response response : responses) {
      for (AcceptedAnswers.One one : accepted.of(response, form -> true)) {
        counts
            .computeIfAbsent(
                one.section().name(),
                name -> new Count(one.form().title(language), one.form().label(name, language)))
            .add(one);
        asked++;
        given += one.held() == null ? 0 : 1;
        withheld += one.withheld() ? 1 : 0;
      }
    }
    return accepted
        .stamp(round, TEMPLATE, given, asked, withheld, language)
        .filling(
            language,
            List.of(
                COVERAGE.with(counts.values().stream().map(Count::row).toList(), language),
                ANSWERS.with(
                    new RowsOfResponses(responses, response -> rows(response, language), given),
                    language)));
  }

  private List<List<Object>> rows(Response response, Language language) {
    Texts texts = Texts.in(language);
    String country = accepted.country(response.iso3(), language);
    String region = accepted.region(response.iso3(), texts);
    List<List<Object>> rows = new ArrayList<>();
    for (AcceptedAnswers.One one : accepted.of(response, form -> true)) {
      if (one.held() != null) {
        List<Object> row = new ArrayList<>();
        row.add(country);
        row.add(response.iso3());
        row.add(region);
        row.add(one.form().title(language));
        row.add(one.form().label(one.section().name(), language));
        row.add(one.roster() == null ? null : one.form().label(one.roster().name(), language));
        row.add(one.row() == 0 ? null : one.row());
        row.add(one.question().name());
        row.add(one.form().label(one.question().name(), language));
        row.add(one.standing(texts));
        row.add(one.words(language));
        row.add(one.figure());
        row.add(one.date());
        row.add(one.withheld() ? null : one.held().source());
        row.add(one.withheld() ? null : one.held().comment());
        rows.add(row);
      }
    }
    return rows;
  }
}
