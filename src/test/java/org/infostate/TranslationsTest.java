package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infostate.account.Role;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Population;
import org.infostate.carryforward.CarriedAnswer;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;
import org.infostate.mail.Letter;
import org.infostate.mail.MailMessage;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.PlanOrder;
import org.infostate.portfolio.Portfolio;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Carry;
import org.infostate.questionnaire.Change;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Series;
import org.infostate.questionnaire.TextPart;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Locked;
import org.infostate.response.Response;
import org.infostate.response.Via;
import org.infostate.review.Clarification;
import org.infostate.review.Verdict;
import org.infostate.round.Round;
import org.infostate.scoring.Mark;
import org.infostate.scoring.State;
import org.infostate.statistics.Indicator;
import org.infostate.statistics.LeftOut;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/**
 * The rules for {@code src/main/resources/text/<area>_<language>.properties}.
 *
 * <ol>
 *   <li>Every area has one file in each of the six languages, with the keys of English in the order
 *       of English, one {@code key=value} a line; a key begins with its area.
 *   <li>No text is blank. Placeholders and line breaks are those of English; the pattern can be
 *       read as {@code Texts} reads it.
 *   <li>A text is in the script of its language and is not the English one, but for names and for
 *       the words listed here that both languages share.
 *   <li>Every kind of problem has its two texts in every language, and no text is left over.
 *   <li>Every key that a template or a class asks for exists, as does one for every code that is
 *       appended to a key.
 * </ol>
 */
class TranslationsTest {

  private static final Path TEXTS = Path.of("src/main/resources/text");
  private static final Pattern FILE_NAME = Pattern.compile("([a-z-]+)_([a-z]{2})\\.properties");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  /** Names stay as they are in every language. */
  private static final Set<String> NAMES = Set.of("API", "Infostate", "URL");

  /** Words and phrases that are spelt as in English. */
  private static final Map<Language, Set<String>> SHARED_WITH_ENGLISH =
      Map.of(
          Language.FR,
          Set.of(
              "Code",
              "Date",
              "Europe",
              "Gain",
              "Guide",
              "Invitation",
              "Licence",
              "Points",
              "Population",
              "Question",
              "Questionnaires",
              "Questions",
              "Score",
              "Section",
              "Sections",
              "Source",
              "Total",
              "Type",
              "Version",
              "version {0}"),
          Language.ES,
          Set.of("Asia", "Melanesia", "Micronesia", "No", "Provisional", "Total", "provisional"));

  private static final Map<Language, UnicodeScript> SCRIPTS =
      Map.of(
          Language.AR, UnicodeScript.ARABIC,
          Language.ZH, UnicodeScript.HAN,
          Language.EN, UnicodeScript.LATIN,
          Language.FR, UnicodeScript.LATIN,
          Language.RU, UnicodeScript.CYRILLIC,
          Language.ES, UnicodeScript.LATIN);

  /** A key as {@code page.text("…")} takes it; a plus after it says that a code follows. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:page|texts|texts\\(\\)|Texts\\.in\\([^()]*\\))\\.(?:text|has)"
              + "\\(\\s*\"([^\"]+)\"\\s*([+,)])");

  /** Keys of the area {@code common} also travel as strings: in the menu and behind a redirect. */
  private static final Pattern COMMON = Pattern.compile("\"(?:[^\"\n]*=)?(common\\.[a-z_.]+)\"");

  @Test
  void everyAreaIsInAllSixLanguages() {
    Set<String> expected = new TreeSet<>();
    for (String area : areas()) {
      for (Language language : Language.values()) {
        expected.add(area + "_" + language.tag() + ".properties");
      }
    }
    assertEquals(expected, new TreeSet<>(fileNames()));
    assertTrue(
        areas()
            .containsAll(
                Set.of(
                    "account", "common", "mail", "problem", "questionnaire", "response", "round")));
  }

  @Test
  void everyLanguageHasTheKeysOfEnglishInTheSameOrder() {
    for (String area : areas()) {
      List<String> english = keysAsWritten(area, Language.EN);
      assertEquals(List.of(), english.stream().filter(k -> !k.startsWith(area + ".")).toList());
      assertEquals(english.size(), Set.copyOf(english).size(), () -> "a key twice in " + area);
      for (Language language : Language.values()) {
        assertEquals(english, keysAsWritten(area, language), () -> area + " in " + language);
        assertEquals(
            Set.copyOf(english),
            read(area, language).stringPropertyNames(),
            () -> "other keys when read than as written: " + area + " in " + language);
      }
    }
  }

  @Test
  void noTextIsBlank() {
    assertEquals(List.of(), faults((language, text, english) -> text.isBlank()));
  }

  @Test
  void placeholdersAndLineBreaksAreThoseOfEnglish() {
    assertEquals(
        List.of(),
        faults(
            (language, text, english) ->
                !placeholders(text).equals(placeholders(english))
                    || text.chars().filter(c -> c == '\n').count()
                        != english.chars().filter(c -> c == '\n').count()));
  }

  @Test
  void everyPatternFillsItsPlaceholdersAndKeepsItsApostrophes() {
    assertEquals(List.of(), faults((language, text, english) -> !fills(language, text)));
  }

