package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.infostate.response.FakeClamd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence on a server that shows every file to clamd before it is kept. */
class EvidenceScanIT {

  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
  private static final int MOST_MEGABYTES = 20;

  private static FakeClamd clamd;
  private static Server server;
  private static TestRound round;
  private static Caller focalPoint;

  @BeforeAll
  static void startWithAScanner() throws IOException {
    clamd = new FakeClamd(25 << 20);
    server =
        Server.start(
            "scan",
            Map.of(
                "app.sample", "true",
                "app.clamd.host", "127.0.0.1",
                "app.clamd.port", Integer.toString(clamd.port())));
    round = TestRound.open(server, "scan", "XAA");
    focalPoint = round.caller("focal-xaa");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    clamd.close();
  }

  private static HttpResponse<String> hand(String name, byte[] content) {
    return focalPoint.uploadForm(
        "POST", round.api() + "XAA/evidence?question=unit_247_status", Map.of(name, content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String kept() {
    return focalPoint.get(round.api() + "XAA/evidence").body();
  }

  @Test
  void aVirusIsRefusedAndNothingIsTakenWhileNobodyLooks() throws IOException {
    assertEquals(201, hand("decree.txt", bytes("The decree.")).statusCode());
    HttpResponse<String> infected = hand("virus.txt", bytes(EICAR));
    assertEquals(422, infected.statusCode());
    assertEquals(1485, Caller.problem(infected), infected.body());
    assertTrue(infected.body().contains("Eicar-Test-Signature"), infected.body());
    assertEquals(1485, Caller.problem(hand("virus.pdf", bytes("%PDF-1.7 " + EICAR))));

    clamd.close();
    try {
      HttpResponse<String> unseen = hand("annex.txt", bytes("The annex."));
      assertEquals(503, unseen.statusCode());
      assertEquals(1486, Caller.problem(unseen), unseen.body());
    } finally {
      clamd = new FakeClamd(25 << 20, clamd.port());
    }
    assertEquals(201, hand("protocol.txt", bytes("The protocol.")).statusCode());
    assertTrue(kept().contains("decree.txt"));
    assertTrue(kept().contains("protocol.txt"));
    assertFalse(kept().contains("virus"), kept());
    assertFalse(kept().contains("annex.txt"), kept());
  }

  @ParameterizedTest
  @CsvSource({
    "scan.pdf, 255044462d312e37, application/pdf",
    "photo.pdf, ffd8ffe000104a46, image/jpeg",
    "chart.txt, 89504e470d0a1a0a, image/png",
    "law.exe, 4c6f69206e6f2e2031, text/plain",
    "program.pdf, 4d5a90000300, ''",
    "archive.docx, 504b0304140000000800, ''",
    "movie.png, 000000186674797069736f6d, ''",
  })
  void theKindOfAFileIsToldByItsContent(String name, String hex, String type) {
    HttpResponse<String> reply = hand(name, HexFormat.of().parseHex(hex));
    if (type.isEmpty()) {
      assertEquals(1424, Caller.problem(reply), reply.body());
      assertFalse(kept().contains(name));
    } else {
      assertEquals(201, reply.statusCode(), reply.body());
      assertTrue(reply.body().contains(type), reply.body());
    }
  }

  @Test
  void whatIsTooLargeIsRefusedWithItsNumber() {
    byte[] large = new byte[(MOST_MEGABYTES << 20) + 1];
    System.arraycopy(bytes("%PDF-1.7 "), 0, large, 0, 9);
    HttpResponse<String> refused = hand("large.pdf", large);
    assertEquals(413, refused.statusCode(), refused.body());
    assertEquals(1008, Caller.problem(refused), refused.body());
    assertFalse(kept().contains("large.pdf"));
    assertEquals(1017, Caller.problem(hand("empty.pdf", new byte[0])));
  }
}
