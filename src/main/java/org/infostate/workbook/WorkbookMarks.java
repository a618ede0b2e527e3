package org.infostate.workbook;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** What stands in the cell of one choice of a question that takes several: yes, or nothing. */
final class WorkbookMarks {

  private static final Set<String> ALSO_YES = Set.of("x", "✓", "✔", "1", "true", "yes");
  private static final Set<String> ALSO_NO = Set.of("", "0", "false", "no", "-");

  private WorkbookMarks() {}

  static String yes(Texts texts) {
    return texts.text("workbook.yes");
  }

  /** Whether a cell with this text is marked; empty where nobody can tell. */
  static Optional<Boolean> marked(String shown) {
    String text = ChoiceLabels.folded(shown);
    if (ALSO_NO.contains(text) || inAnyLanguage(text, "workbook.no")) {
      return Optional.of(false);
    }
    return ALSO_YES.contains(text) || inAnyLanguage(text, "workbook.yes")
        ? Optional.of(true)
        : Optional.empty();
  }

  private static boolean inAnyLanguage(String text, String key) {
    return Arrays.stream(Language.values())
        .anyMatch(each -> ChoiceLabels.folded(Texts.in(each).text(key)).equals(text));
  }
}
