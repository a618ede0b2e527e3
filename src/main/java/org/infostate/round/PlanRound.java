package org.infostate.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.infostate.country.Countries;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;

/** Plans a round, opens it and writes the invitations; for the page and the API alike. */
@ApplicationScoped
public class PlanRound {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final int TITLE_LENGTH = 200;

  /** Of the reason for an extension. */
  public static final int REASON_LENGTH = 500;

  @Inject private Rounds rounds;
  @Inject private Questionnaires questionnaires;
  @Inject private Countries countries;
  @Inject private RoundLetters letters;
  @Inject private Event<RoundOpened> opened;

  /**
   * Plans a round. Everything is checked before anything is written, so a refusal need not roll the
   * caller's transaction back.
   *
   * @param versions published versions as {@code code/version}
   * @param iso3s codes of countries; repeated ones count once
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Round plan(
      String code,
      String title,
      Instant deadline,
      List<String> versions,
      List<String> iso3s,
      Instant now) {
    if (code == null || !CODE.matcher(code).matches()) {
      throw ProblemKind.ROUND_CODE_INVALID.at(Place.question("code")).exception();
    }
    if (rounds.find(code).isPresent()) {
      throw ProblemKind.ROUND_CODE_TAKEN.at(Place.question("code"), code).exception();
    }
    if (title == null || title.isBlank()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("title")).exception();
    }
    if (title.length() > TITLE_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("title"), TITLE_LENGTH).exception();
    }
    if (deadline == null || !deadline.isAfter(now)) {
      throw ProblemKind.ROUND_DEADLINE_PAST.at(Place.question("deadline")).exception();
    }
    Round round = new Round(code, title.strip(), deadline);
    round.ask(published(versions), known(iso3s));
    rounds.add(round);
    return round;
  }

  private List<QuestionnaireVersion> published(List<String> versions) {
    List<QuestionnaireVersion> found = versions.stream().distinct().map(this::version).toList();
    if (found.isEmpty()) {
      throw ProblemKind.ROUND_WITHOUT_VERSIONS.at(Place.question("versions")).exception();
    }
    Map<String, String> owners = new HashMap<>();
    for (QuestionnaireVersion version : found) {
      // Nothing is asked with files that were altered in the store since they were last read.
      questionnaires.files(version.id());
      for (String name : questionnaires.form(version.id()).names()) {
        String other = owners.put(name, version.code());
        if (other != null) {
          throw ProblemKind.ROUND_NAMES_CLASH.exception(name, other, version.code());
        }
      }
    }
    return found;
  }

  private QuestionnaireVersion version(String address) {
    String[] parts = address.split("/", 2);
    return questionnaires
        .find(parts[0], parts.length > 1 ? parts[1] : "")
        .filter(version -> version.state() == QuestionnaireVersion.State.PUBLISHED)
        .orElseThrow(
            () -> ProblemKind.BAD_PARAMETER.at(Place.question("versions"), address).exception());
  }

  private List<String> known(List<String> iso3s) {
    for (String iso3 : iso3s) {
      if (countries.find(iso3).isEmpty()) {
        throw ProblemKind.BAD_PARAMETER.at(Place.question("countries"), iso3).exception();
      }
    }
    if (iso3s.isEmpty()) {
      throw ProblemKind.ROUND_WITHOUT_COUNTRIES.at(Place.question("countries")).exception();
    }
    return List.copyOf(new LinkedHashSet<>(iso3s));
  }

  /**
   * Opens a planned round: its countries may answer, their focal points are invited.
   *
   * @param carryForward whether the responses begin with the accepted answers of the last round
   */
  @Transactional
  public Round open(String code, boolean carryForward, Instant now) {
    Round round = rounds.find(code).orElseThrow(ProblemKind.NOT_FOUND::exception);
    round.open(carryForward, now);
    opened.fire(new RoundOpened(round, now));
    round.countries().forEach(country -> letters.invite(round, country.iso3(), now));
    return round;
  }

  /** Ends the collection: nobody can answer any more. */
  @Transactional
  public Round close(String code, Instant now) {
    Round round = rounds.find(code).orElseThrow(ProblemKind.NOT_FOUND::exception);
    round.close(now);
    return round;
  }

  /** Gives one country more time, and tells it. */
  @Transactional
  public void extend(String code, String iso3, Instant until, String reason, Instant now) {
    Round round = rounds.find(code).orElseThrow(ProblemKind.NOT_FOUND::exception);
    if (until == null || !until.isAfter(now)) {
      throw ProblemKind.ROUND_DEADLINE_PAST.at(Place.question("deadline")).exception();
    }
    if (!until.isAfter(round.deadline())) {
      throw ProblemKind.ROUND_EXTENSION_SHORTENS
          .at(Place.question("deadline"), round.deadline())
          .exception();
    }
    if (round.state() == Round.State.CLOSED) {
      throw ProblemKind.ROUND_STATE.exception(code, round.state().code());
    }
    if (reason == null || reason.isBlank()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("reason")).exception();
    }
    if (reason.strip().length() > REASON_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("reason"), REASON_LENGTH).exception();
    }
    round.country(iso3).orElseThrow(ProblemKind.NOT_FOUND::exception).extend(until, reason.strip());
    letters.extended(round, iso3, reason.strip(), now);
  }
}
