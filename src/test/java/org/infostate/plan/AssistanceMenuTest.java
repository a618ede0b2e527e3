package org.infostate.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.plan.AssistanceMenu.Gap;
import org.infostate.planning.Catalogue;
import org.infostate.planning.CatalogueFile;
import org.infostate.planning.Need;
import org.infostate.portfolio.Menu;
import org.infostate.portfolio.Offer;
import org.infostate.portfolio.Seat;
import org.junit.jupiter.api.Test;

/** What is offered to whom, and what it closes. */
class AssistanceMenuTest {

  private static final Catalogue CATALOGUE =
      CatalogueFile.read(
          "c.yaml",
          """
          catalogue: c
          version: 1
          currency: USD
          index: i
          assistance:
            - code: unit
              kind: personnel
              requirement: experts
              name: {en: A, fr: A, es: A, ru: A, ar: A, zh: A}
              audiences: [investigators]
              months: 3
              cost: 100
              effects: {unit: 0.5}
            - code: course
              kind: course
              requirement: training
              name: {en: A, fr: A, es: A, ru: A, ar: A, zh: A}
              audiences: [investigators]
              months: 3
              cost: 40
              shared: {least: 2, most: 3, fixed: 50, cost: 10}
              effects: {skill: 0.25}
            - code: laboratory
              kind: equipment
              requirement: equipment
              name: {en: A, fr: A, es: A, ru: A, ar: A, zh: A}
              audiences: [examiners]
              months: 3
              cost: 200
              effects: {lab: 1}
              needs: [{assistance: unit, element: unit, in_place: 0.5}]
          """);

  private static Menu menu(Map<String, Map<String, Gap>> gaps) {
    return AssistanceMenu.of(CATALOGUE, gaps, Map.of("XAA", "150", "XBB", "150", "XCC", "019"));
  }

  private static Map<String, Gap> gaps(double unit, double unitInPlace, double skill, double lab) {
    return Map.of(
        "unit", new Gap(unit, unit, unitInPlace),
        "skill", new Gap(skill, skill, 0),
        "lab", new Gap(lab, lab, 0));
  }

  private static Seat seat(Menu menu, String id) {
    return menu.offers().stream()
        .flatMap(offer -> offer.seats().stream())
        .filter(seat -> seat.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Menu menu) {
    return menu.offers().stream().map(Offer::id).toList();
  }

  @Test
  void assistanceClosesItsShareOfTheNeed() {
    Menu menu = menu(Map.of("XAA", gaps(8, 0, 4, 6)));

    assertEquals(Map.of("XAA/unit", 4.0), seat(menu, "unit:XAA").effects());
    assertEquals(Map.of("XAA/skill", 1.0), seat(menu, "course:XAA").effects());
    assertEquals(8.0, menu.gaps().get("XAA/unit"));
  }

  @Test
  void whatIsInPlaceNeedsNotToBeGiven() {
    Menu menu = menu(Map.of("XAA", gaps(8, 0, 4, 6), "XBB", gaps(1, 0.5, 4, 6)));

    assertEquals(List.of(Set.of("unit:XAA")), seat(menu, "laboratory:XAA").needs());
    assertEquals(List.of(), seat(menu, "laboratory:XBB").needs());
  }

  @Test
  void whatCanNotBeMetIsNotOffered() {
    // Setting up the unit would close nothing, so it is not offered, and what needs it neither.
    Menu menu = menu(Map.of("XAA", gaps(0, 0.2, 4, 6)));

    assertEquals(List.of("course:XAA"), ids(menu));
  }

  @Test
  void countriesOfASubRegionShareACourse() {
    Menu menu =
        menu(Map.of("XAA", gaps(0, 1, 4, 0), "XBB", gaps(0, 1, 4, 0), "XCC", gaps(0, 1, 4, 0)));

    assertEquals(List.of("course:XAA", "course:XBB", "course:XCC", "course:150"), ids(menu));
    Offer shared = menu.offers().get(3);
    assertEquals(50, shared.fixedCost());
    assertEquals(
        List.of("course:XAA:shared", "course:XBB:shared"),
        shared.seats().stream().map(Seat::id).toList());
    assertEquals(10, shared.seats().get(0).cost());
  }

  @Test
  void tooLittleIsNoPlaceInAPlan() {
    assertTrue(ids(menu(Map.of("XAA", gaps(0.1, 0, 0, 0)))).contains("unit:XAA"));
    assertFalse(ids(menu(Map.of("XAA", gaps(0.09, 0, 0, 0)))).contains("unit:XAA"));
  }

  @Test
  void assistanceClosesItsShareOfAllButNoMoreThanIsLackingToTheTarget() {
    Need toTarget = new Need("XAA", 10, 0, List.of(new Need.Gap("law", 50, 10, 0, 0)));
    Need toTop = new Need("XAA", 40, 0, List.of(new Need.Gap("law", 50, 40, 0, 0)));
    Gap gap = AssistanceMenu.gaps(toTarget, toTop, 0.5, 2).get("law");
    assertEquals(20, gap.points(), 1e-9);
    assertEquals(80, gap.whole(), 1e-9);
    assertEquals(0.2, gap.inPlace(), 1e-9);
  }
}
