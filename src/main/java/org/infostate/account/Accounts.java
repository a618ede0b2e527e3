package org.infostate.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** The store of accounts, tokens and one-time links. */
@ApplicationScoped
public class Accounts {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,99}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final int EMAIL_LENGTH = 254;
  private static final int NAME_LENGTH = 200;
  private static final int PASSWORD_LENGTH = 10;
  private static final Pattern PLACE =
      Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/");
  private static final Duration LINK_LIFE = Duration.ofDays(7);

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

  /** What OWASP recommends for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
  private static final int ITERATIONS = 600_000;

  /** The fewest there may be. A password that is documented gains nothing from a slow hash. */
  private static final int SAMPLE_ITERATIONS = 1_024;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Pbkdf2PasswordHash passwordHash;
  @Inject private Pbkdf2PasswordHash sampleHash;

  /**
   * Takes as long to check as a real one, so that unknown names are not told from known ones. It is
   * the hash of nothing, in the encoding that {@link Pbkdf2PasswordHash} documents.
   */
  private String nobodysHash;

  @PostConstruct
  void hashAsRecommended() {
    initialize(passwordHash, ITERATIONS);
    initialize(sampleHash, SAMPLE_ITERATIONS);
    nobodysHash = "%s:%d:%s:%s".formatted(ALGORITHM, ITERATIONS, chance(16), chance(32));
  }

  private static String chance(int bytes) {
    byte[] drawn = new byte[bytes];
    new SecureRandom().nextBytes(drawn);
    return Base64.getEncoder().encodeToString(drawn);
  }

  private static void initialize(Pbkdf2PasswordHash hash, int iterations) {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            Integer.toString(iterations),
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "16",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "32"));
  }

  /**
   * Creates an account without a password.
   *
   * @param iso3 country, for the roles that act for one; otherwise null
   */
  @Transactional
  public Account create(
      String login, String name, String email, String role, String iso3, Language language) {
    String canonical = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(canonical).matches()) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("login"), canonical).exception();
    }
    if (name == null || name.isBlank()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("name")).exception();
    }
    if (name.length() > NAME_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("name"), NAME_LENGTH).exception();
    }
    if (email == null || email.length() > EMAIL_LENGTH || !EMAIL.matcher(email).matches()) {
      throw ProblemKind.EMAIL_UNREADABLE.at(Place.question("email")).exception();
    }
    if (!Role.ALL.contains(role)) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question("role"), String.valueOf(role)).exception();
    }
    if (Role.ofCountry(role) == (iso3 == null)) {
      throw ProblemKind.COUNTRY_NEEDED.at(Place.question("country")).exception();
    }
    if (find(canonical).isPresent()) {
      throw ProblemKind.LOGIN_TAKEN.at(Place.question("login"), canonical).exception();
    }
    Account account = new Account(canonical, name.strip(), email.strip(), role, iso3, language);
    entities.persist(account);
    return account;
  }

  /** A secret for the address {@code /welcome/{secret}}, good for one use within a week. */
  @Transactional
  public String passwordLink(Account account) {
    return key(account, AccountKey.Use.PASSWORD_LINK, AccountKey.secret(), "", LINK_LIFE);
  }

  /** Creates a bearer token and returns it; it can not be shown again. */
  @Transactional
  public String token(Account account, String label, Duration life) {
    return key(account, AccountKey.Use.TOKEN, AccountKey.secret(), label, life);
  }

  /**
   * Gives an account a password and a token that everybody knows: for those of the sample data
   * only.
   */
  @Transactional
  public void knownSecret(Account account, String secret, Duration life) {
    entities.merge(account).setPassword(sampleHash.generate(secret.toCharArray()));
    key(account, AccountKey.Use.TOKEN, secret, "sample", life);
  }

  private String key(
      Account account, AccountKey.Use use, String secret, String label, Duration life) {
    Instant now = clock.instant();
    entities.persist(
        new AccountKey(entities.merge(account), use, secret, label, now, now.plus(life)));
    return secret;
  }

  /** The account that a one-time link stands for. */
  public Account ofPasswordLink(String secret) {
    return good(secret, AccountKey.Use.PASSWORD_LINK)
        .map(AccountKey::account)
        .orElseThrow(ProblemKind.LINK_EXPIRED::exception);
  }

  /** Sets the password and uses the one-time link up. */
  @Transactional
  public Account setPassword(String secret, String password) {
    AccountKey key =
        good(secret, AccountKey.Use.PASSWORD_LINK).orElseThrow(ProblemKind.LINK_EXPIRED::exception);
    setPassword(key.account(), password);
    entities.remove(key);
    return key.account();
  }

  /** Sets the password, which needs at least ten characters. */
  @Transactional
  public void setPassword(Account account, String password) {
    if (password == null || password.length() < PASSWORD_LENGTH) {
      throw ProblemKind.PASSWORD_WEAK.at(Place.question("password"), PASSWORD_LENGTH).exception();
    }
    entities.merge(account).setPassword(passwordHash.generate(password.toCharArray()));
  }

  /**
   * Shows times to this person in another zone.
   *
   * @param zone its name in the tz database
   */
  @Transactional
  public void readIn(Long accountId, String zone) {
    if (!zones().contains(zone)) {
      throw ProblemKind.TIME_ZONE_UNKNOWN
          .at(Place.question("zone"), String.valueOf(zone))
          .exception();
    }
    entities.find(Account.class, accountId).readIn(ZoneId.of(zone));
  }

  /** The zones to choose from: UTC, then those that are named after places. */
  public static List<String> zones() {
    return Stream.concat(
            Stream.of(Actor.DEFAULT_ZONE.getId()),
            ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACE.matcher(id).lookingAt())
                .sorted())
        .toList();
  }

  /** The person with this name and password; a refusal does not tell which of them was wrong. */
  @Transactional(dontRollbackOn = org.infostate.problem.ProblemException.class)
  public Account signIn(String login, String password) {
    Optional<Account> found =
        find(login == null ? "" : login.strip().toLowerCase(Locale.ROOT)).filter(Account::enabled);
    found.ifPresent(account -> account.refuseWhileLocked(clock.instant()));
    String hash = found.map(Account::passwordHash).orElse(null);
    boolean right =
        passwordHash.verify(
            (password == null ? "" : password).toCharArray(), hash == null ? nobodysHash : hash);
    if (found.isEmpty() || hash == null || !right) {
      found.ifPresent(account -> account.signInFailed(clock.instant()));
      throw ProblemKind.SIGN_IN_FAILED.exception();
    }
    found.get().signedIn();
    return found.get();
  }

  /** Who a bearer token stands for. */
  public Optional<Actor> ofToken(String secret) {
    return good(secret, AccountKey.Use.TOKEN).map(key -> key.account().actor());
  }

  private Optional<AccountKey> good(String secret, AccountKey.Use use) {
    return entities
        .createQuery(
            "select k from AccountKey k join fetch k.account"
                + " where k.secretSha256 = :hash and k.use = :use",
            AccountKey.class)
        .setParameter("hash", AccountKey.sha256(secret))
        .setParameter("use", use)
        .getResultStream()
        .findFirst()
        .filter(key -> key.good(clock.instant()));
  }

  /** The tokens of an account, the newest first. */
  public List<AccountKey> tokens(Long accountId) {
    return entities
        .createQuery(
            "select k from AccountKey k where k.account.id = :id and k.use = :use"
                + " order by k.id desc",
            AccountKey.class)
        .setParameter("id", accountId)
        .setParameter("use", AccountKey.Use.TOKEN)
        .getResultList();
  }

  /** Removes a token of this account. */
  @Transactional
  public void removeToken(Long accountId, long keyId) {
    AccountKey key = entities.find(AccountKey.class, keyId);
    if (key == null || !key.account().id().equals(accountId)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    entities.remove(key);
  }

  public Optional<Account> find(String login) {
    return entities
        .createQuery("select a from Account a where a.login = :login", Account.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  /** The accounts with this e-mail address, whatever its capitals. */
  public List<Account> ofEmail(String email) {
    return entities
        .createQuery(
            "select a from Account a where lower(a.email) = :email order by a.id", Account.class)
        .setParameter("email", email.toLowerCase(Locale.ROOT))
        .getResultList();
  }

  public Optional<Account> find(Long id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  /** All accounts, by name. */
  public List<Account> all() {
    return entities
        .createQuery("select a from Account a order by a.login", Account.class)
        .getResultList();
  }

  /** The people who act in this role for this country. */
  public List<Account> of(String role, String iso3) {
    return entities
        .createQuery(
            "select a from Account a where a.role = :role and a.iso3 = :iso3 and a.enabled = true"
                + " order by a.login",
            Account.class)
        .setParameter("role", role)
        .setParameter("iso3", iso3)
        .getResultList();
  }

  public boolean none() {
    return entities.createQuery("select count(a) from Account a", Long.class).getSingleResult()
        == 0;
  }
}
