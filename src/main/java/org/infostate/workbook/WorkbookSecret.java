package org.infostate.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret with which workbooks are signed: made up at the first workbook, then the same on every
 * node and after every restart, because it lies in the database.
 */
@ApplicationScoped
public class WorkbookSecret {

  private static final String PURPOSE = "workbook";
  private static final int RANDOM_BYTES = 32;

  @Inject private Workbooks workbooks;

  private volatile byte[] known;

  byte[] bytes() {
    if (known == null) {
      known = HexFormat.of().parseHex(kept());
    }
    return known.clone();
  }

  private String kept() {
    byte[] fresh = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(fresh);
    String made = HexFormat.of().formatHex(fresh);
    try {
      return workbooks.secret(PURPOSE, made);
    } catch (PersistenceException e) {
      // Another node was faster: its secret is there now.
      return workbooks.secret(PURPOSE, made);
    }
  }
}
