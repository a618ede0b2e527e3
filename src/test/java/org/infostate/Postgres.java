package org.infostate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL for the tests, one for the whole run: the binaries that Maven fetches, or, where
 * those do not start (root in a container that forbids new name spaces), Debian's package under the
 * user {@code nobody}, as PostgreSQL refuses to run as root.
 */
final class Postgres {

  /** Named by {@code @EnabledIf} on the tests that need PostgreSQL. */
  static final String AVAILABLE = "org.infostate.Postgres#available";

  static final String WHY =
      "PostgreSQL does not start here, neither the binaries that Maven fetches nor Debian's"
          + " (apt-get install postgresql)";

  private static Postgres shared;
  private static Postgres durable;
  private static boolean tried;

  private final int port;

  private Postgres(int port) {
    this.port = port;
  }

  static boolean available() {
    return shared() != null;
  }

  static synchronized Postgres shared() {
    if (!tried) {
      tried = true;
      shared = fetched();
      shared = shared == null ? installed() : shared;
    }
    return shared;
  }

  /**
   * One that waits for the disk at every commit, as in production. The fetched binaries are started
   * without, which is fine for tests and useless for figures.
   */
  static synchronized Postgres durable() {
    if (durable == null) {
      durable = installed();
      if (durable == null) {
        try {
          durable =
              new Postgres(
                  EmbeddedPostgres.builder()
                      .setServerConfig("fsync", "on")
                      .setServerConfig("full_page_writes", "on")
                      .setServerConfig("synchronous_commit", "on")
                      .start()
                      .getPort());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return durable;
  }

  private static Postgres fetched() {
    try {
      return new Postgres(EmbeddedPostgres.builder().start().getPort());
    } catch (IOException | RuntimeException e) {
      System.err.println("PostgreSQL from Maven does not start here: " + e.getMessage());
      return null;
    }
  }

  private static Postgres installed() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      Path programs = versions.sorted().reduce((first, last) -> last).orElseThrow().resolve("bin");
      return startInstalled(programs);
    } catch (IOException | RuntimeException e) {
      System.err.println("PostgreSQL from Debian does not start here: " + e.getMessage());
      return null;
    }
  }

  private static Postgres startInstalled(Path programs) throws IOException {
    boolean root = System.getProperty("user.name").equals("root");
    Path data =
        Files.createTempDirectory(
            "infostate-postgres",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (root) {
      run(List.of("chown", "nobody", data.toString()));
    }
    run(
        asNobody(
            root,
            programs,
            "initdb",
            "-D",
            data.resolve("data").toString(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C"));
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process server =
        new ProcessBuilder(
                asNobody(
                    root,
                    programs,
                    "postgres",
                    "-D",
                    data.resolve("data").toString(),
                    "-p",
                    "" + port,
                    "-k",
                    data.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    Postgres postgres = new Postgres(port);
    postgres.waitUntilUp(server);
    return postgres;
  }

  private static List<String> asNobody(
      boolean root, Path programs, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(
          List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void waitUntilUp(Process server) throws IOException {
    for (int attempt = 0; attempt < 100 && server.isAlive(); attempt++) {
      try (Connection connection = database("postgres").getConnection()) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException e) {
        try {
          Thread.sleep(100);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException(interrupted);
        }
      }
    }
    throw new IOException("it does not answer at port " + port);
  }

  /** A new, empty database. */
  DataSource create(String name) {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"" + name + "\" with (force)");
      statement.execute("create database \"" + name + "\"");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database(name);
  }

  /** What a server is told so that it uses a new, empty database of this name. */
  Map<String, String> settings(String name) {
    create(name);
    return Map.of(
        "app.db.class", "org.postgresql.ds.PGSimpleDataSource",
        "app.db.url",
            "jdbc:postgresql://localhost:" + port + "/" + name + "?reWriteBatchedInserts=true",
        "app.db.user", "postgres",
        "app.db.password", "postgres");
  }

  DataSource database(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }
}
