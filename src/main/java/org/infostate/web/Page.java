package org.infostate.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.Problem;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * What every template is given as {@code page}: who reads, in which language, at which address.
 *
 * @param address path and query of this page
 * @param notice text of what was just done; null where nothing was
 */
public record Page(Texts texts, Actor actor, URI address, String notice, boolean sample) {

  public Language language() {
    return texts.language();
  }

  /** What {@code lang} of a text in this language says: nothing where it is that of the page. */
  public String lang(Language language) {
    return language == language() ? null : language.tag();
  }

  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** What is wrong, with its number. */
  public String what(Problem problem) {
    return texts.text("problem." + problem.kind().number(), problem.arguments().toArray());
  }

  /** What to do about it. */
  public String remedy(Problem problem) {
    return texts.text("problem." + problem.kind().number() + ".do", problem.arguments().toArray());
  }

  /** The address of a stylesheet or script. */
  public String asset(String name) {
    return AssetsResource.address(name);
  }

  public String date(LocalDate date) {
    return texts.date(date);
  }

  /** Date and time in the zone of the reader, which is named. */
  public String time(Instant instant) {
    return texts.time(instant, actor.zone());
  }

  public String fixed(double number, int decimals) {
    return texts.fixed(number, decimals);
  }

  public String number(Number number) {
    return texts.number(number, number instanceof BigDecimal ? 12 : 6);
  }

  /** This address in another language. */
  public String in(Language language) {
    StringBuilder query = new StringBuilder("?lang=").append(language.tag());
    if (address.getRawQuery() != null) {
      for (String part : address.getRawQuery().split("&")) {
        if (!part.startsWith("lang=") && !part.startsWith("notice=")) {
          query.append('&').append(part);
        }
      }
    }
    return address.getRawPath() + query;
  }

  /** Whether this page lies below the address. */
  public boolean below(String path) {
    return address.getRawPath().equals(path) || address.getRawPath().startsWith(path + "/");
  }

  /** The ways that this person can go from every page: address, then key of the text. */
  public List<Way> ways() {
    return Way.ALL.stream().filter(way -> way.openTo(actor)).toList();
  }

  /**
   * A way of the main menu.
   *
   * @param roles who sees it; empty for everybody
   */
  public record Way(String path, String key, List<String> roles) {

    private static final List<Way> ALL =
        List.of(
            new Way("/countries", "common.menu.countries", List.of()),
            new Way("/data", "common.menu.data", List.of()),
            new Way(
                "/rounds",
                "common.menu.rounds",
                List.of(Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER)),
            new Way("/questionnaires", "common.menu.questionnaires", List.of(Role.PLANNER)),
            new Way("/statistics", "common.menu.statistics", List.of(Role.PLANNER)),
            new Way(
                "/assessments", "common.menu.assessments", List.of(Role.PLANNER, Role.REVIEWER)),
            new Way("/planning", "common.menu.planning", List.of(Role.PLANNER, Role.REVIEWER)),
            new Way("/reports", "common.menu.reports", List.of(Role.PLANNER, Role.REVIEWER)),
            new Way("/outbox", "common.menu.outbox", List.of(Role.PLANNER, Role.ADMINISTRATOR)),
            new Way("/accounts", "common.menu.accounts", List.of(Role.ADMINISTRATOR)),
            new Way("/audit", "common.menu.audit", List.of(Role.ADMINISTRATOR)));

    boolean openTo(Actor actor) {
      return roles.isEmpty() || roles.contains(actor.role());
    }
  }
}
