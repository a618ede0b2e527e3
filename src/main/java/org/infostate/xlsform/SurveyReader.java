package org.infostate.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infostate.logic.Expression;
import org.infostate.logic.ExpressionException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.QuestionType;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * Reads the sheet {@code survey} row by row into groups, repeats and questions as they are nested.
 */
final class SurveyReader {

  private static final List<String> TRANSLATED = List.of("label", "hint", "constraint_message");

  /** Columns that say something about a question in no language. */
  private static final List<String> KEYS =
      List.of(
          "relevant",
          "constraint",
          "calculation",
          "choice_filter",
          "indicator",
          "evidence",
          "confidentiality",
          "reference");

  private static final List<String> EXPRESSIONS =
      List.of("relevant", "constraint", "calculation", "choice_filter");

  private final FormTable table;
  private final FormSettings settings;
  private final ChoiceLists lists;
  private final Findings findings;
  private final Deque<Asked> open = new ArrayDeque<>();
  private final List<Asked> top = new ArrayList<>();

  private SurveyReader(
      FormTable table, FormSettings settings, ChoiceLists lists, Findings findings) {
    this.table = table;
    this.settings = settings;
    this.lists = lists;
    this.findings = findings;
  }

  /** What stands outside all groups, in its order. */
  static List<Asked> read(
      FormTable table, FormSettings settings, ChoiceLists lists, Findings findings) {
    SurveyReader reader = new SurveyReader(table, settings, lists, findings);
    table.rows().forEach(reader::row);
    reader.open.forEach(
        left ->
            findings.refuse(
                ProblemKind.XLSFORM_NOT_ENDED, left.typeCell().place(), left.name().text()));
    return reader.top;
  }

  private void row(int row) {
    Entry cell = table.entry(row, "type");
    Entry disabled = table.entry(row, "disabled");
    if (disabled.filled() && !FormTable.no(disabled.word())) {
      findings.warn(ProblemKind.XLSFORM_ROW_LEFT_OUT, disabled.place(), "disabled");
      return;
    }
    if (!cell.filled()) {
      if (table.entry(row, "name").filled()
          || !table.texts(row, "label", settings.language()).isEmpty()) {
        findings.refuse(ProblemKind.FORM_KEY_MISSING, cell.place(), "type");
      }
      return;
    }
    Optional<FormType.Written> written = FormType.of(cell.text());
    if (written.isEmpty()) {
      findings.refuse(ProblemKind.FORM_TYPE_UNKNOWN, cell.place(), cell.word(), FormType.known());
      add(placeholder(row, cell));
      return;
    }
    FormType type = written.get().type();
    switch (type.fate()) {
      case LEFT_OUT -> findings.warn(ProblemKind.XLSFORM_ROW_LEFT_OUT, cell.place(), cell.word());
      case REFUSED -> {
        findings.refuse(
            ProblemKind.XLSFORM_TYPE_UNSUPPORTED, cell.place(), cell.word(), type.instead());
        add(placeholder(row, cell));
      }
      case BRACKET -> bracket(type, row, cell);
      case QUESTION -> question(written.get(), row, cell);
    }
  }

  /** A question of no matter which type, so that expressions that name it are not refused too. */
  private Asked placeholder(int row, Entry cell) {
    return new Asked(
        QuestionType.TEXT.xlsformName(),
        cell,
        name(row, cell),
        Map.of("label", Map.of(settings.language(), cell)),
        Map.of(),
        List.of());
  }

  private Entry name(int row, Entry cell) {
    Entry name = table.entry(row, "name");
    if (!name.filled()) {
      findings.refuse(ProblemKind.FORM_KEY_MISSING, name.place(), "name");
      // Any name that nothing else has.
      return cell.with("x__" + row);
    }
    return name.with(name.word());
  }

  private void add(Asked asked) {
    (open.isEmpty() ? top : open.peek().inside()).add(asked);
  }

  private void bracket(FormType type, int row, Entry cell) {
    switch (type) {
      case BEGIN_GROUP -> begin(Asked.GROUP, row, cell);
      case BEGIN_REPEAT -> begin(Asked.REPEAT, row, cell);
      default -> end(type == FormType.END_GROUP ? Asked.GROUP : Asked.REPEAT, cell);
    }
  }

  private void begin(String kind, int row, Entry cell) {
    table.refuseUnsupported(row);
    Entry name = name(row, cell);
    Map<String, Map<Language, Entry>> texts = texts(row);
    if (!texts.get("label").containsKey(settings.language())) {
      findings.warn(
          ProblemKind.XLSFORM_LABEL_MISSING,
          table.place(row, "label", settings.language()),
          name.text());
    }
    Map<String, Entry> keys = new LinkedHashMap<>();
    keep(keys, "relevant", expression(table.entry(row, "relevant")));
    Entry register = table.entry(row, "register");
    keep(keys, "register", register.with(register.word()));
    Asked group = new Asked(kind, cell, name, texts, keys, new ArrayList<>());
    add(group);
    open.push(group);
  }

