package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A real installation: no sample data, no default accounts, one link for the administrator that
 * works once; and mail, where a server is configured.
 */
class FirstStartIT {

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/welcome/\\S+)");
  private static final String PASSWORD = "correct horse battery";

  @Test
  void theAdministratorComesInByALinkAndInvitesByMail() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (Server server =
        Server.start(
            "first-start",
            Map.of(
                "app.mail.host",
                "127.0.0.1",
                "app.mail.port",
                Integer.toString(mail.getSmtp().getPort())))) {
      assertEquals(401, Caller.of(server, "planner").get("/api/v1/assessments").statusCode());

      Matcher link = LINK.matcher(server.said());
      assertTrue(link.find(), server.said());
      Caller administrator = Caller.nobody(server);
      administrator.submit(link.group(1), "password", PASSWORD);
      assertEquals(410, administrator.submit(link.group(1), "password", PASSWORD).statusCode());
      administrator.submit("/sign-in", "login", "admin", "password", PASSWORD);
      assertEquals(200, administrator.get("/accounts").statusCode());

      administrator.submit(
          "/accounts",
          "login",
          "hanan",
          "name",
          "Hanan",
          "email",
          "hanan@example.org",
          "role",
          "planner",
          "language",
          "ar");
      assertTrue(mail.waitForIncomingEmail(90_000, 1), "no mail has come");
      assertFalse(server.said().contains("sample-"), "no sample accounts");
    } finally {
      mail.stop();
    }
  }
}
