package org.infostate.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.ResponseShown;

/** Puts what was said about the answers beside them, on every page of a response. */
@ApplicationScoped
public class ReviewAsides {

  @Inject private Clarifications clarifications;
  @Inject private Verifications verifications;
  @Inject private FilledForms filledForms;
  @Inject private Clock clock;

  void add(@Observes ResponseShown shown) {
    shown.parts().put("review", of(shown.response(), shown.actor()));
    Response response = shown.response();
    shown.parts().put("collects", response.round().collects(response.iso3(), clock.instant()));
  }

  /** What this person may see of it. */
  SectionReview of(Response response, Actor actor) {
    Set<String> visible = filledForms.visible(response, actor);
    Set<String> questions =
        filledForms.forms(response).stream()
            .flatMap(
                form ->
                    form.questions().keySet().stream()
                        .filter(
                            name ->
                                form.sectionOf(name)
                                    .map(Section::name)
                                    .filter(visible::contains)
                                    .isPresent()))
            .collect(Collectors.toSet());
    Map<AnswerKey, Verification> verdicts = verifications.of(response);
    verdicts.keySet().removeIf(key -> !questions.contains(key.question()));
    return new SectionReview(clarifications.of(response, actor), verdicts);
  }
}
