package org.infostate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands before a mail server and refuses one recipient for good, as a server does that knows no
 * such mailbox; everything else it passes on.
 */
final class RefusingProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int behind;
  private final String refused;

  /**
   * @param behind port of the mail server
   * @param refused what the address of the refused recipient begins with
   */
  RefusingProxy(int behind, String refused) throws IOException {
    this.behind = behind;
    this.refused = refused;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        start(() -> replies(server, client));
        start(() -> commands(client, server));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void replies(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException ended) {
      // The other side has said what it had to say.
    }
  }

  private void commands(Socket client, Socket server) {
    try (client;
        server;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = server.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT TO:<" + refused)) {
          client
              .getOutputStream()
              .write("550 5.1.1 No such mailbox\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } else {
          out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException ended) {
      // The other side has said what it had to say.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "refusing-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
