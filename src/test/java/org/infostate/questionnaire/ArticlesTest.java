package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/**
 * Rules of the descriptions of treaty articles.
 *
 * <ol>
 *   <li>Every reference of a shipped questionnaire names something that is described, in all six
 *       languages.
 *   <li>Articles about the same subject are described once.
 *   <li>What was not checked, or has an asterisk, is to be verified.
 * </ol>
 */
class ArticlesTest {

  private static final Pattern REFERENCE =
      Pattern.compile("^ +reference: \"?([A-Z][^\"\n{}]+)\"?$", Pattern.MULTILINE);

  @Test
  void everyReferenceOfAShippedQuestionnaireIsDescribed() throws IOException {
    int references = 0;
    try (Stream<Path> files = Files.walk(Path.of("questionnaires"))) {
      for (Path file : files.filter(f -> f.endsWith("form.yaml")).toList()) {
        Matcher matcher = REFERENCE.matcher(Files.readString(file));
        while (matcher.find()) {
          references++;
          for (Language language : Language.values()) {
            List<Articles.Article> found = Articles.of(matcher.group(1), language);
            String places = String.join("; ", found.stream().map(a -> a.places()).toList());
            for (String part : matcher.group(1).split(";")) {
              assertTrue(
                  places.contains(part.strip().split(" (art|s)\\. ")[0]), part + ": " + places);
            }
            found.forEach(article -> assertFalse(article.text().isBlank(), matcher.group(1)));
          }
        }
      }
    }
    assertTrue(references > 100, "references were found: " + references);
  }

  @Test
  void articlesAboutTheSameSubjectAreDescribedOnce() {
    List<Articles.Article> found = Articles.of("ETS 185 art. 29 and 35; UNCC art. 42", Language.EN);
    assertEquals(2, found.size());
    assertEquals("ETS 185 art. 29; UNCC art. 42", found.get(0).places());
    assertEquals("ETS 185 art. 35", found.get(1).places());
  }

  @Test
  void rangesAreWrittenOut() {
    assertEquals(4, Articles.of("UNCC art. 49 to 52", Language.FR).size());
  }

  @Test
  void whatWasNotCheckedIsToBeVerified() {
    assertTrue(Articles.of("ETS 185 art. 2", Language.AR).get(0).seen());
    assertFalse(Articles.of("ETS 185 art. 26", Language.AR).get(0).seen());
    assertFalse(Articles.of("Arab art. 40*", Language.AR).get(0).seen());
    assertEquals(List.of(), Articles.of(null, Language.EN));
  }
}
