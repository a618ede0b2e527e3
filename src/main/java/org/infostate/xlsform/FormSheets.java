package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Item;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.questionnaire.Wording;
import org.infostate.text.Language;

/** A form as the cells of its sheets, headings first. */
final class FormSheets {

  /**
   * One sheet.
   *
   * @param rows cells by row and column; the empty string for an empty cell
   */
  record Sheet(String name, List<List<String>> rows) {}

  private static final String ALWAYS = "true()";

  private final Form form;
  private final List<Language> languages = new ArrayList<>();
  private final boolean hints;
  private final boolean messages;

  private FormSheets(Form form) {
    this.form = form;
    languages.add(form.language());
    Arrays.stream(Language.values())
        .filter(language -> language != form.language() && form.languages().contains(language))
        .forEach(languages::add);
    Collection<Wording> wordings = form.wordings().values();
    this.hints = wordings.stream().anyMatch(wording -> !wording.hints().isEmpty());
    this.messages = wordings.stream().anyMatch(wording -> !wording.constraintMessages().isEmpty());
  }

  static List<Sheet> of(Form form) {
    FormSheets sheets = new FormSheets(form);
    return List.of(sheets.survey(), sheets.choices(), sheets.settings(), sheets.languages());
  }

  private Sheet survey() {
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("type", "name"));
    headings.addAll(translated("label"));
    headings.addAll(hints ? translated("hint") : List.of());
    headings.addAll(List.of("required", "relevant", "constraint"));
    headings.addAll(messages ? translated("constraint_message") : List.of());
    headings.addAll(
        List.of(
            "calculation",
            "choice_filter",
            "indicator",
            "register",
            "evidence",
            "confidentiality",
            "reference"));
    rows.add(headings);
    for (Section section : form.sections()) {
      rows.add(bracket("begin_group", section.name(), section.relevant(), null));
      for (Item item : section.items()) {
        if (item instanceof Roster roster) {
          rows.add(bracket("begin_repeat", roster.name(), roster.relevant(), roster.register()));
          roster.questions().forEach(question -> rows.add(row(question)));
          rows.add(List.of("end_repeat"));
        } else {
          rows.add(row((Question) item));
        }
      }
      rows.add(List.of("end_group"));
    }
    return new Sheet(FormColumns.SURVEY.sheet(), rows);
  }

  private List<String> translated(String column) {
    return languages.stream().map(language -> column + "::" + Tongue.written(language)).toList();
  }

  private List<String> bracket(String type, String name, Expression relevant, String register) {
    List<String> cells = texts(type, name);
    cells.addAll(List.of("", source(relevant), ""));
    cells.addAll(messages ? shown(wording -> wording.constraintMessages().get(name)) : List.of());
    cells.addAll(List.of("", "", "", register == null ? "" : register, "", "", ""));
    return cells;
  }

  private List<String> row(Question question) {
    String name = question.name();
    List<String> cells =
        texts(
            question.type().xlsformName() + (question.type().select() ? " " + question.list() : ""),
            name);
    if (question.type() == QuestionType.CALCULATE && cells.get(2).equals(name)) {
      // A calculation without a label is called by its name.
      cells.set(2, "");
    }
    cells.add(required(question.required()));
    cells.add(source(question.relevant()));
    cells.add(source(question.constraint()));
    cells.addAll(messages ? shown(wording -> wording.constraintMessages().get(name)) : List.of());
    cells.add(source(question.calculation()));
    cells.add(source(question.choiceFilter()));
    cells.add(orEmpty(question.indicator()));
    cells.add("");
    cells.add(question.evidence().equals("none") ? "" : question.evidence());
    cells.add(
        question.confidentiality() == Confidentiality.OFFICIAL
            ? ""
            : question.confidentiality().code());
    cells.add(orEmpty(question.reference()));
    return cells;
  }

  private List<String> texts(String type, String name) {
    List<String> cells = new ArrayList<>(List.of(type, name));
    cells.addAll(shown(wording -> wording.labels().get(name)));
    cells.addAll(hints ? shown(wording -> wording.hints().get(name)) : List.of());
    return cells;
  }

  private List<String> shown(Function<Wording, String> part) {
    return languages.stream()
        .map(language -> orEmpty(part.apply(form.wordings().get(language))))
        .toList();
  }

  private static String required(Expression required) {
    return required == null ? "" : required.source().equals(ALWAYS) ? "yes" : required.source();
  }

  private static String source(Expression expression) {
    return expression == null ? "" : expression.source();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private Sheet choices() {
    TreeSet<String> columns = new TreeSet<>();
    form.lists().values().stream()
        .flatMap(List::stream)
        .forEach(choice -> columns.addAll(choice.columns().keySet()));
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("list_name", "name"));
    headings.addAll(translated("label"));
    headings.addAll(columns);
    rows.add(headings);
    form.lists()
        .forEach(
            (list, choices) -> {
              for (Choice choice : choices) {
                List<String> cells = new ArrayList<>(List.of(list, choice.name()));
                cells.addAll(
                    shown(w -> w.choices().getOrDefault(list, Map.of()).get(choice.name())));
                columns.forEach(column -> cells.add(orEmpty(choice.columns().get(column))));
                rows.add(cells);
              }
            });
    return new Sheet(FormColumns.CHOICES.sheet(), rows);
  }

  private Sheet settings() {
    return new Sheet(
        FormColumns.SETTINGS.sheet(),
        List.of(
            List.of("form_title", "form_id", "version", "default_language"),
            List.of(
                form.wordings().get(form.language()).title(),
                form.code(),
                form.version(),
                Tongue.written(form.language()))));
  }

  private Sheet languages() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("language", "review", "title", "description"));
    for (Language language : languages) {
      Wording wording = form.wordings().get(language);
      boolean own = language == form.language();
      rows.add(
          List.of(
              Tongue.written(language),
              own ? "" : wording.reviewed() ? "human" : "machine",
              own ? "" : orEmpty(wording.title()),
              orEmpty(wording.description())));
    }
    return new Sheet(FormColumns.LANGUAGES.sheet(), rows);
  }
}
