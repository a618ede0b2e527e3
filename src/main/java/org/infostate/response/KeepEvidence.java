package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.page.Upload;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Section;
import org.infostate.text.Language;

/**
 * Takes files and links in support of an answer, for the page and the API alike. A file that
 * answers a question of type {@code file} becomes its answer, too.
 */
@ApplicationScoped
public class KeepEvidence {

  static final int MOST_MEGABYTES = 20;

  /** Pieces of evidence of one answer. */
  private static final int MOST_PIECES = 20;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_TITLE = 200;
  private static final Set<String> SCHEMES = Set.of("https", "http");

  /** Before this day there was no World Wide Web to be seen. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1991, 8, 6);

  /** The first days of the zones furthest to the east. */
  private static final int DAYS_AHEAD = 1;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private EvidenceFiles files;
  @Inject private VirusScan scan;

  /** Where an answer stands, for somebody who may see it. */
  public record Spot(Form form, Section section, AnswerKey key) {

    boolean ofTypeFile() {
      return form.questions().get(key.question()).type() == QuestionType.FILE;
    }
  }

  /**
   * Finds the answer.
   *
   * @throws org.infostate.problem.ProblemException if there is no such question or row, or the
   *     section is not shared with this person
   */
  public Spot spot(Response response, AnswerKey key, Actor actor) {
    for (Form form : filledForms.forms(response)) {
      if (form.questions().containsKey(key.question())) {
        Section section = form.sectionOf(key.question()).orElseThrow();
        if (!filledForms.visible(response, actor).contains(section.name())) {
          throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(key.question())).exception();
        }
        if (!form.questions().get(key.question()).type().answered()
            || !responses.keys(response, section).contains(key)) {
          throw ProblemKind.ROW_UNKNOWN
              .at(Place.row(key.question(), key.row()), key.row())
              .exception();
        }
        return new Spot(form, section, key);
      }
    }
    throw ProblemKind.QUESTION_UNKNOWN.exception(String.valueOf(key.question()));
  }

  /** Checks, scans and keeps a file. */
  @Transactional
  public Evidence file(
      Response response, Spot spot, Upload upload, Actor actor, Language language, Instant now)
      throws IOException {
    refuseUnlessRoom(response, spot, actor, now);
    Place place = Place.row(spot.key().question(), spot.key().row());
    String type =
        EvidenceType.of(upload.content())
            .orElseThrow(() -> ProblemKind.EVIDENCE_TYPE.at(place).exception());
    scan.refuseInfected(upload.content());
    Evidence.KeptFile kept =
        new Evidence.KeptFile(
            upload.fileName(), files.keep(upload.content()), type, upload.content().length);
    Evidence evidence = Evidence.file(response, spot.key(), kept, actor.login(), now);
    responses.add(evidence);
    if (spot.ofTypeFile()) {
      answer(response, spot, Given.value(Long.toString(evidence.id())), actor, language, now);
    }
    return evidence;
  }

  private void refuseUnlessRoom(Response response, Spot spot, Actor actor, Instant now) {
    if (!Role.ofCountry(actor.role())) {
      throw ProblemKind.NOT_ALLOWED.exception();
    }
    response.refuseUnlessOpen(responses.deadline(response), now);
    if (of(response, spot.key()).size() >= MOST_PIECES) {
      throw ProblemKind.EVIDENCE_TOO_MUCH
          .at(Place.row(spot.key().question(), spot.key().row()), MOST_PIECES)
          .exception();
    }
  }

  private void answer(
      Response response, Spot spot, Given given, Actor actor, Language language, Instant now) {
    saveAnswers
        .save(response, Map.of(spot.key(), given), Map.of(), actor, Via.PAGE, language, now)
        .orThrow();
  }

  /**
   * Keeps a link.
   *
   * @param title what the page is; null or blank for its address
   * @param accessedOn {@code yyyy-mm-dd}; null or blank for today
   */
  @Transactional
  public Evidence link(
      Response response,
      Spot spot,
      String url,
      String title,
      String accessedOn,
      Actor actor,
      Instant now) {
    refuseUnlessRoom(response, spot, actor, now);
    String address = address(url);
    String name = title == null || title.isBlank() ? address : title.strip();
    Evidence link =
        Evidence.link(
            response,
            spot.key(),
            address,
            name.length() <= LONGEST_TITLE ? name : name.substring(0, LONGEST_TITLE),
            seen(accessedOn, LocalDate.ofInstant(now, ZoneOffset.UTC)),
            actor.login(),
            now);
    responses.add(link);
    return link;
  }

  static String address(String url) {
    try {
      URI address = new URI(url == null ? "" : url.strip());
      if (address.getScheme() != null
          && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
          && address.getHost() != null
          && address.toString().length() <= LONGEST_ADDRESS) {
        return address.toString();
      }
    } catch (URISyntaxException e) {
      // Refused below, like every other thing that is no address.
    }
    throw ProblemKind.EVIDENCE_LINK.at(Place.question("url")).exception();
  }

  static LocalDate seen(String typed, LocalDate today) {
    if (typed == null || typed.isBlank()) {
      return today;
    }
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (!day.isBefore(FIRST_DAY) && !day.isAfter(today.plusDays(DAYS_AHEAD))) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Refused below, like a day that can not be.
    }
    throw ProblemKind.EVIDENCE_ACCESS_DATE.at(Place.question("accessed")).exception();
  }

  /** Takes a piece of evidence away; where it was the answer, the answer too. */
  @Transactional
  public void remove(
      Response response, Evidence evidence, Actor actor, Language language, Instant now) {
    response.refuseUnlessOpen(responses.deadline(response), now);
    AnswerKey key = evidence.key();
    if (key != null) {
      Spot spot = spot(response, key, actor);
      Held held = responses.held(response, Set.of(key.question())).get(key);
      if (spot.ofTypeFile() && held != null && Long.toString(evidence.id()).equals(held.value())) {
        answer(response, spot, Given.status(AnswerStatus.CLEARED), actor, language, now);
      }
    }
    evidence.remove();
  }

  /** The evidence of one answer. */
  public List<Evidence> of(Response response, AnswerKey key) {
    return responses.evidence(response).stream().filter(each -> each.supports(key)).toList();
  }

  /**
   * One piece, if this person may see it: contributors see the evidence of the sections that were
   * handed to them.
   */
  public Evidence require(Response response, long id, Actor actor) {
    Evidence evidence =
        responses.evidence(response).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    if (!shared(response, evidence, actor)) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
    return evidence;
  }

  boolean shared(Response response, Evidence evidence, Actor actor) {
    if (!actor.is(Role.CONTRIBUTOR)) {
      return true;
    }
    Set<String> visible = filledForms.visible(response, actor);
    return questions(response, evidence).stream()
        .flatMap(
            question ->
                filledForms.forms(response).stream()
                    .flatMap(form -> form.sectionOf(question).stream()))
        .anyMatch(section -> visible.contains(section.name()));
  }

  private Set<String> questions(Response response, Evidence evidence) {
    if (evidence.key() != null) {
      return Set.of(evidence.key().question());
    }
    String value = Long.toString(evidence.id());
    return responses.held(response).entrySet().stream()
        .filter(entry -> value.equals(entry.getValue().value()))
        .map(entry -> entry.getKey().question())
        .collect(Collectors.toSet());
  }
}
