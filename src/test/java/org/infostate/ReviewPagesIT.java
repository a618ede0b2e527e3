package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The review on its pages as browsers without scripts post them: every step answers with the page
 * that shows it, and what is refused is shown again with its number.
 */
class ReviewPagesIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final Pattern THREAD = Pattern.compile("clarifications/(\\d+)/");
  private static final String ASKED = "unit_247_status";

  private TestRound round;
  private String response;
  private Caller focalPoint;
  private Caller reviewer;

  @BeforeEach
  void submitAResponse() {
    round = TestRound.open(Server.sample(), "pages-" + ROUNDS.incrementAndGet(), "XAA");
    response = "/rounds/" + round.code() + "/responses/XAA";
    focalPoint = round.caller("focal-xaa");
    reviewer = round.caller("reviewer");
    focalPoint.put(round.answer("XAA", ASKED), "{\"value\":\"planned\"}", "If-None-Match", "*");
    HttpResponse<String> submitted = round.submit("XAA");
    assertEquals(200, submitted.statusCode(), submitted.body());
  }

  private static String done(HttpResponse<String> reply) {
    assertEquals(303, reply.statusCode(), reply.body());
    return reply.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
  }

  private String page(Caller reader) {
    HttpResponse<String> page = reader.get(response + "/review/unit_contact_point");
    assertEquals(200, page.statusCode(), page.body());
    return page.body();
  }

  @Test
  void theReviewerAsksTheCountryRepliesAndTheResponseIsAccepted() {
    String asked =
        done(
            reviewer.submit(
                response + "/clarifications",
                "question",
                ASKED,
                "row",
                "0",
                "message",
                "Since when is it planned?",
                "marked",
                "yes"));
    assertTrue(asked.endsWith("#" + ASKED), asked);
    assertTrue(page(reviewer).contains("Since when is it planned?"));
    assertFalse(page(focalPoint).contains("Since when is it planned?"), "told with the return");
    assertEquals(409, reviewer.submit(response + "/acceptance", "comment", "").statusCode());

    assertEquals(422, reviewer.submit(response + "/return", "comment", " ").statusCode());
    done(reviewer.submit(response + "/return", "comment", "Please see the marked question."));
    String overview = focalPoint.get(response).body();
    assertTrue(overview.contains("Please see the marked question."), overview);
    String asks = page(focalPoint);
    assertTrue(asks.contains("Since when is it planned?"));
    Matcher thread = THREAD.matcher(asks);
    assertTrue(thread.find(), asks);
    String address = response + "/clarifications/" + thread.group(1);

    done(focalPoint.submit(address + "/messages", "message", "Since the spring."));
    assertEquals(403, focalPoint.submit(address + "/resolution").statusCode());
    done(
        focalPoint.submit(
            response + "/unit_contact_point", "r." + ASKED, "1", "a." + ASKED, "set_up"));
    done(focalPoint.submit(response + "/submission"));

    assertTrue(page(reviewer).contains("Since the spring."));
    done(reviewer.submit(address + "/resolution"));
    done(reviewer.submit(response + "/acceptance", "comment", "Thank you."));
    assertTrue(focalPoint.get(response).body().contains("Thank you."));

    assertEquals(422, reviewer.submit(response + "/reopening", "comment", "").statusCode());
    done(reviewer.submit(response + "/reopening", "comment", "A decree has come to light."));
    assertTrue(focalPoint.get(response).body().contains("A decree has come to light."));
  }

  @Test
  void aVerdictStandsBesideWhatWasDeclaredAndCanBeTakenBack() {
    String verification = response + "/answers/" + ASKED + "/verification";
    HttpResponse<String> without =
        reviewer.submit(
            verification, "row", "0", "base", "0", "verdict", "not_confirmed", "value", "none");
    assertEquals(422, without.statusCode());
    assertTrue(without.body().contains("<h1"), "the page again");

    done(
        reviewer.submit(
            verification,
            "row",
            "0",
            "base",
            "0",
            "verdict",
            "not_confirmed",
            "value",
            "none",
            "comment",
            "Nothing is published."));
    String seen = page(focalPoint);
    assertTrue(seen.contains("Nothing is published."), seen);
    assertTrue(seen.contains("Planned"), "what was declared stays");
    assertEquals(
        403,
        focalPoint
            .submit(verification, "row", "0", "base", "1", "verdict", "confirmed")
            .statusCode());

    done(reviewer.submit(verification + "/removal", "row", "0", "base", "1"));
    assertFalse(page(focalPoint).contains("Nothing is published."));
  }
}
