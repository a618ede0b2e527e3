package org.infostate.xlsform;

import static org.infostate.xlsform.Markdown.form;
import static org.infostate.xlsform.Markdown.problems;
import static org.infostate.xlsform.Markdown.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.questionnaire.Section;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as others make them, construct by construct. */
class XlsFormReadTest {

  private static final String YES_NO =
      """
      | choices | | | |
      | | list_name | name | label |
      | | yes_no | yes | Yes |
      | | yes_no | no | No |
      """;

  private static Question question(Form form, String name) {
    return form.questions().get(name);
  }

  private static String source(org.infostate.logic.Expression expression) {
    return expression == null ? null : expression.source();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text=TEXT",
        "string=TEXT",
        "integer=INTEGER",
        "int=INTEGER",
        "decimal=DECIMAL",
        "date=DATE",
        "note=NOTE",
        "file=FILE",
        "Text=TEXT",
        "select_one yes_no=SELECT_ONE",
        "select one yes_no=SELECT_ONE",
        "select1 yes_no=SELECT_ONE",
        "select one from yes_no=SELECT_ONE",
        "SELECT_ONE yes_no=SELECT_ONE",
        "select_multiple yes_no=SELECT_MULTIPLE",
        "select all that apply from yes_no=SELECT_MULTIPLE"
      })
  void everySpellingOfATypeIsRead(String example) {
    String[] parts = example.split("=");

    Form form =
        form(
            """
            | survey | | | |
            | | type | name | label |
            | | begin_group | g | Group |
            | | %s | q | Question |
            | | end_group | | |
            """
                    .formatted(parts[0])
                + YES_NO);

    assertEquals(QuestionType.valueOf(parts[1]), question(form, "q").type());
    assertEquals(parts[1].startsWith("SELECT") ? "yes_no" : null, question(form, "q").list());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin_group=end_group",
        "begin group=end group",
        "Begin Group=End Group",
        "begin_group=end group"
      })
  void groupsAreSections(String spelling) {
    String[] parts = spelling.split("=");

    Form form =
        form(
            """
            | survey | | | | |
            | | type | name | label | relevant |
            | | text | q0 | First | |
            | | %s | g | Group | ${q0} = 'x' |
            | | text | q | Question | |
            | | %s | | | |
            """
                .formatted(parts[0], parts[1]));

    assertEquals(List.of("section_1", "g"), form.sections().stream().map(Section::name).toList());
    assertEquals("${q0} = 'x'", source(form.sections().get(1).relevant()));
  }

  @Test
  void repeatsAreRosters() {
    Form form =
        form(
            """
            | survey | | | | | |
            | | type | name | label | register | relevant |
            | | begin group | g | Group | | |
            | | integer | n | How many | | |
            | | begin repeat | units | Units | unit | ${n} > 0 |
            | | text | unit_name | Name | | |
            | | end repeat | | | | |
            | | end group | | | | |
            """);
    Roster roster = form.rosters().get("units");

    assertEquals("unit", roster.register());
    assertEquals("${n} > 0", source(roster.relevant()));
    assertEquals(List.of("unit_name"), roster.questions().stream().map(Question::name).toList());
  }

  @Test
  void everyColumnOfAQuestionIsRead() {
    Form form =
        form(
            """
            | survey | | | | | | | | | | | | | |
            | | type | name | label | hint | required | relevant | constraint | constraint_message | choice_filter | indicator | evidence | confidentiality | reference |
            | | begin_group | g | G | | | | | | | | | | |
            | | integer | n | How many | In all | yes | | . >= 0 | Not below zero | | people | required | public | ETS 185: 2 |
            | | select_one area | a | Area | | ${n} > 1 | ${n} > 0 | | | of = string(${n}) | | | | |
            | | end_group | | | | | | | | | | | | |
            | choices | | | | |
            | | list_name | name | label | of |
            | | area | north | North | 1 |
            | | area | south | South | 2 |
            """);

    Question n = question(form, "n");
    assertEquals("true()", source(n.required()));
    assertEquals(". >= 0", source(n.constraint()));
    assertEquals("Not below zero", form.constraintMessage("n", Language.EN).orElseThrow());
    assertEquals("In all", form.hint("n", Language.EN));
    assertEquals("people", n.indicator());
    assertEquals("required", n.evidence());
    assertEquals(Confidentiality.PUBLIC, n.confidentiality());
    assertEquals("ETS 185: 2", n.reference());
    Question a = question(form, "a");
    assertEquals("${n} > 1", source(a.required()));
    assertEquals("${n} > 0", source(a.relevant()));
    assertEquals("of = string(${n})", source(a.choiceFilter()));
    assertEquals(
        List.of(new Choice("north", Map.of("of", "1")), new Choice("south", Map.of("of", "2"))),
        form.choices(a));
  }

  @Test
  void headingsMayBeSpeltInOldWays() {
    Form form =
        form(
            """
            | survey | | | | | | | |
            | | Type | Name | Caption | Relevance | Constraint Message | constraint | Calculate | Required |
            | | Begin Group | g | G | | | | | |
            | | integer | n | How many | | Too few | . > 1 | | TRUE |
            | | calculate | twice | | ${n} > 1 | | | ${n} * 2 | |
            | | end group | | | | | | | |
            """);

    assertEquals("Too few", form.constraintMessage("n", Language.EN).orElseThrow());
    assertEquals("true()", source(question(form, "n").required()));
    assertEquals("${n} * 2", source(question(form, "twice").calculation()));
    assertEquals("twice", form.label("twice", Language.EN));
  }

  static Stream<String> noes() {
    return Stream.of("no", "false", "FALSE", "false()", "No");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("noes")
  void whatIsNotRequiredIsNot(String no) {
    Form form =
        form(
            """
            | survey | | | | |
            | | type | name | label | required |
            | | text | q | Question | %s |
            """
                .formatted(no));

    assertEquals(null, question(form, "q").required());
  }

  @Test
  void languagesAreReadFromTheHeadings() {
    String table =
        """
        | survey | | | | | | |
        | | type | name | label::English (en) | label::French (fr) | hint:fr | label::Español |
        | | text | q | Question | Une question | Ici | Pregunta |
        | settings | | |
        | | form_id | default_language |
        | | f | English (en) |
        """;
    Form form = form(table);

    assertEquals(Language.EN, form.language());
    assertEquals("Une question", form.label("q", Language.FR));
    assertEquals("Ici", form.hint("q", Language.FR));
    assertEquals("Pregunta", form.label("q", Language.ES));
    assertFalse(form.wordings().get(Language.FR).reviewed());
    assertTrue(
        Markdown.read(table).files().get("fr.yaml").contains("review: machine"),
        "a translation that nobody marked awaits review");
  }

  @Test
  void thePlainLabelIsInTheDefaultLanguage() {
    Form form =
        form(
            """
            | survey | | | | |
            | | type | name | label | label::English (en) |
            | | text | q | Une question | A question |
            | settings | | |
            | | form_id | default_language |
            | | f | French |
            """);

    assertEquals(Language.FR, form.language());
    assertEquals("Une question", form.label("q", Language.FR));
    assertEquals("A question", form.label("q", Language.EN));
  }

  @Test
  void otherLanguagesAreLeftOutWithAWarning() {
    assertEquals(
        List.of("XLSFORM_LANGUAGE_LEFT_OUT survey!D1 Swahili (sw)"),
        warnings(
            """
            | survey | | | |
            | | type | name | label::English (en) | label::Swahili (sw) |
            | | begin_group | g | G | G |
            | | text | q | Question | Swali |
            | | end_group | | | |
            """));
  }

  @Test
  void withoutSettingsTheFileNamesTheForm() {
    XlsForm.Read read =
        XlsForm.read(
            Markdown.workbook(
                """
                | survey | | | |
                | | type | name | label |
                | | text | q | Question |
                """),
            "2 Trees & Birds.xlsx");
    Form form = Form.read(read.files());

    assertEquals("trees_birds", form.code());
    assertEquals("1", form.version());
    assertEquals("trees_birds", form.title(Language.EN));
    assertEquals(
        List.of("form_id", "version", "form_title", "default_language"),
        read.warnings().stream()
            .filter(warning -> warning.kind() == ProblemKind.XLSFORM_SETTING_ASSUMED)
            .map(warning -> warning.arguments().get(0))
            .toList());
  }

  @Test
  void settingsAreRead() {
    Form form =
        form(
            """
            | survey | | | |
            | | type | name | label |
            | | text | q | Question |
            | Settings | | | | | |
            | | Form Title | form_id | version | default_language | style |
            | | Trees | trees | 2026.1 | English (en) | pages |
            """);

    assertEquals("Trees", form.title(Language.EN));
    assertEquals("trees", form.code());
    assertEquals("2026.1", form.version());
  }

  @Test
  void anAnswerCanBeWrittenIn() {
    Form form =
        form(
            """
            | survey | | | |
            | | type | name | label |
            | | begin_group | g | G |
            | | select_one yes_no | a | A |
            | | select_one yes_no or_other | b | B |
            | | select_multiple yes_no or other | c | C |
            | | end_group | | |
            """
                + YES_NO);

    assertEquals(List.of("yes", "no"), names(form, "a"));
    assertEquals(List.of("yes", "no", "other"), names(form, "b"));
    assertEquals("${b} = 'other'", source(question(form, "b_other").relevant()));
    assertEquals("selected(${c}, 'other')", source(question(form, "c_other").relevant()));
    assertEquals("Other", form.choiceLabel(question(form, "b").list(), "other", Language.EN));
  }

  private static List<String> names(Form form, String question) {
    return form.choices(question(form, question)).stream().map(Choice::name).toList();
  }

  @Test
  void groupsInsideGroupsAreDissolved() {
    String table =
        """
        | survey | | | | |
        | | type | name | label | relevant |
        | | begin_group | outer | Outer | |
        | | integer | n | How many | |
        | | begin_group | inner | Inner | ${n} > 1 |
        | | text | a | A | |
        | | text | b | B | ${n} > 2 |
        | | begin_repeat | r | Rows | ${n} > 3 |
        | | begin_group | deep | Deep | ${n} > 4 |
        | | text | c | C | |
        | | end_group | | | |
        | | end_repeat | | | |
        | | end_group | | | |
        | | end_group | | | |
        """;
    Form form = form(table);

    assertEquals(List.of("outer"), form.sections().stream().map(Section::name).toList());
    assertEquals(QuestionType.NOTE, question(form, "inner").type());
    assertEquals("Inner", form.label("inner", Language.EN));
    assertEquals("${n} > 1", source(question(form, "a").relevant()));
    assertEquals("(${n} > 1) and (${n} > 2)", source(question(form, "b").relevant()));
    assertEquals("(${n} > 1) and (${n} > 3)", source(form.rosters().get("r").relevant()));
    assertEquals("${n} > 4", source(question(form, "c").relevant()));
    assertEquals(
        List.of(
            "XLSFORM_GROUP_DISSOLVED survey!A4 inner", "XLSFORM_GROUP_DISSOLVED survey!A8 deep"),
        warnings(table));
  }

  @Test
  void whatStandsOutsideGroupsIsGathered() {
    String table =
        """
        | survey | | | |
        | | type | name | label |
        | | text | a | A |
        | | text | b | B |
        | | begin_group | section_1 | Taken |
        | | text | c | C |
        | | end_group | | |
        | | begin_repeat | r | Rows |
        | | text | d | D |
        | | end_repeat | | |
        | settings | |
        | | form_title |
        | | Trees |
        """;
    Form form = form(table);

    assertEquals(
        List.of("section_2", "section_1", "section_3"),
        form.sections().stream().map(Section::name).toList());
    assertEquals("Trees", form.label("section_2", Language.EN));
    assertEquals("section_3", form.sectionOf("d").orElseThrow().name());
    assertEquals(
        List.of(
            "XLSFORM_SECTION_MADE survey!A2 section_2", "XLSFORM_SECTION_MADE survey!A7 section_3"),
        warnings(table));
  }

  @Test
  void whatChangesNothingIsLeftOutWithAWarning() {
    assertEquals(
        List.of(
            "XLSFORM_COLUMN_LEFT_OUT survey!D1 appearance",
            "XLSFORM_COLUMN_LEFT_OUT survey!E1 media::image",
            "XLSFORM_COLUMN_LEFT_OUT survey!F1 guidance_hint::English (en)",
            "XLSFORM_COLUMN_LEFT_OUT survey!G1 my remarks",
            "XLSFORM_COLUMN_LEFT_OUT choices!D1 geometry",
            "XLSFORM_COLUMN_LEFT_OUT choices!E1 image",
            "XLSFORM_SHEET_LEFT_OUT remarks remarks",
            "XLSFORM_ROW_LEFT_OUT survey!A2 start",
            "XLSFORM_ROW_LEFT_OUT survey!A3 deviceid",
            "XLSFORM_ROW_LEFT_OUT survey!H6 disabled"),
        warnings(
            """
            | survey | | | | | | | | |
            | | type | name | label | appearance | media::image | guidance_hint::English (en) | my remarks | disabled |
            | | start | start | | | | | | |
            | | deviceid | deviceid | | | | | | |
            | | begin_group | g | G | | | | | |
            | | select_one l | q | Question | minimal | a.png | Look | later | |
            | | text | gone | Gone | | | | | yes |
            | | end_group | | | | | | | |
            | choices | | | | | |
            | | list_name | name | label | geometry | image |
            | | l | a | A | 1 1 | a.png |
            | remarks | |
            | | anything |
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geopoint=text",
        "geotrace=text",
        "geoshape=text",
        "image=file",
        "audio=file",
        "video=file",
        "dateTime=date",
        "time=date",
        "range=integer, decimal",
        "barcode=text",
        "acknowledge=select_one",
        "rank yes_no=select_multiple",
        "hidden=calculate",
        "select_one_from_file a.csv=select_one, select_multiple",
        "csv-external=calculate",
        "begin loop over yes_no=begin_repeat"
      })
  void typesThatAreNotSupportedAreRefusedWithWhatToUse(String example) {
    String[] parts = example.split("=");
    try {
      XlsForm.read(
          Markdown.workbook(
              """
              | survey | | | |
              | | type | name | label |
              | | text | p | Before |
              | | %s | q | Question |
              """
                  .formatted(parts[0])),
          "f.xlsx");
      throw new AssertionError("was read: " + parts[0]);
    } catch (org.infostate.problem.ProblemException e) {
      Problem problem = e.first();
      assertEquals(ProblemKind.XLSFORM_TYPE_UNSUPPORTED, problem.kind());
      assertEquals(List.of(parts[0], parts[1]), problem.arguments());
      assertEquals("A3", problem.place().cell());
      assertEquals(1, e.problems().size(), e::getMessage);
    }
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsCell() {
    assertEquals(
        List.of(
            "FORM_KEY_MISSING choices!A3 list_name",
            "FORM_KEY_MISSING choices!C4 label",
            "FORM_TYPE_UNKNOWN survey!A3 banana",
            "FORM_KEY_MISSING survey!B4 name",
            "FORM_KEY_MISSING survey!C5 label",
            "XLSFORM_COLUMN_UNSUPPORTED survey!F6 default",
            "FORM_KEY_MISSING survey!A8 type",
            "XLSFORM_NOTHING_TO_END survey!A9 end_repeat",
            "XLSFORM_OTHER_FILTERED survey!A10 select_one l or_other",
            "XLSFORM_NOT_ENDED survey!A2 g",
            "FORM_NAME_INVALID survey!B6 Upper",
            "FORM_LIST_UNKNOWN survey!A7 nowhere",
            "FORM_EXPRESSION survey!D7 ${a} +",
            "FORM_NAME_REPEATED survey!B11 a",
            "FORM_REFERENCE_UNKNOWN survey!D11 nobody"),
        problems(
            """
            | survey | | | | | | |
            | | type | name | label | relevant | choice_filter | default |
            | | begin_group | g | G | | | |
            | | banana | a | A | | | |
            | | text | | B | | | |
            | | text | c | | | | |
            | | text | Upper | D | | | 5 |
            | | select_one nowhere | e | E | ${a} + | | |
            | | | f | F | | | |
            | | end_repeat | | | | | |
            | | select_one l or_other | h | H | | of = 'x' | |
            | | text | a | Again | ${nobody} = 1 | | |
            | choices | | | | |
            | | list_name | name | label | of |
            | | l | a | A | x |
            | | | b | B | |
            | | l | c | | |
            """));
  }

  @Test
  void aRepeatInARepeatIsRefused() {
    assertEquals(
        List.of("XLSFORM_REPEAT_IN_REPEAT survey!A3 inner"),
        problems(
            """
            | survey | | | |
            | | type | name | label |
            | | begin_repeat | outer | Outer |
            | | begin_repeat | inner | Inner |
            | | text | q | Question |
            | | end_repeat | | |
            | | end_repeat | | |
            """));
  }

  @Test
  void headingsThatAreNearlyOursAreRefused() {
    assertEquals(
        List.of(
            "XLSFORM_COLUMN_MISSPELT survey!D1 relevent", "XLSFORM_COLUMN_TWICE survey!F1 caption"),
        problems(
            """
            | survey | | | | | |
            | | type | name | label | relevent | remarks | caption |
            | | text | q | Question | 1 = 1 | x | Again |
            """));
  }

  @Test
  void sheetsAndColumnsThatAreNeededAreAskedFor() {
    assertEquals(
        List.of("XLSFORM_SHEET_MISSING null survey"),
        problems(
            """
            | surveys | | |
            | | type | name |
            | | text | q |
            """));
    assertEquals(
        List.of("XLSFORM_COLUMN_MISSING survey!A1 type"),
        problems(
            """
            | survey | | |
            | | kind | name |
            | | text | q |
            """));
  }

  @Test
  void quotesOfWordProcessorsAreStraightened() {
    Form form =
        form(
            """
            | survey | | | | |
            | | type | name | label | relevant |
            | | text | p | Before | |
            | | text | q | Question | ${p} = \u2018yes\u2019 |
            | | text | r | Question | ${p} = '\u2019' |
            """);

    assertEquals("${p} = 'yes'", source(question(form, "q").relevant()));
    assertEquals("${p} = '\u2019'", source(question(form, "r").relevant()));
  }

  @Test
  void aLanguageThatIsNotOursCanNotBeTheFirst() {
    assertEquals(
        List.of("XLSFORM_LANGUAGE_UNKNOWN settings!A2 Swahili (sw)"),
        problems(
            """
            | survey | | | |
            | | type | name | label |
            | | text | q | Question |
            | settings | |
            | | default_language |
            | | Swahili (sw) |
            """));
  }

  @Test
  void everyKindOfProblemHereHasItsNumber() {
    assertTrue(
        Stream.of(ProblemKind.values())
            .filter(kind -> kind.name().startsWith("XLSFORM"))
            .allMatch(kind -> kind.number() >= 1250 && kind.number() < 1280));
  }
}
