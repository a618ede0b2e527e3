package org.infostate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is uploaded in the place of a workbook is refused with its number, and not a word
 * stored.
 */
class BrokenUploadsIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final AtomicInteger ROUNDS = new AtomicInteger();

  private TestRound round;
  private Caller focalPoint;

  /** What became of a workbook on its way, and the number of the problem that says so. */
  enum Mishap {
    CUT_OFF_BY_THE_LINE(1521, whole -> Arrays.copyOf(whole, whole.length / 2)),
    BYTES_TURNED(1521, Mishap::turned),
    RENAMED_ZIP(1520, whole -> zip("letter.txt", "Dear colleague,")),
    PAGE_SAVED_IN_ITS_PLACE(
        1501, whole -> bytes("<!DOCTYPE html><html><body>sign in</body></html>")),
    NOTHING(1017, whole -> new byte[0]);

    private final int number;
    private final UnaryOperator<byte[]> does;

    Mishap(int number, UnaryOperator<byte[]> does) {
      this.number = number;
      this.does = does;
    }

    private static byte[] turned(byte[] whole) {
      byte[] turned = whole.clone();
      Random chance = new Random(20261125);
      for (int i = 0; i < 2_000; i++) {
        turned[200 + chance.nextInt(turned.length - 400)] ^= 0x55;
      }
      return turned;
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, String text) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(text));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return out.toByteArray();
    }
  }

  @BeforeEach
  void openARound() {
    round = TestRound.open(Server.sample(), "broken-" + ROUNDS.incrementAndGet(), "XAA");
    focalPoint = round.caller("focal-xaa");
  }

  private String workbook() {
    return round.api() + "XAA/workbook";
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenWorkbookIsRefusedWithItsNumber(Mishap mishap) {
    byte[] whole = focalPoint.download(workbook() + "?lang=en").body();
    byte[] broken = mishap.does.apply(whole);

    for (String dryRun : new String[] {"?dryRun=true", ""}) {
      HttpResponse<String> reply = focalPoint.upload(workbook() + dryRun, XLSX, broken);

      assertEquals(mishap.number, Caller.problem(reply), reply.statusCode() + " " + reply.body());
      assertTrue(reply.statusCode() < 500, reply.body());
    }
    assertEquals("[]", focalPoint.get(round.api() + "XAA/answers").body());
  }

  @Test
  void theWorkbookItselfIsTakenAndChangesNothing() {
    HttpResponse<byte[]> whole = focalPoint.download(workbook() + "?lang=en");
    assertArrayEquals(new byte[] {'P', 'K'}, Arrays.copyOf(whole.body(), 2));

    HttpResponse<String> reply = focalPoint.upload(workbook(), XLSX, whole.body());

    assertEquals(200, reply.statusCode(), reply.body());
    assertEquals("[]", focalPoint.get(round.api() + "XAA/answers").body());
  }
}
