package org.infostate.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Menus and terms from a seed. */
final class RandomMenu {

  private static final List<String> KINDS = List.of("drafting", "course", "equipment");

  private RandomMenu() {}

  /** So many countries, each offered every kind alone; gaps wide enough for all. */
  static Menu plain(long seed, int countries, int kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Offer> offers = new ArrayList<>();
    Map<String, Double> gaps = new HashMap<>();
    for (int c = 0; c < countries; c++) {
      for (int k = 0; k < kinds; k++) {
        String key = "c" + c + "/" + k;
        double effect = 1 + random.nextInt(100);
        gaps.put(key, effect);
        offers.add(
            Offer.of(
                "kind" + k,
                new Seat(
                    key, "c" + c, 10L * (1 + random.nextInt(60)), Map.of(key, effect), List.of())));
      }
    }
    return new Menu(offers, gaps);
  }

  /**
   * Few offers with everything that there is: regional courses, needs, gaps that two offers close
   * together. At most 10 seats, so that all choices can be tried.
   */
  static Menu full(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Offer> offers = new ArrayList<>();
    Map<String, Double> gaps = new HashMap<>();
    int countries = 2 + random.nextInt(2);
    for (int c = 0; c < countries; c++) {
      gaps.put("c" + c + "/law", 5.0 + random.nextInt(20));
      gaps.put("c" + c + "/skill", 5.0 + random.nextInt(20));
      for (int k = 0; k < 2; k++) {
        String id = "c" + c + "-" + KINDS.get(k);
        boolean needs = k == 1 && random.nextBoolean();
        offers.add(
            Offer.of(
                KINDS.get(k),
                new Seat(
                    id,
                    "c" + c,
                    1 + random.nextInt(20),
                    effects(random, "c" + c),
                    needs ? List.of(Set.of("c" + c + "-drafting")) : List.of())));
      }
    }
    List<Seat> shared = new ArrayList<>();
    for (int c = 0; c < countries; c++) {
      shared.add(
          new Seat(
              "shared-c" + c, "c" + c, 1 + random.nextInt(5), effects(random, "c" + c), List.of()));
    }
    offers.add(
        new Offer(
            "shared",
            random.nextBoolean() ? "course" : "regional",
            random.nextInt(15),
            2,
            3,
            shared));
    return new Menu(offers, gaps);
  }

  private static Map<String, Double> effects(SplittableRandom random, String country) {
    Map<String, Double> effects = new HashMap<>();
    effects.put(country + "/law", 1.0 + random.nextInt(15));
    if (random.nextBoolean()) {
      effects.put(country + "/skill", 1.0 + random.nextInt(15));
    }
    return effects;
  }

  static Terms full(long seed, Menu menu) {
    SplittableRandom random = new SplittableRandom(seed + 1_000);
    List<Long> budgets = new ArrayList<>();
    for (int year = 0; year <= random.nextInt(2); year++) {
      budgets.add(5L + random.nextInt(40));
    }
    return new Terms(
        budgets,
        random.nextBoolean() ? 1 + random.nextInt(2) : null,
        random.nextBoolean() ? Map.of("course", random.nextInt(3)) : Map.of(),
        random.nextBoolean()
            ? List.of(new Terms.Floor("poor", Set.of("c0"), 0.1 * (1 + random.nextInt(6))))
            : List.of(),
        random.nextBoolean() ? 0.1 : 0);
  }
}
