package org.infostate.response;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks clamd's protocol on a socket: takes {@code zINSTREAM}, chunks of a length of four bytes
 * and their content until a length of zero, and answers as clamd does. Whatever holds the word
 * {@code EICAR} is a virus.
 */
public final class FakeClamd implements AutoCloseable {

  private final ServerSocket socket;
  private final int mostBytes;

  public FakeClamd(int mostBytes) throws IOException {
    this(mostBytes, 0);
  }

  /** At a port where another was closed. */
  public FakeClamd(int mostBytes, int port) throws IOException {
    this.mostBytes = mostBytes;
    this.socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
    Thread thread = new Thread(this::serve, "fake clamd");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        caller.getOutputStream().write(answer(new DataInputStream(caller.getInputStream())));
        caller.getOutputStream().flush();
      } catch (IOException e) {
        // The next caller may do better; closing ends it.
      }
    }
  }

  private byte[] answer(DataInputStream in) throws IOException {
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      return "UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    if (content.size() > mostBytes) {
      return "INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII);
    }
    return (content.toString(StandardCharsets.ISO_8859_1).contains("EICAR")
            ? "stream: Eicar-Test-Signature FOUND\0"
            : "stream: OK\0")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
