package org.infostate.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that stands for a person: the bearer token of a program, or the one-time link that sets
 * a password. Only the SHA-256 of the secret is kept (it has 256 random bits: no slow hash is
 * needed).
 */
@Entity
@Table(name = "account_key")
public class AccountKey {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  /** What the secret is good for. */
  public enum Use {
    TOKEN,
    PASSWORD_LINK
  }

  @Id
  @SequenceGenerator(name = "account_key_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_key_seq")
  private Long id;

  @ManyToOne(optional = false)
  private Account account;

  @Enumerated(EnumType.STRING)
  @Column(name = "key_use", nullable = false)
  private Use use;

  @Column(name = "secret_sha256", nullable = false)
  private String secretSha256;

  @Column(nullable = false)
  private String label;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  protected AccountKey() {}

  AccountKey(
      Account account, Use use, String secret, String label, Instant now, Instant expiresAt) {
    this.account = account;
    this.use = use;
    this.secretSha256 = sha256(secret);
    this.label = label;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /** A new secret: 43 characters that are safe in an address. */
  static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  boolean good(Instant now) {
    return now.isBefore(expiresAt) && account.enabled();
  }

  Account account() {
    return account;
  }

  public Long id() {
    return id;
  }

  public String label() {
    return label;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
