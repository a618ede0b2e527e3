package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.infostate.cluster.Grouping;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Screening;
import org.infostate.scoring.Source;
import org.infostate.scoring.Ties;
import org.infostate.scoring.Transformation;
import org.infostate.scoring.Treatment;
import org.infostate.scoring.Weighting;
import org.junit.jupiter.api.Test;

/** The page on index files tells of every key and every word that the code reads. */
class IndicesPageTest {

  private static final Path CODE = Path.of("src/main/java/org/infostate/assessment");
  private static final Pattern KEY =
      Pattern.compile("(?:keys|item|file|byLevel)(?:\\.(?!fault)\\w+\\(|, )\\s*\"([a-z-]+)\"");
  private static final Pattern STEP_OR_SCALE =
      Pattern.compile("(?:case )?\"([a-z-]+)\"(?:,| ->)(?: StepReader::| keys ->|\\s*new Scale)");

  private static String page() throws IOException {
    return Files.readString(Path.of("src/site/markdown/indices.md"));
  }

  @Test
  void everyKeyIsDescribed() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String file : List.of("IndexFile.java", "StepReader.java")) {
      String code = Files.readString(CODE.resolve(file));
      KEY.matcher(code).results().forEach(found -> keys.add(found.group(1)));
      STEP_OR_SCALE.matcher(code).results().forEach(found -> keys.add(found.group(1)));
    }
    assertTrue(keys.containsAll(List.of("low", "min-max", "treat", "points")));
    assertTrue(keys.size() > 60, keys::toString);
    keys.removeIf(IndicesPageTest::told);
    assertTrue(keys.isEmpty(), keys::toString);
  }

  @Test
  void everyMethodIsDescribed() {
    List<Enum<?>> words = new ArrayList<>();
    words.addAll(List.of(Aggregation.Mean.values()));
    words.addAll(List.of(Grouping.Method.values()));
    words.addAll(List.of(Imputation.Method.values()));
    words.addAll(List.of(Scale.Relative.Reference.values()));
    words.addAll(List.of(Screening.Rule.values()));
    words.addAll(List.of(Source.Kind.values()));
    words.addAll(List.of(Ties.values()));
    words.addAll(List.of(Treatment.Transform.values()));
    words.addAll(List.of(Weighting.Method.values()));
    words.addAll(List.of(Transformation.Function.values()));
    Set<String> missing = new TreeSet<>();
    for (Enum<?> word : words) {
      if (!told(Keys.spelled(word))) {
        missing.add(Keys.spelled(word));
      }
    }
    assertTrue(missing.isEmpty(), missing::toString);
  }

  /** Whether the word stands in the page as code, or as the heading of a step. */
  private static boolean told(String word) {
    try {
      String page = page();
      return page.contains("`" + word + "`") || page.contains("\n### " + word + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
