package org.infostate.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.ReadForm;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Held;
import org.infostate.text.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The workbook of one country: 300 questions, half of them with a drop-down, a sixth with several
 * choices, all answered.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class WorkbookBenchmark {

  private static final int QUESTIONS = 300;
  private static final int SECTION_LENGTH = 30;
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final byte[] SECRET = "not a real secret".getBytes(StandardCharsets.UTF_8);

  private final Map<AnswerKey, Held> held = new HashMap<>();
  private Form form;
  private WorkbookIdentity identity;
  private byte[] filled;

  /** Makes the form, its answers, and a workbook in which every tenth answer was changed. */
  @Setup
  public void fill() throws IOException {
    form = ReadForm.of(Map.of("form.yaml", yaml()));
    for (Question question : form.questions().values()) {
      held.put(AnswerKey.of(question.name()), held(value(question)));
    }
    identity =
        new WorkbookIdentity(
            "first",
            "XRU",
            List.of("large/1/" + "ab".repeat(32)),
            Language.EN,
            form.sections().stream().map(Section::name).toList(),
            NOW,
            held.keySet().stream().collect(Collectors.toMap(key -> key, key -> 1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out);
    filled =
        Kingdom.edited(
            out.toByteArray(),
            workbook -> {
              for (int i = 0; i < QUESTIONS; i += 10) {
                Kingdom.cell(workbook, "q" + i, WorkbookPlan.COMMENT).setCellValue("Seen");
              }
            });
  }

  private static Held held(String value) {
    return new Held(value, AnswerStatus.ANSWERED, null, null, null, 1, "focal-xru", NOW);
  }

  private static String value(Question question) {
    return switch (question.type()) {
      case SELECT_ONE -> "c2";
      case SELECT_MULTIPLE -> "c1 c3";
      case INTEGER -> "7";
      default -> "An answer of a few words";
    };
  }

  private static String yaml() {
    StringBuilder yaml =
        new StringBuilder(
            """
            questionnaire: large
            version: "1"
            language: en
            title: A large form
            choices:
            """);
    for (int list = 0; list < SECTION_LENGTH; list++) {
      yaml.append("  list").append(list).append(":\n");
      for (int choice = 1; choice <= 6; choice++) {
        yaml.append("    - {name: c%d, label: Choice %d of %d}\n".formatted(choice, choice, list));
      }
    }
    yaml.append("survey:\n");
    for (int i = 0; i < QUESTIONS; i++) {
      if (i % SECTION_LENGTH == 0) {
        yaml.append(
            """
              - type: group
                name: section%1$d
                label: Section %1$d
                questions:
            """
                .formatted(i / SECTION_LENGTH));
      }
      yaml.append(question(i));
    }
    return yaml.toString();
  }

  /** Of six questions, three with a drop-down, one with several choices, a number and a text. */
  private static String question(int number) {
    String type =
        switch (number % 6) {
          case 3 -> "select_multiple list" + number % SECTION_LENGTH;
          case 4 -> "integer, constraint: '. >= 0 and . <= 1000'";
          case 5 -> "text, hint: In a few words.";
          default -> "select_one list" + number % SECTION_LENGTH;
        };
    int gate = number - number % 6;
    String relevant = number == gate ? "" : ", relevant: \"${q%d} = 'c2'\"".formatted(gate);
    return "      - {name: q%d, label: Question %d, type: %s%s}\n"
        .formatted(number, number, type, relevant);
  }

  private FilledForm filledForm() {
    return new FilledForm(form, held, Map.of(), LocalDate.of(2026, 11, 24));
  }

  private void write(OutputStream out) throws IOException {
    ResponseWorkbook.write(identity, Kingdom.cover(), List.of(filledForm()), Set.of(), SECRET, out);
  }

  /** Making the workbook. */
  @Benchmark
  public int make() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out);
    return out.size();
  }

  /** Reading a filled workbook, checking every answer and comparing it with what is stored. */
  @Benchmark
  public Trial readAndCheck() {
    WorkbookReading reading =
        WorkbookReading.read(
            filled,
            new WorkbookReading.Expected(
                "first", "XRU", identity.versions(), List.of(filledForm()), SECRET));
    Trial trial =
        WorkbookChanges.trial(
            List.of(reading),
            new WorkbookChanges.Stored(
                new ArrayList<>(List.of(filledForm())),
                held,
                (key, revision) -> held.get(key),
                Set.of(),
                Set.copyOf(identity.sections())),
            Language.EN);
    if (!trial.acceptable() || trial.changed().size() != QUESTIONS / 10) {
      throw new IllegalStateException(trial.problems() + " " + trial.refused());
    }
    return trial;
  }
}
