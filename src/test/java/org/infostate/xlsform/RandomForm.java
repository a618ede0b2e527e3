package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
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

/** Forms that nobody would write: every construct, every language, texts of all signs. */
final class RandomForm {

  private static final List<String> WORDS =
      List.of(
          "yes",
          "No",
          "null",
          "~",
          "1",
          "007",
          "1e3",
          "2026-11-25",
          "=1+1",
          "- a",
          "a: b",
          "# no",
          "\"quoted\"",
          "it's",
          "back\\slash",
          "two\nlines",
          "tab\there",
          " led",
          "trailed ",
          "${q0}",
          "{brace}",
          "[bracket]",
          "<b>&amp;</b>",
          "_x000D_",
          "_x0041_",
          "é",
          "ß",
          "قانون",
          "إلى\u200f",
          "法律",
          "закон",
          "\ud83d\ude00",
          "100 %",
          "@at",
          "`tick",
          "!bang",
          "\u00a0x",
          "\u2028sep",
          "a\u0001b",
          "carriage\rreturn",
          "\u2018soft\u2019",
          "|",
          ">",
          "%",
          "true()");

  private final Random chance;
  private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> answered = new ArrayList<>();

  RandomForm(int seed) {
    this.chance = new Random(seed);
  }

  Form form() {
    Language language = Language.values()[chance.nextInt(6)];
    for (int i = chance.nextInt(4); i > 0; i--) {
      list(i);
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 1 + chance.nextInt(4); i > 0; i--) {
      sections.add(new Section(name("s"), sometimes(this::condition), items()));
    }
    Map<Language, Wording> wordings = new LinkedHashMap<>();
    wordings.put(language, own(language, sections));
    for (Language other : Language.values()) {
      if (other != language && chance.nextInt(3) == 0) {
        wordings.put(other, translation(other));
      }
    }
    return new Form(
        "f" + chance.nextInt(1000), "1." + chance.nextInt(10), language, lists, sections, wordings);
  }

  private void list(int number) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 1 + chance.nextInt(5); i > 0; i--) {
      Map<String, String> columns = new TreeMap<>();
      for (String column : List.of("of", "Region", "x-1", "_y")) {
        if (chance.nextInt(4) == 0) {
          columns.put(column, text());
        }
      }
      String[] names = {"yes", "no", "1", "A.b-", "other"};
      choices.add(new Choice(names[i - 1], columns));
    }
    lists.put((chance.nextBoolean() ? "list" : "or_other") + number, choices);
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int i = 1 + chance.nextInt(5); i > 0; i--) {
      if (chance.nextInt(4) == 0) {
        String name = name("r");
        List<Question> questions = new ArrayList<>();
        for (int j = 1 + chance.nextInt(3); j > 0; j--) {
          questions.add(question(false));
        }
        items.add(new Roster(name, sometimes(() -> "unit"), sometimes(this::condition), questions));
      } else {
        items.add(question(true));
      }
    }
    return items;
  }

  private Question question(boolean outside) {
    QuestionType type = QuestionType.values()[chance.nextInt(QuestionType.values().length)];
    if (type.select() && lists.isEmpty()) {
      type = QuestionType.TEXT;
    }
    String list =
        type.select() ? List.copyOf(lists.keySet()).get(chance.nextInt(lists.size())) : null;
    Question question =
        new Question(
            name("q"),
            type,
            list,
            sometimes(this::condition),
            sometimes(() -> chance.nextBoolean() ? Expression.parse("true()") : condition()),
            type == QuestionType.INTEGER || type == QuestionType.DECIMAL
                ? sometimes(() -> Expression.parse(". >= 0 and . < " + (1 + chance.nextInt(99))))
                : null,
            type == QuestionType.CALCULATE
                ? Expression.parse("1 + " + chance.nextInt(9) + "  div 2")
                : null,
            list != null && lists.get(list).stream().anyMatch(c -> c.columns().containsKey("of"))
                ? sometimes(() -> Expression.parse("of = 'x' or  of != ''"))
                : null,
            sometimes(() -> "indicator_" + chance.nextInt(9)),
            List.of("none", "required", "optional").get(chance.nextInt(3)),
            Confidentiality.values()[chance.nextInt(3)],
            sometimes(this::text));
    if (outside && type == QuestionType.INTEGER) {
      answered.add(question.name());
    }
    return question;
  }

  private Expression condition() {
    return answered.isEmpty()
        ? Expression.parse("1 < " + (2 + chance.nextInt(9)))
        : Expression.parse("${" + answered.get(chance.nextInt(answered.size())) + "} > 1");
  }

  private String name(String begin) {
    String name = begin + names.size() + (chance.nextBoolean() ? "_" : "x");
    names.add(name);
    return name;
  }

  private Wording own(Language language, List<Section> sections) {
    Map<String, String> labels = new TreeMap<>();
    names.forEach(name -> labels.put(name, text()));
    Map<String, Map<String, String>> choices = new TreeMap<>();
    lists.forEach((list, all) -> choices.put(list, labels(all, 1)));
    sections.stream()
        .flatMap(section -> section.questions().stream())
        .filter(question -> question.type() == QuestionType.CALCULATE && chance.nextBoolean())
        .forEach(question -> labels.put(question.name(), question.name()));
    return new Wording(
        language,
        true,
        text(),
        sometimes(this::text),
        labels,
        some(3),
        messages(sections),
        choices);
  }

  /** Messages of questions alone: a section has none. */
  private Map<String, String> messages(List<Section> sections) {
    Map<String, String> messages = new TreeMap<>();
    sections.stream()
        .flatMap(section -> section.questions().stream())
        .filter(question -> question.constraint() != null && chance.nextBoolean())
        .forEach(question -> messages.put(question.name(), text()));
    return messages;
  }

  private Wording translation(Language language) {
    Map<String, Map<String, String>> choices = new TreeMap<>();
    lists.forEach(
        (list, all) -> {
          Map<String, String> shown = labels(all, 2);
          if (!shown.isEmpty()) {
            choices.put(list, shown);
          }
        });
    return new Wording(
        language,
        chance.nextBoolean(),
        sometimes(this::text),
        sometimes(this::text),
        some(2),
        some(3),
        some(5),
        choices);
  }

  private Map<String, String> labels(List<Choice> choices, int oneOf) {
    Map<String, String> labels = new TreeMap<>();
    for (Choice choice : choices) {
      if (chance.nextInt(oneOf) == 0) {
        labels.put(choice.name(), text());
      }
    }
    return labels;
  }

  private Map<String, String> some(int oneOf) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names) {
      if (chance.nextInt(oneOf) == 0) {
        texts.put(name, text());
      }
    }
    return texts;
  }

  private String text() {
    StringBuilder text = new StringBuilder(WORDS.get(chance.nextInt(WORDS.size())));
    for (int i = chance.nextInt(4); i > 0; i--) {
      text.append(chance.nextBoolean() ? " " : "").append(WORDS.get(chance.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private <T> T sometimes(Supplier<T> what) {
    return chance.nextInt(3) == 0 ? what.get() : null;
  }
}
