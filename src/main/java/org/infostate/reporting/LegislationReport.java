package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Articles;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.response.Response;
import org.infostate.round.Round;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * Which provisions of the treaties are law in which country: countries by provisions as a matrix,
 * and each pair as a row.
 */
@ApplicationScoped
public class LegislationReport implements ReportContent {

  static final String TEMPLATE = "legislation";
  static final Columns PROVISIONS =
      Columns.of(
          "provisions",
          "section provision articles in_force in_force_in_part draft none no_answer");
  static final Columns MATRIX = Columns.of("matrix", "country iso3");
  static final Columns PAIRS =
      Columns.of("pairs", "country iso3 region section provision articles question status law");

  private static final String QUESTIONNAIRE = "legislation";
  private static final String LIST = "law_status";
  private static final List<String> STATUSES =
      List.of("in_force", "in_force_in_part", "draft", "none");

  @Inject private AcceptedAnswers accepted;
  @Inject private Questionnaires questionnaires;

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
    List<String> provisions =
        questionnaires.all(QUESTIONNAIRE).stream()
            .flatMap(version -> questionnaires.readable(version).stream())
            .flatMap(form -> provisions(form).stream())
            .map(Question::name)
            .distinct()
            .toList();
    return vocabulary(provisions);
  }

  static Filling vocabulary(List<String> provisions) {
    return Stamp.BLANK.filling(
        Language.EN,
        List.of(PROVISIONS.empty(), MATRIX.and(provisions).empty(), PAIRS.empty()),
        legend(Language.EN));
  }

  /** The questions whether something is law, in the order of the form. */
  static List<Question> provisions(Form form) {
    return form.questions().values().stream()
        .filter(question -> form.code().equals(QUESTIONNAIRE) && LIST.equals(question.list()))
        .toList();
  }

  @Override
  public void check(ReportOrder order) {
    accepted.round(order.subject());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Round round = accepted.round(order.subject());
    List<Form> forms =
        round.versions().stream().map(version -> questionnaires.form(version.id())).toList();
    Map<String, Question> provisions = new LinkedHashMap<>();
    Map<String, Form> formOf = new HashMap<>();
    for (Form form : forms) {
      for (Question question : provisions(form)) {
        provisions.put(question.name(), question);
        formOf.put(question.name(), form);
      }
    }
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    List<List<Object>> matrix = new ArrayList<>();
    List<List<Object>> pairs = new ArrayList<>();
    int given = 0;
    int withheld = 0;
    List<Response> responses = accepted.accepted(round);
    for (Response response : responses) {
      Map<String, AcceptedAnswers.One> answers =
          accepted.of(response, form -> form.code().equals(QUESTIONNAIRE)).stream()
              .filter(one -> provisions.containsKey(one.question().name()))
              .collect(Collectors.toMap(one -> one.question().name(), one -> one));
      String country = accepted.country(response.iso3(), language);
      List<Object> row = new ArrayList<>(List.of(country, response.iso3()));
      for (Question question : provisions.values()) {
        AcceptedAnswers.One one = answers.get(question.name());
        boolean valued = one != null && one.valued();
        given += one != null && one.held() != null ? 1 : 0;
        withheld += one != null && one.withheld() ? 1 : 0;
        counts
            .computeIfAbsent(question.name(), name -> new HashMap<>())
            .merge(valued ? one.held().value() : "no_answer", 1, Integer::sum);
        row.add(shown(one, language));
        pairs.add(pair(response, country, formOf.get(question.name()), question, one, language));
      }
      matrix.add(row);
    }
    Map<String, String> headings = headings(provisions, formOf, language);
    return accepted
        .stamp(round, TEMPLATE, given, provisions.size() * responses.size(), withheld, language)
        .filling(
            language,
            List.of(
                PROVISIONS.with(totals(provisions, formOf, counts, language), language),
                MATRIX.and(List.copyOf(provisions.keySet())).with(matrix, language, headings),
                PAIRS.with(pairs, language)),
            legend(language));
  }

  /** What a cell of the matrix says, by a name for each status. */
  private static Map<String, String> legend(Language language) {
    return STATUSES.stream()
        .collect(
            Collectors.toMap(
                status -> "law_" + status,
                status -> Texts.in(language).text("reporting.law." + status)));
  }

  /** The status in words; what is not valued says how it stands. */
  private static String shown(AcceptedAnswers.One one, Language language) {
    Texts texts = Texts.in(language);
    if (one == null) {
      return texts.text("reporting.status.none");
    }
    return one.valued() ? texts.text("reporting.law." + one.held().value()) : one.standing(texts);
  }

  private List<Object> pair(
      Response response,
      String country,
      Form form,
      Question question,
      AcceptedAnswers.One one,
      Language language) {
    List<Object> row = new ArrayList<>();
    row.add(country);
    row.add(response.iso3());
    row.add(accepted.region(response.iso3(), Texts.in(language)));
    row.add(section(form, question, language));
    row.add(name(question, form, language));
    row.add(question.reference());
    row.add(question.name());
    row.add(one != null && one.valued() ? one.held().value() : null);
    row.add(shown(one, language));
    return row;
  }

  private static String section(Form form, Question question, Language language) {
    return form.label(form.sectionOf(question.name()).orElseThrow().name(), language);
  }

  /** What the treaty article is about, or else the question. */
  private static String name(Question question, Form form, Language language) {
    return Articles.of(question.reference(), language).stream()
        .findFirst()
        .map(Articles.Article::text)
        .filter(text -> !text.isBlank())
        .orElseGet(() -> form.label(question.name(), language));
  }

  private static Map<String, String> headings(
      Map<String, Question> provisions, Map<String, Form> formOf, Language language) {
    Map<String, String> headings = new HashMap<>();
    Set<String> seen = new HashSet<>();
    provisions.forEach(
        (code, question) -> {
          String name = name(question, formOf.get(code), language);
          headings.put(
              code,
              seen.add(name.toLowerCase(language.locale())) ? name : name + " (" + code + ")");
        });
    return headings;
  }

  private static List<List<Object>> totals(
      Map<String, Question> provisions,
      Map<String, Form> formOf,
      Map<String, Map<String, Integer>> counts,
      Language language) {
    List<List<Object>> rows = new ArrayList<>();
    provisions.forEach(
        (code, question) -> {
          Map<String, Integer> count = counts.getOrDefault(code, Map.of());
          List<Object> row = new ArrayList<>();
          row.add(section(formOf.get(code), question, language));
          row.add(name(question, formOf.get(code), language));
          row.add(question.reference());
          STATUSES.forEach(status -> row.add(count.getOrDefault(status, 0)));
          row.add(count.getOrDefault("no_answer", 0));
          rows.add(row);
        });
    return rows;
  }
}
