package org.infostate.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Role;
import org.infostate.mail.Letter;
import org.infostate.mail.Outbox;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Section;
import org.infostate.response.Delegation;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Texts;

/**
 * Tells of clarifications by mail: the country's focal points and whoever holds the section, and
 * the reviewers who wrote in the thread.
 */
@ApplicationScoped
public class ReviewMail {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Accounts accounts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  void asked(Response response, Clarification thread) {
    country(response, thread).forEach(a -> tell(response, thread, a, "review.mail.asked"));
  }

  void resolved(Response response, Clarification thread) {
    country(response, thread).forEach(a -> tell(response, thread, a, "review.mail.resolved"));
  }

  void replied(Response response, Clarification thread) {
    thread.messages().stream()
        .filter(message -> !message.ofCountry())
        .map(ClarificationMessage::writtenBy)
        .distinct()
        .map(accounts::find)
        .flatMap(Optional::stream)
        .filter(account -> account.enabled() && account.role().equals(Role.REVIEWER))
        .forEach(reviewer -> tell(response, thread, reviewer, "review.mail.replied"));
  }

  private List<Account> country(Response response, Clarification thread) {
    String section = section(response, thread).name();
    List<Account> people = new ArrayList<>(accounts.of(Role.FOCAL_POINT, response.iso3()));
    responses.delegations(response).stream()
        .filter(delegation -> delegation.section().equals(section))
        .map(Delegation::accountId)
        .distinct()
        .map(accounts::find)
        .flatMap(Optional::stream)
        .filter(Account::enabled)
        .forEach(people::add);
    return people;
  }

  private void tell(Response response, Clarification thread, Account to, String key) {
    Texts texts = Texts.in(to.language());
    Form form = form(response, thread);
    List<ClarificationMessage> messages = thread.messages();
    outbox.post(
        Letter.about(
            response.round().code(),
            response.iso3(),
            Letter.Purpose.CLARIFICATION,
            to.email(),
            to.language(),
            texts.text(key + ".subject", response.round().title(), response.iso3()),
            texts.text(
                key + ".body",
                to.name(),
                response.round().title(),
                form.label(thread.key().question(), to.language()),
                messages.get(messages.size() - 1).words(),
                baseUrl + address(response, thread))));
  }

  /** Where the thread is read and answered. */
  private String address(Response response, Clarification thread) {
    return response.path()
        + "/review/"
        + section(response, thread).name()
        + "#"
        + thread.key().field();
  }

  private Section section(Response response, Clarification thread) {
    return form(response, thread).sectionOf(thread.key().question()).orElseThrow();
  }

  private Form form(Response response, Clarification thread) {
    return filledForms.forms(response).stream()
        .filter(form -> form.questions().containsKey(thread.key().question()))
        .findFirst()
        .orElseThrow();
  }
}
