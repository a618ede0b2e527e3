package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Section;
import org.infostate.round.Round;

/** The forms of a response with its answers, and which of their sections a person may see. */
@ApplicationScoped
public class FilledForms {

  @Inject private Responses responses;
  @Inject private Questionnaires questionnaires;
  @Inject private Clock clock;

  /** What a round asks never changes once there are responses. */
  private final Map<Long, List<Long>> versions = new ConcurrentHashMap<>();

  /** The forms of the round in their order, filled with all answers of the response. */
  public List<FilledForm> of(Response response) {
    return filled(response, responses.held(response));
  }

  /**
   * The forms of the round, filled only as far as these answers and the pages of their sections
   * depend on. A question that is not in the round is left to whoever asks for it.
   */
  List<FilledForm> around(Response response, Set<AnswerKey> keys) {
    List<Form> forms = forms(response);
    Set<String> read = new HashSet<>();
    for (AnswerKey key : keys) {
      for (Form form : forms) {
        form.sectionOf(key.question()).ifPresent(section -> read.addAll(form.readBy(section)));
      }
    }
    Map<AnswerKey, Held> held = responses.held(response, read);
    boolean rosters =
        forms.stream().anyMatch(f -> read.stream().anyMatch(q -> f.rosterOf(q).isPresent()));
    Map<String, List<Integer>> rows = rosters ? responses.rows(response) : Map.of();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return forms.stream().map(form -> new FilledForm(form, held, rows, today)).toList();
  }

  public List<FilledForm> filled(Response response, Map<AnswerKey, Held> held) {
    Map<String, List<Integer>> rows = responses.rows(response);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return forms(response).stream().map(form -> new FilledForm(form, held, rows, today)).toList();
  }

  /** The forms that the round asks. */
  public List<Form> forms(Response response) {
    Round round = response.round();
    return versions
        .computeIfAbsent(
            round.id(), id -> round.versions().stream().map(QuestionnaireVersion::id).toList())
        .stream()
        .map(questionnaires::form)
        .toList();
  }

  /**
   * The sections of the response that this person may see: all, but for contributors only those
   * that were handed to them.
   */
  public Set<String> visible(Response response, Actor actor) {
    if (actor.is(Role.CONTRIBUTOR)) {
      return responses.delegations(response).stream()
          .filter(delegation -> delegation.accountId().equals(actor.accountId()))
          .map(Delegation::section)
          .collect(Collectors.toSet());
    }
    return forms(response).stream()
        .flatMap(form -> form.sections().stream())
        .map(Section::name)
        .collect(Collectors.toSet());
  }

  /** The section of this name. */
  public static Optional<Section> section(List<Form> forms, String name) {
    return forms.stream()
        .flatMap(form -> form.sections().stream())
        .filter(section -> section.name().equals(name))
        .findFirst();
  }
}