  @Test
  void everyTextIsInTheScriptOfItsLanguage() {
    assertEquals(
        List.of(),
        faults(
            (language, text, english) -> {
              Set<UnicodeScript> foreign = new HashSet<>(SCRIPTS.values());
              foreign.remove(UnicodeScript.LATIN);
              foreign.remove(SCRIPTS.get(language));
              Set<UnicodeScript> used = scripts(text);
              return used.stream().anyMatch(foreign::contains)
                  || !NAMES.contains(text)
                      && !used.isEmpty()
                      && !used.contains(SCRIPTS.get(language));
            }));
  }

  @Test
  void noWordMixesCyrillicAndLatinLetters() {
    Pattern mixed = Pattern.compile("\\p{IsCyrillic}\\p{IsLatin}|\\p{IsLatin}\\p{IsCyrillic}");
    assertEquals(List.of(), faults((language, text, english) -> mixed.matcher(text).find()));
  }

  @Test
  void everyBidirectionalIsolateIsClosed() {
    assertEquals(List.of(), faults((language, text, english) -> !isolatesClose(text)));
  }

  @Test
  void noTextIsLeftInEnglish() {
    assertEquals(
        List.of(),
        faults(
            (language, text, english) ->
                language != Language.EN
                    && text.equals(english)
                    && !scripts(text).isEmpty()
                    && !NAMES.contains(text)
                    && !SHARED_WITH_ENGLISH.getOrDefault(language, Set.of()).contains(text)));
  }

  @Test
  void noSentenceIsTheSameInTwoLanguages() {
    for (String area : areas()) {
      for (String key : keysAsWritten(area, Language.EN)) {
        List<String> sentences =
            Arrays.stream(Language.values())
                .map(language -> read(area, language).getProperty(key, ""))
                .filter(text -> text.length() > 20)
                .toList();
        assertEquals(sentences.size(), Set.copyOf(sentences).size(), key);
      }
    }
  }

