package org.infostate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server process of its own: the WAR that ships, in Payara Micro, as an installation runs it. A
 * test may give settings, kill it and start it again on the same data.
 */
final class Server implements AutoCloseable {

  private static final Path JAR = Path.of(System.getProperty("test.server", ""));
  private static final Path WAR = Path.of(System.getProperty("test.war", ""));
  private static final Path FOLDER = Path.of(System.getProperty("test.folder", ""));

  /** A program that measures says otherwise. */
  private static final String QUICK_START = "-Xmx1g -XX:TieredStopAtLevel=1";

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String LOG = "log.txt";
  private static final String UP = "Infostate is up: ";

  /** What Payara says where the WAR does not deploy; it would go on with nothing in it. */
  private static final Pattern NOT_DEPLOYED =
      Pattern.compile("Exception while (preparing|loading|deploying) the app");

  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 10_000;

  /** Two runs at once on one machine begin at different ports. */
  private static int nextPort = (int) (ProcessHandle.current().pid() * 37 % PORTS);

  private static Server sample;
  private static Server sampleOnPostgres;

  private final Path folder;
  private final int port;
  private final Map<String, String> settings;
  private Process process;

  private Server(String name, Map<String, String> settings) {
    this.folder = FOLDER.resolve(name);
    this.port = freePort();
    this.settings = new LinkedHashMap<>(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** The server with sample data on the embedded database that all tests of this run share. */
  static synchronized Server sample() {
    if (sample == null) {
      sample = start("sample", Map.of("app.sample", "true"));
    }
    return sample;
  }

  /** The same on PostgreSQL, where that is there; see {@link Postgres#AVAILABLE}. */
  static synchronized Server sampleOnPostgres() {
    if (sampleOnPostgres == null) {
      Map<String, String> settings = new LinkedHashMap<>(Postgres.shared().settings("sample"));
      settings.put("app.sample", "true");
      sampleOnPostgres = start("sample-on-postgres", settings);
    }
    return sampleOnPostgres;
  }

  /** Starts a server on an empty folder and waits until it says that it is up. */
  static Server start(String name, Map<String, String> settings) {
    Server server = new Server(name, settings);
    empty(server.folder);
    server.start();
    return server;
  }

  /** Starts the process again on what it left behind. */
  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.addAll(List.of(System.getProperty("test.java.options", QUICK_START).split(" ")));
    command.add("-Dapp.port=" + port);
    command.add("-Dapp.base.url=" + address());
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", JAR.toString(), "--nohazelcast", "--port", "" + port));
    command.addAll(List.of("--deploy", WAR.toString(), "--contextRoot", "/"));
    Path boot = Path.of("src/main/payara/pre-boot.txt").toAbsolutePath();
    command.addAll(List.of("--prebootcommandfile", boot.toString()));
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(log());
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log().toFile())
              .start();
      waitUntilUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void waitUntilUp() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(UP)) {
      if (!process.isAlive() || NOT_DEPLOYED.matcher(said()).find() || System.nanoTime() > end) {
        kill();
        throw new IllegalStateException("The server did not start:\n" + said());
      }
      pause(250);
    }
  }

  /** What the process printed since it was started. */
  String said() {
    return file(LOG);
  }

  /** What stands in a file of its folder; nothing where there is none. */
  String file(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve(LOG);
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return "http://localhost:" + port;
  }

  long processId() {
    return process.pid();
  }

  /** Ends the process as {@code kill -9} does: it gets no chance to write anything more. */
  void kill() {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static void empty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port that nobody listens at, outside the range that the system hands out to connections:
   * until the server has come up, one of those might take it.
   */
  private static synchronized int freePort() {
    while (true) {
      int port = FIRST_PORT + Math.floorMod(nextPort++, PORTS);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Then the next one.
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
