package org.infostate.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form of an action: which of its rows are milestones. */
class FollowUpFormTest {

  private static MultivaluedMap<String, String> posted(String... fields) {
    MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      posted.add(fields[i], fields[i + 1]);
    }
    return posted;
  }

  @Test
  void blankNewRowsAndThoseToBeTakenOutAreNotKept() {
    FollowUpForm form =
        FollowUpForm.read(
            posted(
                "edition",
                "3",
                "number.1",
                "7",
                "due.1",
                "2027-01-01",
                "aim.1",
                "a",
                "remove.1",
                "on",
                "due.2",
                " ",
                "aim.2",
                "",
                "number.3",
                "8",
                "due.3",
                "",
                "aim.3",
                "",
                "aim.4",
                "new"));

    assertEquals(3, form.edition());
    assertEquals(
        List.of(
            new FollowUp.Milestone(8, "", "", null),
            new FollowUp.Milestone(null, null, "new", null)),
        form.said().milestones());
  }

  @Test
  void twoBlankRowsStandBehindTheOthers() {
    FollowUpForm form = FollowUpForm.read(posted("aim.1", "a"));

    assertEquals(3, form.rows().size());
    assertEquals(-1, form.edition());
  }

  @Test
  void theFormKnowsWithWhichMilestonesItBegan() {
    assertEquals(
        List.of(7),
        FollowUpForm.known(
            posted("number.1", "7", "remove.1", "on", "number.2", "", "aim.2", "x")));
  }
}
