package org.infostate.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Section;
import org.infostate.response.Delegation;
import org.infostate.response.FilledForms;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Language;

/**
 * Hands sections of a response to contributors and takes them back. A contributor is known by the
 * e-mail address; an address that nobody has yet gets an account of the country and, by mail, the
 * link that opens it.
 */
@ApplicationScoped
public class HandOver {

  private static final int REMARK_LENGTH = 2_000;
  private static final int LOGIN_LENGTH = 90;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private MoveResponse moveResponse;
  @Inject private Accounts accounts;
  @Inject private DelegationEvents events;
  @Inject private DelegationMail mail;

  /**
   * To whom sections are handed.
   *
   * @param name for a new account; null or blank: what stands before the @
   * @param language for a new account
   */
  public record Contributor(String email, String name, Language language) {}

  /** Hands sections over; those that the contributor has already stay as they are. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public List<Delegation> hand(
      Response response, List<String> sections, Contributor to, Actor focalPoint, Instant now) {
    response.refuseUnlessOpen(now);
    List<Form> forms = filledForms.forms(response);
    if (sections.isEmpty()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("section")).exception();
    }
    for (String section : sections) {
      if (FilledForms.section(forms, section).isEmpty()) {
        throw ProblemKind.BAD_PARAMETER.at(Place.question("section"), section).exception();
      }
    }
    Account contributor = account(response, to);
    List<Delegation> all = responses.delegations(response);
    List<Delegation> held = new ArrayList<>();
    for (String section : Set.copyOf(sections)) {
      Delegation there =
          all.stream()
              .filter(each -> each.section().equals(section))
              .filter(each -> each.accountId().equals(contributor.id()))
              .findFirst()
              .orElse(null);
      if (there == null) {
        there = responses.hand(response, section, contributor.id(), focalPoint.login(), now);
        record(response, there, DelegationEvent.Step.HANDED, null, focalPoint, now);
      }
      held.add(there);
    }
    mail.handed(response, contributor, sections, focalPoint);
    return held;
  }

  private Account account(Response response, Contributor to) {
    String email = to.email() == null ? "" : to.email().strip();
    List<Account> known = accounts.ofEmail(email);
    Optional<Account> contributor =
        known.stream()
            .filter(account -> account.enabled() && account.role().equals(Role.CONTRIBUTOR))
            .filter(account -> response.iso3().equals(account.iso3()))
            .findFirst();
    if (contributor.isEmpty() && !known.isEmpty()) {
      throw ProblemKind.DELEGATE_OTHER_ACCOUNT.at(Place.question("email"), email).exception();
    }
    return contributor.orElseGet(() -> create(response, to, email));
  }

  private Account create(Response response, Contributor to, String email) {
    String local = email.split("@", 2)[0];
    String name = to.name() == null || to.name().isBlank() ? local : to.name();
    return accounts.create(
        login(email.toLowerCase(Locale.ROOT)),
        name,
        email,
        Role.CONTRIBUTOR,
        response.iso3(),
        to.language());
  }

  /** The address itself, without what a sign-in name can not have; numbered where it is taken. */
  private String login(String email) {
    String plain = email.replaceAll("[^a-z0-9._@-]", "-").replaceAll("^[^a-z0-9]+", "");
    String base = plain.length() <= LOGIN_LENGTH ? plain : plain.substring(0, LOGIN_LENGTH);
    String login = base;
    for (int number = 2; accounts.find(login).isPresent(); number++) {
      login = base + "-" + number;
    }
    return login;
  }

  /**
   * The contributor, or the focal point for her, is done with the section.
   *
   * @throws ProblemException with everything in the section that stands in the way of submitting
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Delegation complete(Response response, long id, Actor actor, Instant now) {
    Delegation delegation = require(response, id, actor);
    response.refuseUnlessOpen(now);
    List<Problem> problems =
        moveResponse.problems(response).stream()
            .filter(problem -> inSection(response, delegation, problem))
            .toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    if (!delegation.complete()) {
      delegation.markComplete(actor.login(), now);
      record(response, delegation, DelegationEvent.Step.COMPLETED, null, actor, now);
      mail.completed(response, delegation, actor);
    }
    return delegation;
  }

  private boolean inSection(Response response, Delegation delegation, Problem problem) {
    String question = problem.place().question();
    return question != null
        && filledForms.forms(response).stream()
            .flatMap(form -> form.sectionOf(question).stream())
            .map(Section::name)
            .anyMatch(delegation.section()::equals);
  }

  /** There is more to do after all: the contributor says so, or the focal point with a remark. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Delegation reopen(Response response, long id, String remark, Actor actor, Instant now) {
    Delegation delegation = require(response, id, actor);
    response.refuseUnlessOpen(now);
    String said = remark == null || remark.isBlank() ? null : remark.strip();
    if (said != null && said.length() > REMARK_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("comment"), REMARK_LENGTH).exception();
    }
    if (delegation.complete()) {
      delegation.reopen();
      record(response, delegation, DelegationEvent.Step.REOPENED, said, actor, now);
      if (!delegation.accountId().equals(actor.accountId())) {
        mail.reopened(response, delegation, said == null ? "" : said);
      }
    }
    return delegation;
  }

  /** Takes a section back: the contributor no longer sees it. What she answered stays. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void takeBack(Response response, long id, Actor focalPoint, Instant now) {
    Delegation delegation = require(response, id, focalPoint);
    responses.takeBack(delegation);
    record(response, delegation, DelegationEvent.Step.TAKEN_BACK, null, focalPoint, now);
    mail.takenBack(response, delegation);
  }

  /** One of those of the response; contributors find their own only. */
  private Delegation require(Response response, long id, Actor actor) {
    return of(response, actor).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** The sections that were handed over, as far as this person may know. */
  public List<Delegation> of(Response response, Actor actor) {
    return responses.delegations(response).stream()
        .filter(each -> !actor.is(Role.CONTRIBUTOR) || each.accountId().equals(actor.accountId()))
        .toList();
  }

  private void record(
      Response response,
      Delegation delegation,
      DelegationEvent.Step step,
      String remark,
      Actor actor,
      Instant now) {
    events.add(new DelegationEvent(response, delegation, step, remark, actor.login(), now));
  }
}
