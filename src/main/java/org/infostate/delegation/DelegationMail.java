package org.infostate.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.mail.Letter;
import org.infostate.mail.Outbox;
import org.infostate.response.Delegation;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Tells contributors and focal points what happened to sections that were handed over. */
@ApplicationScoped
public class DelegationMail {

  @Inject private FilledForms filledForms;
  @Inject private Accounts accounts;
  @Inject private Outbox outbox;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  /** With the one-time link where the contributor has never set a password. */
  void handed(Response response, Account to, List<String> sections, Actor by) {
    String titles =
        sections.stream()
            .distinct()
            .map(section -> "– " + title(response, section, to.language()))
            .collect(Collectors.joining("\n"));
    if (to.active()) {
      outbox.post(
          letter(response, to, "delegation.mail.handed", by.name(), titles, address(response)));
    } else {
      String link = baseUrl + "/welcome/" + accounts.passwordLink(to);
      outbox.post(
          letter(
                  response,
                  to,
                  "delegation.mail.handed_new",
                  by.name(),
                  titles,
                  address(response),
                  link,
                  to.login())
              .secret());
    }
  }

  void completed(Response response, Delegation delegation, Actor by) {
    for (Account focalPoint : accounts.of(Role.FOCAL_POINT, response.iso3())) {
      if (!focalPoint.id().equals(by.accountId())) {
        outbox.post(
            letter(
                response,
                focalPoint,
                "delegation.mail.completed",
                by.name(),
                title(response, delegation.section(), focalPoint.language()),
                address(response)));
      }
    }
  }

  void reopened(Response response, Delegation delegation, String remark) {
    accounts
        .find(delegation.accountId())
        .ifPresent(
            to ->
                outbox.post(
                    letter(
                        response,
                        to,
                        "delegation.mail.reopened",
                        title(response, delegation.section(), to.language()),
                        remark,
                        address(response) + "/" + delegation.section())));
  }

  void takenBack(Response response, Delegation delegation) {
    accounts
        .find(delegation.accountId())
        .ifPresent(
            to ->
                outbox.post(
                    letter(
                        response,
                        to,
                        "delegation.mail.taken_back",
                        title(response, delegation.section(), to.language()))));
  }

  /** The text has the name of the reader, the title of the round, then these. */
  private static Letter letter(Response response, Account to, String key, Object... more) {
    Texts texts = Texts.in(to.language());
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = to.name();
    arguments[1] = response.round().title();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Letter.about(
        response.round().code(),
        response.iso3(),
        Letter.Purpose.DELEGATION,
        to.email(),
        to.language(),
        texts.text(key + ".subject", response.round().title()),
        texts.text(key + ".body", arguments));
  }

  private String address(Response response) {
    return baseUrl + response.path();
  }

  private String title(Response response, String section, Language language) {
    return filledForms.forms(response).stream()
        .filter(form -> form.sections().stream().anyMatch(each -> each.name().equals(section)))
        .map(form -> form.label(section, language))
        .findFirst()
        .orElse(section);
  }
}
