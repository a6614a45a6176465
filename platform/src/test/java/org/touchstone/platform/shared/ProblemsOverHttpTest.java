package org.touchstone.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.World;

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
