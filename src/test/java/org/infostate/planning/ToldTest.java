package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldTest {

  private static final Catalogue.Answers ANSWERS =
      new Catalogue.Answers(
          List.of("first", "second", "third"),
          new Catalogue.Told("any", "kinds", "whom"),
          new Catalogue.Told("gave", "gave_kinds", null),
          List.of("audiences"),
          Map.of("drafting", "legislation", "training", "training"),
          "networks");

  private static Told told(Map<String, String> values) {
    return Told.of(ANSWERS, values);
  }

  @Test
  void whatWasNotSaidIsNotNothing() {
    assertEquals(Told.NOTHING, told(Map.of()));
    assertEquals(Demand.NOT_KNOWN, told(Map.of()).demand(ANSWERS));
    assertNull(told(Map.of("any", "yes")).received());
    assertEquals(List.of(), told(Map.of("any", "no")).received());
  }

  @Test
  void needsStandInTheirOrderEachOnce() {
    assertEquals(
        List.of("training", "drafting"),
        told(Map.of("first", "training", "second", "drafting", "third", "training")).asked());
  }

  @Test
  void choicesBecomeTheElementsThatTheyServe() {
    Told told =
        told(
            Map.of(
                "first", "awareness", "any", "yes", "kinds", "drafting awareness", "whom", "eu"));
    assertEquals(new Demand(Set.of(), Set.of("legislation")), told.demand(ANSWERS));
    assertEquals(List.of("eu"), told.receivedFrom());
  }
}