  private void end(String kind, Entry cell) {
    if (open.isEmpty() || !open.peek().is(kind)) {
      findings.refuse(
          ProblemKind.XLSFORM_NOTHING_TO_END,
          cell.place(),
          cell.word(),
          open.isEmpty() ? "-" : open.peek().name().text());
    } else {
      open.pop();
    }
  }

  private void question(FormType.Written written, int row, Entry cell) {
    QuestionType type = written.type().question();
    table.refuseUnsupported(row);
    Entry name = name(row, cell);
    Map<String, Map<Language, Entry>> texts = texts(row);
    if (type != QuestionType.CALCULATE && !texts.get("label").containsKey(settings.language())) {
      findings.refuse(
          ProblemKind.FORM_KEY_MISSING, table.place(row, "label", settings.language()), "label");
      texts.get("label").put(settings.language(), name);
    }
    Map<String, Entry> keys = new LinkedHashMap<>();
    keep(keys, "required", required(table.entry(row, "required")));
    for (String key : KEYS) {
      Entry entry = table.entry(row, key);
      boolean expression = EXPRESSIONS.contains(key);
      keep(
          keys,
          key,
          expression
              ? expression(entry)
              : key.equals("reference") ? entry : entry.with(entry.word()));
    }
    if (type != QuestionType.CALCULATE && keys.containsKey("calculation")) {
      findings.refuse(
          ProblemKind.XLSFORM_COLUMN_UNSUPPORTED,
          keys.remove("calculation").place(),
          "calculation");
    }
    Entry register = table.entry(row, "register");
    if (register.filled()) {
      findings.refuse(ProblemKind.XLSFORM_COLUMN_UNSUPPORTED, register.place(), "register");
    }
    String list = written.list();
    if (written.orOther()) {
      if (keys.containsKey("choice_filter")) {
        findings.refuse(ProblemKind.XLSFORM_OTHER_FILTERED, cell.place(), cell.word());
      }
      list = lists.withOther(list, cell, settings.about().keySet());
    }
    add(
        new Asked(
            type.xlsformName() + (list == null ? "" : " " + list),
            cell,
            name,
            texts,
            keys,
            List.of()));
    if (written.orOther()) {
      add(other(name, type, cell));
    }
  }

  /** The question that takes what is written in for {@code or_other}. */
  private Asked other(Entry name, QuestionType type, Entry cell) {
    Entry own = name.with(name.text() + "_" + ChoiceLists.OTHER);
    findings.warn(ProblemKind.XLSFORM_OTHER_ADDED, cell.place(), own.text());
    String chosen = type == QuestionType.SELECT_ONE ? "${%s} = '%s'" : "selected(${%s}, '%s')";
    Map<Language, Entry> labels = new LinkedHashMap<>();
    settings
        .about()
        .keySet()
        .forEach(
            language ->
                labels.put(language, cell.with(Texts.in(language).text("xlsform.specify"))));
    return new Asked(
        QuestionType.TEXT.xlsformName(),
        cell,
        own,
        Map.of("label", labels),
        Map.of("relevant", cell.with(chosen.formatted(name.text(), ChoiceLists.OTHER))),
        List.of());
  }

  private Map<String, Map<Language, Entry>> texts(int row) {
    Map<String, Map<Language, Entry>> texts = new LinkedHashMap<>();
    TRANSLATED.forEach(column -> texts.put(column, table.texts(row, column, settings.language())));
    return texts;
  }

  private static void keep(Map<String, Entry> keys, String key, Entry entry) {
    if (entry.filled()) {
      keys.put(key, entry);
    }
  }

  private static Entry required(Entry entry) {
    if (FormTable.yes(entry.word())) {
      return entry.with("yes");
    }
    return FormTable.no(entry.word()) ? entry.with("") : expression(entry);
  }

  /**
   * As it is written; where that can not be read, with the straight quotes and plain gaps in place
   * of those that word processors make of them.
   */
  private static Entry expression(Entry entry) {
    if (!entry.filled() || readable(entry.text())) {
      return entry;
    }
    String straight =
        entry
            .text()
            .replaceAll("[\u2018\u2019\u201b]", "'")
            .replaceAll("[\u201c\u201d]", "\"")
            .replace('\u00a0', ' ');
    return readable(straight) ? entry.with(straight) : entry;
  }

  private static boolean readable(String source) {
    try {
      Expression.parse(source);
      return true;
    } catch (ExpressionException e) {
      return false;
    }
  }
}
