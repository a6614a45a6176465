package org.touchstone.stories;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person at the API with a cookie; what does not get through is tried again, as a good client does. */
final class Script {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back. */
  record Answer(int status, JsonNode json) {
    JsonNode ok() {
      if (status / 100 != 2) throw new AssertionError("answered " + status + ": " + json);
      return json;
    }
  }

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();

  Script(URI base) {
    this.base = base;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  Answer post(String path, Object body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  Answer put(String path, Object body) throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  private Answer send(String method, String path, Object body) throws IOException, InterruptedException {
    if (!method.equals("GET") && proof() == null) get("/api/v1/session");
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    if (proof() != null) request.header("X-XSRF-TOKEN", proof());
    if (body != null) request.header("Content-Type", "application/json");
    request.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
  }

  private String proof() {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(java.net.HttpCookie::getValue).findFirst().orElse(null);
  }
}
