package org.infostate.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.round.Round;
import org.infostate.spreadsheet.CsvTable;
import org.infostate.statistics.Indicator;
import org.infostate.statistics.Statistic;
import org.infostate.statistics.Statistics;
import org.infostate.statistics.StatisticsImport;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** The tables of the public dataset as CSV, one country after the other. */
@ApplicationScoped
public class DatasetCsv {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Questionnaires questionnaires;
  @Inject private Statistics statistics;
  @Inject private Countries countries;
  @Inject private Clock clock;

  /**
   * What of the dataset is wanted.
   *
   * @param round code; null for all
   * @param iso3 null for all countries
   * @param language of labels and names
   */
  public record Wanted(String round, String iso3, Language language) {}

  /** Writes a table; the stream stays open. */
  void write(DatasetTable table, Wanted wanted, OutputStream out) throws IOException {
    CsvTable csv = new CsvTable(out, table.headings());
    switch (table) {
      case ANSWERS -> answers(wanted, csv);
      case STATISTICS -> statistics(wanted, csv);
      case COUNTRIES -> countries(wanted, csv);
      case CODEBOOK -> codebook(wanted, csv);
      case CHOICES -> choices(wanted, csv);
      case INDICATORS -> indicators(wanted, csv);
    }
    csv.finish();
  }

  private List<Round> rounds(Wanted wanted) {
    return responses.roundsWithAccepted().stream()
        .filter(round -> wanted.round() == null || round.code().equals(wanted.round()))
        .toList();
  }

  private void answers(Wanted wanted, CsvTable csv) {
    for (Round round : rounds(wanted)) {
      for (Response response : responses.accepted(round)) {
        if (wanted.iso3() == null || wanted.iso3().equals(response.iso3())) {
          filledForms.of(response).forEach(form -> answers(round, response.iso3(), form, csv));
        }
      }
    }
  }

  private static void answers(Round round, String iso3, FilledForm form, CsvTable csv) {
    for (PublicAnswer answer : PublicAnswer.of(form)) {
      Question question = answer.question();
      String value = answer.held().value();
      csv.row(
          round.code(),
          iso3,
          form.form().code(),
          form.form().version(),
          answer.section().name(),
          answer.roster() == null ? null : answer.roster().name(),
          answer.row() == 0 ? null : Integer.toString(answer.row()),
          question.name(),
          question.type().xlsformName(),
          answer.held().status().code(),
          question.type() == QuestionType.TEXT ? CsvTable.guarded(value) : value);
    }
  }

  private void statistics(Wanted wanted, CsvTable csv) {
    Map<Long, StatisticsImport> imports =
        statistics.imports().stream().collect(Collectors.toMap(StatisticsImport::id, one -> one));
    List<String> codes = Arrays.stream(Indicator.values()).map(Indicator::code).sorted().toList();
    for (String code : codes) {
      Statistics.Wanted figures = new Statistics.Wanted(code, wanted.iso3(), null, null);
      for (Statistic one : statistics.find(figures, 0, Integer.MAX_VALUE)) {
        StatisticsImport source = imports.get(one.importId());
        csv.row(
            one.iso3(),
            one.indicator(),
            Integer.toString(one.year()),
            one.value().toPlainString(),
            CsvTable.guarded(one.note()),
            CsvTable.guarded(source.publisher()),
            source.edition());
      }
    }
  }

  private void countries(Wanted wanted, CsvTable csv) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    countries.all().stream()
        .filter(country -> wanted.iso3() == null || wanted.iso3().equals(country.iso3()))
        .forEach(country -> country(country, wanted.language(), today, csv));
  }

  /** Writes these countries as the table of all countries; the stream stays open. */
  static void countries(List<Country> countries, Language language, LocalDate day, OutputStream out)
      throws IOException {
    CsvTable csv = new CsvTable(out, DatasetTable.COUNTRIES.headings());
    countries.forEach(country -> country(country, language, day, csv));
    csv.finish();
  }

  private static void country(Country country, Language language, LocalDate day, CsvTable csv) {
    csv.row(
        country.iso3(),
        country.m49(),
        country.name(language),
        country.region(),
        country.subRegion(),
        Boolean.toString(country.ldc(day)),
        Boolean.toString(country.lldc(day)),
        Boolean.toString(country.sids(day)),
        Boolean.toString(country.invented()));
  }

  /** The questionnaires that the rounds asked, each version once. */
  private Set<Form> forms(Wanted wanted) {
    return rounds(wanted).stream()
        .flatMap(round -> round.versions().stream())
        .map(QuestionnaireVersion::id)
        .distinct()
        .map(questionnaires::form)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void codebook(Wanted wanted, CsvTable csv) {
    for (Form form : forms(wanted)) {
      for (Section section : form.sections()) {
        for (Item item : section.items()) {
          if (item instanceof Roster roster) {
            if (PublicAnswer.publishable(roster)) {
              roster.questions().forEach(q -> question(form, section, roster, q, wanted, csv));
            }
          } else {
            question(form, section, null, (Question) item, wanted, csv);
          }
        }
      }
    }
  }

  private static void question(
      Form form, Section section, Roster roster, Question question, Wanted wanted, CsvTable csv) {
    if (PublicAnswer.publishable(question)) {
      csv.row(
          form.code(),
          form.version(),
          section.name(),
          roster == null ? null : roster.name(),
          question.name(),
          question.type().xlsformName(),
          question.list(),
          CsvTable.guarded(form.label(question.name(), wanted.language())),
          CsvTable.guarded(form.hint(question.name(), wanted.language())),
          CsvTable.guarded(source(question.relevant())),
          question.indicator(),
          CsvTable.guarded(question.reference()));
    }
  }

  private static String source(Expression expression) {
    return expression == null ? null : expression.source();
  }

  private void choices(Wanted wanted, CsvTable csv) {
    for (Form form : forms(wanted)) {
      Set<String> lists =
          form.questions().values().stream()
              .filter(PublicAnswer::publishable)
              .map(Question::list)
              .filter(list -> list != null)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      for (String list : lists) {
        for (Choice choice : form.lists().getOrDefault(list, List.of())) {
          csv.row(
              form.code(),
              form.version(),
              list,
              choice.name(),
              CsvTable.guarded(form.choiceLabel(list, choice.name(), wanted.language())));
        }
      }
    }
  }

  private void indicators(Wanted wanted, CsvTable csv) {
    Texts texts = Texts.in(wanted.language());
    for (Indicator indicator : Indicator.values()) {
      csv.row(
          indicator.code(),
          indicator.unit().name().toLowerCase(Locale.ROOT),
          texts.text("statistics.indicator." + indicator.code()));
    }
  }
}
