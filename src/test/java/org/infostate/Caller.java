package org.infostate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks a server over HTTP: with a bearer token, with a session, or as nobody. */
final class Caller {

  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

  private final HttpClient client;
  private final CookieManager cookies = new CookieManager();
  private final Server server;
  private final String token;

  private Caller(Server server, String token) {
    this.server = server;
    this.token = token;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** One of the sample accounts, by its bearer token. */
  static Caller of(Server server, String login) {
    return new Caller(server, "sample-" + login);
  }

  /** Without a token; may sign in as in a browser, as cookies are kept. */
  static Caller nobody(Server server) {
    return new Caller(server, null);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, null, headers);
  }

  HttpResponse<String> put(String path, String json, String... headers) {
    return send("PUT", path, JSON, json, headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, JSON, json, headers);
  }

  /**
   * A form as a page of ours posts it.
   *
   * @param fields name, value, name, value
   */
  HttpResponse<String> submit(String path, String... fields) {
    return send("POST", path, FORM, form(fields), "Origin", server.address());
  }

  static String form(String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }

  /** A file as a program sends it: the body is its content. */
  HttpResponse<String> upload(String path, String type, byte[] content) {
    return upload("PUT", path, type, content);
  }

  HttpResponse<String> upload(String method, String path, String type, byte[] content) {
    return answer(
        request(method, path, type, HttpRequest.BodyPublishers.ofByteArray(content)),
        HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Files as a page posts them, in the field {@code file}.
   *
   * @param files content by name
   */
  HttpResponse<String> uploadForm(String method, String path, Map<String, byte[]> files) {
    String boundary = "infostate-test-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    files.forEach(
        (name, content) -> {
          String head =
              "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                  .formatted(boundary, name);
          body.writeBytes(
              (head + "Content-Type: application/octet-stream\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
          body.writeBytes(content);
          body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return answer(
        request(
            method,
            path,
            "multipart/form-data; boundary=" + boundary,
            HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
            "Origin",
            server.address()),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String path) {
    return answer(
        request("GET", path, null, HttpRequest.BodyPublishers.noBody()),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(
      String method, String path, String type, String body, String... headers) {
    return answer(
        request(
            method,
            path,
            type,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body),
            headers),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(
      String method, String path, String type, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> reader) {
    try {
      return client.send(request, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of the session's cookie; null while there is none. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The number of the first problem in a reply of the API; 0 where there is none. */
  static int problem(HttpResponse<String> reply) {
    Matcher matcher = NUMBER.matcher(reply.body());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The numbers of all problems in a reply of the API, each once. */
  static List<Integer> problems(HttpResponse<String> reply) {
    return NUMBER
        .matcher(reply.body())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .distinct()
        .toList();
  }
}
