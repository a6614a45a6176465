package org.touchstone.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.World;
import org.touchstone.platform.identity.Account;

@PlatformTest
class ProblemsOverHttpTest {
  @LocalServerPort
  private int port;

  @Autowired
  private World world;

  @Autowired
  private JdbcClient jdbc;

  @Test
  void brokenJsonIsNamedByLineAndColumn() {
    var answer = ada().put("/api/v1/profile", "{\n  \"languages\": [\"English\",,]\n}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.detail()).matches("The body is not valid JSON near line 2, column \\d+\\.");
  }

  @Test
  void aValueOfTheWrongKindIsNamedByItsField() {
    var answer = ada().put("/api/v1/profile", "{\"weeklyHours\": \"many\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("weeklyHours");
    assertThat(answer.response().body()).doesNotContain("java.").doesNotContain("Exception");
  }

  @Test
  void anUnknownAddressAnUnknownMethodAndAnUnfitFormatEachSaySo() {
    var ada = ada();
    assertThat(ada.get("/api/v1/nothing-here").problem()).isEqualTo("not-found");
    assertThat(ada.get("/api/v1/projects/not-an-id").problem()).isEqualTo("not-found");
    assertThat(ada.delete("/api/v1/profile").status()).isEqualTo(405);
    assertThat(ada.with("Content-Type", "text/plain").put("/api/v1/profile", "hello").status()).isEqualTo(415);
  }

  @Test
  void aTextWithNulIsTheCallersFaultNotOurs() {
    var answer = ada().put("/api/v1/profile", "{\"about\": \"a\\u0000b\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("NUL");
  }

  /** Refused by the web server or the firewall before anything of ours sees them. */
  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/api/v1/%2e%2e/projects", "/a%2fb", "/a;b=c", "/a\\b", "/api/v1/projects%", "/<>"})
  void anOddAddressIsAnsweredAsAProblemToo(String path) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html", "<!doctype").contains("\"type\":\"/problems/", "application/problem+json");
    }
  }

  @Test
  void aBodyNoPersonSendsIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
    var ada = ada();
    String large = "{\"about\": \"" + "a".repeat(1 << 20) + "\"}";
    var told = ada.put("/api/v1/profile", large);
    assertThat(told.status()).isEqualTo(413);
    assertThat(told.detail()).isEqualTo("A request may carry 1 MiB of text; this one has more: shorten it.");
    var token = ada.post("/api/v1/tokens", Map.of("name", "t", "scopes", List.of("manage"))).ok().path("token").asString();
    var untold = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/profile"))
        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(untold.statusCode()).isEqualTo(413);
    assertThat(untold.body()).contains("/problems/too-large");
  }

  @Test
  void aWordIsNotTakenByItsPlaceAndAFractionIsNotRounded() {
    var manager = world.person("Manager");
    var project = "/api/v1/projects/" + world.draft(manager).id();
    var ada = world.visitor(port, manager);
    assertThat(ada.post(project + "/invitations", "{\"role\": 0}").status()).isEqualTo(422);
    assertThat(ada.post(project + "/invitations", "{\"role\": \"BOSS\"}").detail()).isEqualTo("'role' is one of MANAGER, LEAD, ENGINEER, TRAINER.");
    assertThat(ada.patch(project, Map.of("settings", Map.of("wanted", 2.5))).status()).isIn(400, 422);
    var terms = ada.put(project + "/terms", Map.of("rate", Map.of("minor", 5, "currency", "EURO")));
    assertThat(terms.detail()).contains("'EURO' is no currency");
  }

  @Test
  void aPartOfTheSettingsChangesThatPart() {
    var manager = world.person("Manager");
    var project = "/api/v1/projects/" + world.draft(manager).id();
    var ada = world.visitor(port, manager);
    var before = ada.get(project).ok().path("settings");
    var after = ada.patch(project, Map.of("settings", Map.of("goldRate", 0.25))).ok().path("settings");
    assertThat(after.path("goldRate").asDouble()).isEqualTo(0.25);
    assertThat(after.path("wanted")).isEqualTo(before.path("wanted"));
    assertThat(after.path("routing")).isEqualTo(before.path("routing"));
  }

  @Test
  void metricsAreForThisMachineAndTheOwner() {
    assertThat(new Visitor(port).get("/actuator/prometheus").status()).isEqualTo(200);
    assertThat(afar().get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(afar().get("/actuator/health").status()).isEqualTo(200);
    assertThat(afar().withToken(reader(world.person("Ada"))).get("/actuator/prometheus").status()).isEqualTo(403);
    assertThat(afar().withToken(reader(world.owner("Olga"))).get("/actuator/prometheus").status()).isEqualTo(200);
  }

  private String reader(Account account) {
    return world.visitor(port, account).post("/api/v1/tokens", Map.of("name", "watch", "scopes", List.of("read"))).ok().path("token").asString();
  }

  /** Somebody behind a proxy on this machine. */
  private Visitor afar() {
    return new Visitor(port).with("X-Forwarded-For", "203.0.113.9");
  }

  @Test
  void eachProblemLeadsToItsPage() {
    var answer = new Visitor(port).get("/api/v1/notices");
    assertThat(answer.status()).isEqualTo(401);
    var page = new Visitor(port).get(answer.json().path("type").asString());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.response().body()).contains("<h1>Sign in first</h1>", "<h2>What to do</h2>", "<li>", "<code>Authorization: Bearer tsk_…</code>");
    assertThat(new Visitor(port).get("/problems/no-such-problem").status()).isEqualTo(404);
  }

  @Test
  void everyAnswerForbidsForeignScriptsAndFrames() {
    var policy = new Visitor(port).get("/api/v1/session").response().headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe-eval");
    assertThat(policy.replaceAll(".*script-src ([^;]*);.*", "$1")).isEqualTo("'self'");
  }

  @Test
  void aRepeatedRequestGetsItsFirstAnswerAndHappensOnce() {
    var ada = ada().with("Idempotency-Key", UUID.randomUUID().toString());
    var token = Map.of("name", "once", "scopes", List.of("read"));
    var first = ada.post("/api/v1/tokens", token);
    var again = ada.post("/api/v1/tokens", token);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.response().headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(ada.with("Idempotency-Key", "").get("/api/v1/tokens").ok().path("items").size()).isEqualTo(1);
  }

  @Test
  void aKeyForAnotherRequestIsRefusedAndAnotherPersonsKeyIsAnotherKey() {
    var key = UUID.randomUUID().toString();
    var ada = ada().with("Idempotency-Key", key);
    ada.post("/api/v1/tokens", Map.of("name", "one", "scopes", List.of("read"))).ok();
    var other = ada.post("/api/v1/tokens", Map.of("name", "two", "scopes", List.of("read")));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.detail()).contains("different request");
    assertThat(ada().with("Idempotency-Key", key).post("/api/v1/tokens", Map.of("name", "one", "scopes", List.of("read"))).status()).isEqualTo(201);
  }

  @Test
  void aRefusedRequestIsRepeatedAsRefused() {
    var ada = ada().with("Idempotency-Key", UUID.randomUUID().toString());
    assertThat(ada.post("/api/v1/tokens", Map.of("name", "")).status()).isEqualTo(422);
    assertThat(ada.post("/api/v1/tokens", Map.of("name", "")).status()).isEqualTo(422);
    assertThat(jdbc.sql("select count(*) from shared_idempotency where status = 422").query(Integer.class).single()).isPositive();
  }

  private Visitor ada() {
    return world.visitor(port, world.person("Ada"));
  }
}
