package org.touchstone.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.touchstone.cli.table.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account's view of a server: a token, or a browser's session with its cookies. Requests that are safe to repeat
 * are repeated when the network or the server stumbles.
 */
public final class Server {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ATTEMPTS = 6;

  private final HttpClient http;
  private final URI root;
  private final String token;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  private Server(HttpClient http, URI root, String token) {
    this.http = http;
    this.root = root;
    this.token = token;
  }

  /** @param url where the server is; its API is below it */
  public static Server at(String url) {
    URI root;
    try {
      root = URI.create(url.endsWith("/") ? url : url + "/");
    } catch (IllegalArgumentException e) {
      throw new BadInput("\"" + url + "\" is no address; write it like http://localhost:8080");
    }
    if (root.getHost() == null) throw new BadInput("\"" + url + "\" is no address; write it like http://localhost:8080");
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    return new Server(http, root, null);
  }

  public Server withToken(String someToken) {
    return new Server(http, root, someToken);
  }

  /** Another account on the same server. */
  public Server stranger() {
    return new Server(http, root, null);
  }

  /** Signs in as people do, by e-mail and password. */
  public void signIn(String email, String password) {
    get("session");
    post("session", Map.of("email", email, "password", password));
  }

  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, body);
  }

  public JsonNode patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /** A file as the server sends it; the caller closes it. */
  public HttpResponse<InputStream> download(String path) {
    try {
      var response = http.send(request("GET", path, null, null), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() / 100 == 2) return response;
      try (var body = response.body()) {
        throw refused("GET " + path, response.statusCode(), body.readAllBytes());
      }
    } catch (ConnectException e) {
      throw nobodyThere();
    } catch (IOException e) {
      throw new BadInput("the connection to " + root + " broke: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("interrupted");
    }
  }

  private JsonNode send(String method, String path, Object body) {
    // The same key on every attempt lets the server answer a repeated request with the first one's result.
    String key = method.equals("POST") ? UUID.randomUUID().toString() : null;
    for (int attempt = 1; ; attempt++) {
      try {
        var response = http.send(request(method, path, body, key), HttpResponse.BodyHandlers.ofByteArray());
        remember(response);
        int status = response.statusCode();
        if (status / 100 == 2) return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        boolean busy = status == 429 || status == 502 || status == 503;
        if (!busy || attempt == ATTEMPTS) throw refused(method + " " + path, status, response.body());
        pause(response.headers().firstValue("Retry-After").map(Server::seconds).orElse(attempt * 500L));
      } catch (ConnectException e) {
        if (attempt >= 2) throw nobodyThere();
        pause(1_000);
      } catch (HttpTimeoutException e) {
        if (attempt >= 3) throw new BadInput(root + " did not answer within a minute, three times in a row");
      } catch (IOException e) {
        if (attempt == ATTEMPTS) throw new BadInput("the connection to " + root + " broke: " + e.getMessage());
        pause(attempt * 500L);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BadInput("interrupted");
      }
    }
  }

  private HttpRequest request(String method, String path, Object body, String key) {
    var request = HttpRequest.newBuilder(root.resolve("api/v1/" + path)).timeout(Duration.ofMinutes(1)).header("Accept", "application/json, */*");
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (!cookies.isEmpty()) {
      var pairs = new StringBuilder();
      cookies.forEach((name, value) -> pairs.append(pairs.isEmpty() ? "" : "; ").append(name).append('=').append(value));
      request.header("Cookie", pairs.toString());
      String csrf = cookies.get("XSRF-TOKEN");
      if (csrf != null && !method.equals("GET")) request.header("X-XSRF-TOKEN", csrf);
    }
    if (key != null) request.header("Idempotency-Key", key);
    if (body == null) return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    return request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build();
  }

  private void remember(HttpResponse<?> response) {
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals < 1) continue;
      String value = pair.substring(equals + 1);
      if (value.isEmpty()) cookies.remove(pair.substring(0, equals));
      else cookies.put(pair.substring(0, equals), value);
    }
  }

  private static long seconds(String retryAfter) {
    try {
      return Math.min(60, Math.max(1, Long.parseLong(retryAfter.strip()))) * 1_000;
    } catch (NumberFormatException aDate) {
      return 5_000;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("interrupted");
    }
  }

  private static ServerSays refused(String request, int status, byte[] body) {
    try {
      var problem = JSON.readTree(body);
      String detail = problem.path("detail").asString("");
      String title = problem.path("title").asString("");
      String first = problem.path("errors").path(0).path("message").asString("");
      String words = !detail.isEmpty() ? detail : !title.isEmpty() ? title : "no reason given";
      String sentence = first.isEmpty() || words.contains(first) ? words : words + " " + first;
      return new ServerSays(status, "%s (%s gave %d)".formatted(sentence, request, status));
    } catch (RuntimeException notJson) {
      return new ServerSays(status, "%s gave %d".formatted(request, status));
    }
  }

  private BadInput nobodyThere() {
    return new BadInput("no server answers at " + Objects.toString(root) + "; start one in another terminal with ./touchstone start, or name one with --url");
  }
}
