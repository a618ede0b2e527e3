package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.problem.ProblemKind;

/**
 * Asks clamd, where one is configured, about what is handed in; its command {@code INSTREAM} is
 * described in clamd(8). A file that could not be scanned is refused, not kept aside: the person
 * who hands it in is still there to try again, and nobody ever meets a file that nothing looked at.
 */
@ApplicationScoped
public class VirusScan {

  private static final Logger LOG = Logger.getLogger(VirusScan.class.getName());
  private static final int CONNECT_MILLISECONDS = 3_000;
  private static final int ANSWER_MILLISECONDS = 30_000;
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int LONGEST_REPLY = 4_096;
  private static final Pattern FOUND = Pattern.compile("stream: (.*) FOUND");

  @Inject
  @ConfigProperty(name = "app.clamd.host")
  private Optional<String> host;

  @Inject
  @ConfigProperty(name = "app.clamd.port")
  private int port;

  /**
   * Returns where nothing bad was found or no scanner is configured.
   *
   * @throws org.infostate.problem.ProblemException if something was found, or if the scanner does
   *     not answer
   */
  void refuseInfected(byte[] content) {
    if (host.isEmpty()) {
      return;
    }
    String reply;
    try {
      reply = ask(content);
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "clamd at {0}:{1} does not answer: {2}", said(e.getMessage()));
      throw ProblemKind.EVIDENCE_NOT_SCANNED.exception();
    }
    Matcher found = FOUND.matcher(reply);
    if (found.matches()) {
      throw ProblemKind.EVIDENCE_INFECTED.exception(found.group(1));
    }
    if (!reply.equals("stream: OK")) {
      LOG.log(Level.SEVERE, "clamd at {0}:{1} says: {2}", said(reply));
      throw ProblemKind.EVIDENCE_NOT_SCANNED.exception();
    }
  }

  private Object[] said(String what) {
    return new Object[] {host.orElse(""), Integer.toString(port), what};
  }

  private String ask(byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host.orElseThrow(), port), CONNECT_MILLISECONDS);
      socket.setSoTimeout(ANSWER_MILLISECONDS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int start = 0; start < content.length; start += CHUNK_BYTES) {
        int length = Math.min(CHUNK_BYTES, content.length - start);
        out.writeInt(length);
        out.write(content, start, length);
      }
      out.writeInt(0);
      out.flush();
      return reply(socket.getInputStream());
    }
  }

  /** Up to the zero that ends it. */
  private static String reply(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_REPLY);
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