  @Test
  void everyKindOfProblemHasItsTwoTextsAndNoTextIsLeftOver() {
    Set<String> expected =
        Arrays.stream(ProblemKind.values())
            .map(kind -> "problem." + kind.number())
            .flatMap(key -> Stream.of(key, key + ".do"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Language language : Language.values()) {
      Set<String> held = read("problem", language).stringPropertyNames();
      assertEquals(List.of(), without(expected, held), () -> "missing in " + language);
      assertEquals(List.of(), without(held, expected), () -> "of no kind in " + language);
    }
  }

  @Test
  void everyKeyThatTemplatesAskForExists() {
    // In a template every string that begins with the name of an area is a key.
    Pattern ofAnArea =
        Pattern.compile("\"((?:" + String.join("|", areas()) + ")\\.[a-z0-9_.-]*)\"");
    Set<String> keys = new TreeSet<>(asked("src/main/jte", ".jte", ASKED));
    keys.addAll(asked("src/main/jte", ".jte", ofAnArea));
    assertTrue(keys.size() > 100, () -> "the scan no longer finds the keys: " + keys);
    assertEquals(List.of(), unknown(keys));
  }

  @Test
  void everyKeyThatClassesAskForExists() {
    Set<String> keys = new TreeSet<>(asked("src/main/java", ".java", ASKED));
    keys.addAll(asked("src/main/java", ".java", COMMON));
    assertTrue(
        keys.containsAll(Set.of("account.mail.subject", "common.menu.data", "common.notice.saved")),
        () -> "the scan no longer finds the keys: " + keys);
    assertEquals(List.of(), unknown(keys));
  }

  @Test
  void everyCodeThatIsAppendedToAKeyHasAText() {
    List<String> keys = new ArrayList<>();
    for (Response.State state : Response.State.values()) {
      keys.add("response.state." + state.code());
      keys.add("response.next." + state.code());
      keys.add("response.next." + state.code() + ".reader");
    }
    Role.ALL.forEach(role -> keys.add("account.role." + role));
    append(keys, "round.state.", Round.State.values(), Round.State::code);
    append(keys, "form.locked.", Locked.values(), Locked::code);
    append(keys, "response.status.", AnswerStatus.values(), AnswerStatus::code);
    append(keys, "response.confidentiality.", Confidentiality.values(), Confidentiality::code);
    append(keys, "response.via.", Via.values(), TranslationsTest::lower);
    append(keys, "mail.state.", MailMessage.State.values(), MailMessage.State::code);
    append(keys, "mail.purpose.", Letter.Purpose.values(), Letter.Purpose::code);
    append(keys, "review.verdict.", Verdict.values(), Verdict::code);
    append(keys, "review.clarification.", Clarification.State.values(), Clarification.State::code);
    append(keys, "carryforward.state.", CarriedAnswer.State.values(), CarriedAnswer.State::code);
    append(
        keys, "questionnaire.state.", QuestionnaireVersion.State.values(), TranslationsTest::lower);
    append(keys, "design.kind.", Change.Kind.values(), Change.Kind::code);
    append(keys, "design.carry.", Carry.values(), Carry::code);
    append(keys, "design.series.", Series.values(), Series::code);
    append(keys, "design.part.", TextPart.values(), TextPart::code);
    append(keys, "assessment.state.", Assessment.State.values(), Assessment.State::code);
    append(keys, "plan.state.", Plan.State.values(), Plan.State::code);
    append(keys, "plan.standing.", PlanAction.Standing.values(), PlanAction.Standing::code);
    append(keys, "plan.method.", Portfolio.Method.values(), TranslationsTest::lower);
    for (RecordComponent term : PlanOrder.class.getRecordComponents()) {
      // Names of plans are no terms; weights have texts of their own.
      if (!Set.of("title", "after", "weights").contains(term.getName())) {
        keys.add("followup.term." + term.getName());
      }
    }
    append(keys, "composition.stage.", Plan.Stage.values(), Plan.Stage::code);
    append(keys, "assessment.population.", Population.values(), Population::code);
    append(keys, "assessment.basis.", AssessedCase.Basis.values(), AssessedCase.Basis::code);
    append(keys, "assessment.mark.", Mark.values(), TranslationsTest::lower);
    append(keys, "assessment.value_state.", State.values(), TranslationsTest::lower);
    Stream.of(
            "input",
            "screen",
            "denominate",
            "impute",
            "treat",
            "transform",
            "normalise",
            "weigh",
            "aggregate",
            "rank")
        .forEach(step -> keys.add("assessment.step." + step));
    append(keys, "statistics.indicator.", Indicator.values(), Indicator::code);
    append(keys, "statistics.reason.", LeftOut.Reason.values(), LeftOut.Reason::code);
    append(keys, "country.standing.", Country.Standing.values(), TranslationsTest::lower);
    CountryTable.published().stream()
        .flatMap(c -> Stream.of(c.region(), c.subRegion(), c.intermediateRegion()))
        .filter(Objects::nonNull)
        .forEach(region -> keys.add("country.region." + region));
    assertEquals(List.of(), unknown(keys));
  }

  private interface Fault {
    boolean in(Language language, String text, String english);
  }

  /** Key, language and text of every text in which the fault is. */
  private static List<String> faults(Fault fault) {
    List<String> found = new ArrayList<>();
    for (String area : areas()) {
      Properties english = read(area, Language.EN);
      for (Language language : Language.values()) {
        Properties texts = read(area, language);
        for (String key : new TreeSet<>(texts.stringPropertyNames())) {
          String text = texts.getProperty(key);
          if (fault.in(language, text, english.getProperty(key, ""))) {
            found.add(key + " in " + language + ": " + text);
          }
        }
      }
    }
    return found;
  }

  private static List<String> without(Set<String> all, Set<String> others) {
    return all.stream().filter(each -> !others.contains(each)).sorted().toList();
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static boolean fills(Language language, String text) {
    Object[] arguments = IntStream.range(0, 10).mapToObj(n -> "<" + n + ">").toArray();
    try {
      // As org.infostate.text.Texts does.
      String filled =
          new MessageFormat(text.replace("'", "''"), language.locale()).format(arguments);
      return filled.equals(PLACEHOLDER.matcher(text).replaceAll("<$1>"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<UnicodeScript> scripts(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .collect(Collectors.toSet());
  }

  private static boolean isolatesClose(String text) {
    int open = 0;
    for (char c : text.toCharArray()) {
      if (c >= '\u2066' && c <= '\u2068') {
        open++;
      } else if (c == '\u2069' && --open < 0 || c == '\n' && open > 0) {
        return false;
      }
    }
    return open == 0;
  }

  /**
   * Whether there is such a text or, where the key ends in a dot or an underscore, a longer one.
   */
  private static boolean known(String key) {
    String area = key.split("\\.", 2)[0];
    if (!areas().contains(area)) {
      return false;
    }
    Set<String> keys = read(area, Language.EN).stringPropertyNames();
    return key.endsWith(".") || key.endsWith("_")
        ? keys.stream().anyMatch(each -> each.startsWith(key))
        : keys.contains(key);
  }

  private static List<String> unknown(Collection<String> keys) {
    return keys.stream().filter(key -> !known(key)).toList();
  }

  private static Set<String> asked(String folder, String ending, Pattern pattern) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .flatMap(file -> pattern.matcher(content(file)).results())
          .map(TranslationsTest::key)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(MatchResult match) {
    boolean continued = match.groupCount() > 1 && match.group(2).equals("+");
    String key = match.group(1);
    return continued && !key.endsWith(".") && !key.endsWith("_") ? key + "." : key;
  }

  private static <E> void append(
      List<String> keys, String prefix, E[] values, Function<E, String> code) {
    Arrays.stream(values).map(code).forEach(each -> keys.add(prefix + each));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> areas() {
    return fileNames().stream()
        .map(FILE_NAME::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Collection<String> fileNames() {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> keysAsWritten(String area, Language language) {
    return content(file(area, language))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2)[0])
        .toList();
  }

  private static Properties read(String area, Language language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content(file(area, language))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Path file(String area, Language language) {
    return TEXTS.resolve(area + "_" + language.tag() + ".properties");
  }

  /** UTF-8; other bytes are refused. */
  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
