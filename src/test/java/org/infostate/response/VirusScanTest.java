package org.infostate.response;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.infostate.EmbeddedDatabase;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.junit.jupiter.api.Test;

/**
 * Rules of the virus scan.
 *
 * <ol>
 *   <li>Without a scanner everything passes.
 *   <li>What the scanner finds is refused with its name; what it passes, passes, over chunks too.
 *   <li>A scanner that is down, or that gives any other answer, refuses: nothing is kept unseen.
 * </ol>
 */
class VirusScanTest {

  private static final int MEGABYTE = 1 << 20;

  private static VirusScan at(Optional<String> host, int port) {
    VirusScan scan = EmbeddedDatabase.inject(new VirusScan(), "host", host);
    return EmbeddedDatabase.inject(scan, "port", port);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void withoutAScannerEverythingPasses() {
    assertDoesNotThrow(() -> at(Optional.empty(), 1).refuseInfected(text("EICAR")));
  }

  @Test
  void whatIsCleanPassesAndWhatIsFoundIsNamed() throws IOException {
    try (FakeClamd clamd = new FakeClamd(MEGABYTE)) {
      VirusScan scan = at(Optional.of("localhost"), clamd.port());
      assertDoesNotThrow(() -> scan.refuseInfected(text("a decree")));
      assertDoesNotThrow(() -> scan.refuseInfected(new byte[MEGABYTE]));
      byte[] late = text("x".repeat(100_000) + "EICAR");
      ProblemException refused =
          assertThrows(ProblemException.class, () -> scan.refuseInfected(late));
      assertEquals(ProblemKind.EVIDENCE_INFECTED, refused.first().kind());
      assertEquals(List.of("Eicar-Test-Signature"), refused.first().arguments());
    }
  }

  @Test
  void whatCouldNotBeScannedIsRefused() throws IOException {
    try (FakeClamd clamd = new FakeClamd(10)) {
      VirusScan scan = at(Optional.of("localhost"), clamd.port());
      ProblemException tooLarge =
          assertThrows(ProblemException.class, () -> scan.refuseInfected(text("more than ten")));
      assertEquals(ProblemKind.EVIDENCE_NOT_SCANNED, tooLarge.first().kind());
    }
    int closed;
    try (ServerSocket nobody = new ServerSocket(0)) {
      closed = nobody.getLocalPort();
    }
    VirusScan down = at(Optional.of("localhost"), closed);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> down.refuseInfected(text("a decree")));
    assertEquals(ProblemKind.EVIDENCE_NOT_SCANNED, refused.first().kind());
  }
}
