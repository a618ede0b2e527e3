package org.infostate.workbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A secret that this installation made up once and keeps. Written once, never changed. */
@Entity
@Table(name = "installation_secret")
public class InstallationSecret {

  @Id private String purpose;

  @Column(nullable = false)
  private String secret;

  protected InstallationSecret() {}

  InstallationSecret(String purpose, String secret) {
    this.purpose = purpose;
    this.secret = secret;
  }

  String secret() {
    return secret;
  }
}
