package org.infostate.questionnaire;

/** A form as long as one likes, in which most questions depend on an earlier one. */
public final class LargeForm {

  private static final int SECTION_LENGTH = 30;

  private LargeForm() {}

  /**
   * The text of its {@code form.yaml}.
   *
   * @param questions how many; in sections of 30
   */
  public static String yaml(int questions) {
    StringBuilder yaml =
        new StringBuilder(
            """
            questionnaire: large
            version: "1"
            language: en
            title: A large form
            choices:
              yes_no:
                - {name: "yes", label: "Yes"}
                - {name: "no", label: "No"}
            survey:
            """);
    for (int i = 0; i < questions; i++) {
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

  /** In turn a question with yes and no, a number, a text and a sum. */
  private static String question(int number) {
    int gate = number - number % 4;
    String relevant =
        gate == 0
            ? "true()"
            : number % 4 == 0
                ? "${q%d} = 'yes' or ${q%d} > 10".formatted(gate - 4, gate - 3)
                : "${q%d} = 'yes'".formatted(gate);
    String rest =
        switch (number % 4) {
          case 0 -> "type: select_one yes_no, required: true";
          case 1 -> "type: integer, constraint: '. >= 0 and . <= 1000'";
          case 2 -> "type: text, hint: In a few words.";
          default -> "type: calculate, calculation: '${q%d} + 1'".formatted(gate + 1);
        };
    return "      - {name: q%d, label: Question %d, relevant: \"%s\", %s}\n"
        .formatted(number, number, relevant, rest);
  }
}
