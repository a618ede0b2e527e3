package org.infostate.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/**
 * A person. Created by an administrator without a password; the one-time link that the person gets
 * sets it. Five wrong passwords in a row lock the account for a minute, so that guessing is slow.
 */
@Entity
@Table(name = "account")
public class Account {

  private static final int FAILURES_TO_LOCK = 5;
  private static final Duration LOCK = Duration.ofMinutes(1);

  @Id
  @SequenceGenerator(name = "account_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
  private Long id;

  @Column(name = "login_name", nullable = false)
  private String login;

  @Column(name = "full_name", nullable = false)
  private String name;

  @Column(nullable = false)
  private String email;

  @Column(name = "account_role", nullable = false)
  private String role;

  @Column private String iso3;

  @Column(name = "language_tag", nullable = false)
  private String languageTag;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "failed_attempts", nullable = false)
  private int failedAttempts;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(nullable = false)
  private boolean enabled;

  @Version private int edition;

  protected Account() {}

  /**
   * @param iso3 null for the roles that act for no country
   */
  Account(String login, String name, String email, String role, String iso3, Language language) {
    this.login = login;
    this.name = name;
    this.email = email;
    this.role = role;
    this.iso3 = iso3;
    this.languageTag = language.tag();
    this.enabled = true;
  }

  public Actor actor() {
    return new Actor(id, login, name, role, iso3, zone());
  }

  /** Times are shown to this person in this zone from now on. */
  void readIn(ZoneId zone) {
    timeZone = zone.getId();
  }

  /** In which this person reads times; UTC until another was chosen. */
  public ZoneId zone() {
    return timeZone == null ? Actor.DEFAULT_ZONE : ZoneId.of(timeZone);
  }

  void setPassword(String hash) {
    passwordHash = hash;
    failedAttempts = 0;
    lockedUntil = null;
  }

  void refuseWhileLocked(Instant now) {
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      throw ProblemKind.SIGN_IN_LOCKED.exception(lockedUntil);
    }
  }

  void signInFailed(Instant now) {
    failedAttempts++;
    if (failedAttempts >= FAILURES_TO_LOCK) {
      failedAttempts = 0;
      lockedUntil = now.plus(LOCK);
    }
  }

  void signedIn() {
    failedAttempts = 0;
    lockedUntil = null;
  }

  public void disable() {
    enabled = false;
  }

  public void enable() {
    enabled = true;
  }

  public Long id() {
    return id;
  }

  public String login() {
    return login;
  }

  public String name() {
    return name;
  }

  public String email() {
    return email;
  }

  public String role() {
    return role;
  }

  public String iso3() {
    return iso3;
  }

  public Language language() {
    return Language.of(languageTag).orElse(Language.EN);
  }

  public boolean enabled() {
    return enabled;
  }

  /** Whether a password was ever set. */
  public boolean active() {
    return passwordHash != null;
  }

  String passwordHash() {
    return passwordHash;
  }
}
