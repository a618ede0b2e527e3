package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Role;
import org.infostate.text.Language;

/** One account for each role, with passwords and tokens that the README tells. */
@ApplicationScoped
public class SamplePeople {

  private static final Duration TOKEN_LIFE = Duration.ofDays(3650);

  /** A person of the sample data; password and bearer token are both {@code sample-<login>}. */
  record Person(String login, String name, String role, String iso3) {

    String secret() {
      return "sample-" + login;
    }
  }

  static final List<Person> ALL =
      List.of(
          new Person("planner", "Paula Planner", Role.PLANNER, null),
          new Person("reviewer", "Rafael Reviewer", Role.REVIEWER, null),
          new Person("focal-xaa", "Fatima Focal", Role.FOCAL_POINT, "XAA"),
          new Person("contributor-xaa", "Carlo Contributor", Role.CONTRIBUTOR, "XAA"),
          new Person("focal-xru", "Fedor Focal", Role.FOCAL_POINT, "XRU"),
          new Person("researcher", "Rosa Researcher", Role.RESEARCHER, null),
          new Person("admin", "Ada Administrator", Role.ADMINISTRATOR, null));

  @Inject private Accounts accounts;

  @Transactional
  void create() {
    for (Person person : ALL) {
      Account account =
          accounts.create(
              person.login(),
              person.name(),
              person.login() + "@infostate.example",
              person.role(),
              person.iso3(),
              Language.EN);
      accounts.knownSecret(account, person.secret(), TOKEN_LIFE);
    }
  }
}
