package org.infostate.questionnaire;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Function;
import org.infostate.logic.Expression;
import org.infostate.text.Language;

/**
 * A form as JSON, under the names of the files: every text as an object by language, with the
 * corrections of its wording; what is missing is left out.
 */
final class FormJson {

  private final Form form;

  private FormJson(Form form) {
    this.form = form;
  }

  static JsonObject of(Form form) {
    FormJson json = new FormJson(form);
    JsonObjectBuilder all =
        Json.createObjectBuilder()
            .add("questionnaire", form.code())
            .add("version", form.version())
            .add("language", form.language().tag());
    json.text(all, "title", Wording::title);
    json.text(all, "description", Wording::description);
    return all.add("choices", json.lists()).add("survey", json.sections()).build();
  }

  private void text(JsonObjectBuilder to, String key, Function<Wording, String> part) {
    JsonObjectBuilder texts = Json.createObjectBuilder();
    boolean any = false;
    for (Language language : Language.values()) {
      Wording wording = form.wordings().get(language);
      String text = wording == null ? null : part.apply(wording);
      if (text != null) {
        texts.add(language.tag(), text);
        any = true;
      }
    }
    if (any) {
      to.add(key, texts);
    }
  }

  private JsonObjectBuilder lists() {
    JsonObjectBuilder lists = Json.createObjectBuilder();
    form.lists()
        .forEach(
            (name, choices) -> {
              JsonArrayBuilder list = Json.createArrayBuilder();
              for (Choice choice : choices) {
                JsonObjectBuilder one = Json.createObjectBuilder().add("name", choice.name());
                text(one, "label", w -> TextPart.CHOICE.text(w, name, choice.name()));
                choice.columns().forEach(one::add);
                list.add(one);
              }
              lists.add(name, list);
            });
    return lists;
  }

  private JsonArrayBuilder sections() {
    JsonArrayBuilder sections = Json.createArrayBuilder();
    for (Section section : form.sections()) {
      JsonArrayBuilder items = Json.createArrayBuilder();
      section.items().forEach(item -> items.add(item(item)));
      sections.add(named("group", section.name(), section.relevant()).add("questions", items));
    }
    return sections;
  }

  private JsonObjectBuilder named(String type, String name, Expression relevant) {
    JsonObjectBuilder one = Json.createObjectBuilder().add("type", type).add("name", name);
    text(one, "label", w -> w.labels().get(name));
    text(one, "hint", w -> w.hints().get(name));
    add(one, "relevant", relevant);
    return one;
  }

  private JsonObjectBuilder item(Item item) {
    if (item instanceof Roster roster) {
      JsonObjectBuilder one = named("repeat", roster.name(), roster.relevant());
      add(one, "register", roster.register());
      JsonArrayBuilder questions = Json.createArrayBuilder();
      roster.questions().forEach(question -> questions.add(question(question)));
      return one.add("questions", questions);
    }
    return question((Question) item);
  }

  private JsonObjectBuilder question(Question question) {
    String type = question.type().xlsformName();
    JsonObjectBuilder one =
        named(
            question.list() == null ? type : type + " " + question.list(),
            question.name(),
            question.relevant());
    add(one, "required", question.required());
    add(one, "constraint", question.constraint());
    text(one, "constraint_message", w -> w.constraintMessages().get(question.name()));
    add(one, "calculation", question.calculation());
    add(one, "choice_filter", question.choiceFilter());
    add(one, "indicator", question.indicator());
    add(one, "evidence", question.evidence());
    add(one, "confidentiality", question.confidentiality().code());
    add(one, "reference", question.reference());
    return one;
  }

  private static void add(JsonObjectBuilder to, String key, Expression expression) {
    add(to, key, expression == null ? null : expression.source());
  }

  private static void add(JsonObjectBuilder to, String key, String value) {
    if (value != null) {
      to.add(key, value);
    }
  }
}
