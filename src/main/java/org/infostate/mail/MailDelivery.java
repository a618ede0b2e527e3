package org.infostate.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one class that hands messages to a mail server. */
@ApplicationScoped
public class MailDelivery {

  private static final String TIMEOUT_MILLIS = "15000";

  @Inject private Outbox outbox;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "app.mail.host")
  private Optional<String> host;

  @Inject
  @ConfigProperty(name = "app.mail.port")
  private int port;

  @Inject
  @ConfigProperty(name = "app.mail.from")
  private String from;

  @Inject
  @ConfigProperty(name = "app.mail.user")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "app.mail.password")
  private Optional<String> password;

  @Inject
  @ConfigProperty(name = "app.mail.starttls")
  private boolean startTls;

  /** Whether there is a mail server; without one the messages stay in the outbox to be read. */
  public boolean configured() {
    return host.filter(name -> !name.isBlank()).isPresent();
  }

  /** Sends one message and records the outcome; a failure is kept with the message. */
  @Transactional
  public void send(Long id) {
    MailMessage message = outbox.find(id);
    if (message == null || message.state() != MailMessage.State.WAITING) {
      return;
    }
    try {
      transport(mime(message));
      message.sent(clock.instant());
    } catch (SendFailedException e) {
      // Jakarta Mail calls those addresses invalid that the server refused for good.
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        message.bounced(said(e));
      } else {
        message.notSent(said(e));
      }
    } catch (MessagingException e) {
      message.notSent(said(e));
    }
  }

  /** What went wrong, with what the server answered. */
  private static String said(MessagingException e) {
    StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()).strip());
    for (Exception next = e.getNextException();
        next != null;
        next = next instanceof MessagingException more ? more.getNextException() : null) {
      said.append(" – ").append(String.valueOf(next.getMessage()).strip());
    }
    return said.toString();
  }

  private MimeMessage mime(MailMessage message) throws MessagingException {
    MimeMessage mime = new MimeMessage(session());
    mime.setFrom(new InternetAddress(from));
    mime.setRecipient(Message.RecipientType.TO, new InternetAddress(message.recipient()));
    mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    if (message.calendar() == null) {
      mime.setText(message.body(), StandardCharsets.UTF_8.name());
    } else {
      mime.setContent(withCalendar(message));
    }
    mime.setHeader("Content-Language", message.languageTag());
    mime.setSentDate(Date.from(clock.instant()));
    return mime;
  }

  private static MimeMultipart withCalendar(MailMessage message) throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText(message.body(), StandardCharsets.UTF_8.name());
    MimeBodyPart calendar = new MimeBodyPart();
    byte[] file = message.calendar().getBytes(StandardCharsets.UTF_8);
    calendar.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(file, "text/calendar; charset=UTF-8; method=PUBLISH")));
    calendar.setFileName("deadline.ics");
    calendar.setDisposition(Part.ATTACHMENT);
    return new MimeMultipart(words, calendar);
  }

  private void transport(MimeMessage mime) throws MessagingException {
    if (user.isPresent()) {
      Transport.send(mime, user.get(), password.orElse(""));
    } else {
      Transport.send(mime);
    }
  }

  private Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host.orElseThrow());
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    return Session.getInstance(settings);
  }
}
