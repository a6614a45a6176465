package org.touchstone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser or script that talks to the server over HTTP, with cookies and CSRF as the app sends them. */
public final class Visitor {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }

    /** The problem's slug, or an empty text when this is none. */
    public String problem() {
      return json().path("type").asString("").replace("/problems/", "");
    }

    public String detail() {
      return json().path("detail").asString("");
    }

    /** Insists that it went well. */
    public JsonNode ok() {
      if (status() / 100 != 2) throw new AssertionError(response.request().method() + " " + response.uri() + " answered " + status() + ": " + response.body());
      return json();
    }
  }

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Visitor(int port) {
    this.base = "http://localhost:" + port;
  }

  /** A script with a token instead of a browser with a cookie. */
  public Visitor withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same visitor's next requests carry this header too; an empty value leaves it out again. */
  public Visitor with(String header, String value) {
    if (value.isEmpty()) headers.remove(header);
    else headers.put(header, value);
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, @Nullable Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, @Nullable Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** @param body a JSON text as it is, or anything that becomes JSON */
  public Answer send(String method, String path, @Nullable Object body) {
    boolean unsafe = !method.equals("GET");
    boolean needsProof = unsafe && !headers.containsKey("Authorization") && !headers.containsKey("X-XSRF-TOKEN");
    if (needsProof && cookie("XSRF-TOKEN") == null) get("/api/v1/session");
    var request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    if (needsProof && cookie("XSRF-TOKEN") != null) request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    if (body != null && !headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
    String text = body == null ? "" : body instanceof String json ? json : JSON.writeValueAsString(body);
    request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public @Nullable String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(java.net.HttpCookie::getValue).findFirst().orElse(null);
  }

  public Visitor signIn(String email, String password) {
    post("/api/v1/session", Map.of("email", email, "password", password)).ok();
    return this;
  }
}
