package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Section;

/** The forms of a response with its answers, and which of their sections a person may see. */
@ApplicationScoped
public class FilledForms {

  @Inject private Responses responses;
  @Inject private Questionnaires questionnaires;
  @Inject private Clock clock;

  /** The forms of the round in their order, filled with all answers of the response. */
  public List<FilledForm> of(Response response) {
    return filled(response, responses.held(response));
  }

  public List<FilledForm> filled(Response response, Map<AnswerKey, Held> held) {
    Map<String, List<Integer>> rows = responses.rows(response);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return forms(response).stream().map(form -> new FilledForm(form, held, rows, today)).toList();
  }

  /** The forms that the round asks. */
  public List<Form> forms(Response response) {
    return response.round().versions().stream()
        .map(QuestionnaireVersion::id)
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
