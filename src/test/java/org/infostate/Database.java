package org.infostate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The databases that every test of what is stored runs on, each with a server of its own. */
enum Database {
  EMBEDDED {
    @Override
    Server sample() {
      return Server.sample();
    }
  },
  POSTGRESQL {
    @Override
    Server sample() {
      assumeTrue(Postgres.available(), Postgres.WHY);
      return Server.sampleOnPostgres();
    }
  };

  /** The server with sample data that all tests of this run share; skips where there is none. */
  abstract Server sample();
}
