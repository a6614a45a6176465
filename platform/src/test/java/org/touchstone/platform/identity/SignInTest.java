package org.touchstone.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

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
class SignInTest {
  @LocalServerPort
  private int port;

  @Autowired
  private World world;

  @Autowired
  private Setup setup;

  @Autowired
  private Accounts accounts;

  @Autowired
  private JdbcClient jdbc;

  @Test
  void theRightPasswordOpensASessionAndSigningOutEndsIt() {
    var ada = world.person("Ada");
    var visitor = new Visitor(port);
    assertThat(visitor.get("/api/v1/session").ok().path("account").isNull()).isTrue();
    visitor.signIn(ada.email(), World.PASSWORD);
    assertThat(visitor.get("/api/v1/session").ok().at("/account/id").asString()).isEqualTo(ada.id().toString());
    assertThat(visitor.get("/api/v1/notices").status()).isEqualTo(200);
    assertThat(visitor.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(visitor.get("/api/v1/notices").status()).isEqualTo(401);
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    var ada = world.person("Ada");
    var answer = new Visitor(port).post("/api/v1/session", Map.of("email", ada.email(), "password", World.PASSWORD));
    assertThat(answer.response().headers().allValues("Set-Cookie")).anySatisfy(cookie ->
        assertThat(cookie).startsWith("touchstone_session=").contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure"));
    var visitor = new Visitor(port);
    visitor.get("/api/v1/session").ok();
    var behindTls = visitor.with("X-Forwarded-Proto", "https").post("/api/v1/session", Map.of("email", ada.email(), "password", World.PASSWORD));
    assertThat(behindTls.response().headers().allValues("Set-Cookie")).anySatisfy(cookie ->
        assertThat(cookie).startsWith("touchstone_session=").contains("Secure"));
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailLookTheSame() {
    var ada = world.person("Ada");
    var wrong = new Visitor(port).post("/api/v1/session", Map.of("email", ada.email(), "password", "not this one at all"));
    var unknown = new Visitor(port).post("/api/v1/session", Map.of("email", "nobody@example.org", "password", "not this one at all"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    assertThat(wrong.detail()).isEqualTo("E-mail or password is wrong.");
  }

  @Test
  void guessingIsSlowedDownForOneEmailButNotForOthers() {
    var ada = world.person("Ada");
    var visitor = new Visitor(port);
    var guess = Map.of("email", ada.email(), "password", "guess guess guess");
    for (int i = 0; i < 10; i++) assertThat(visitor.post("/api/v1/session", guess).status()).isEqualTo(401);
    var refused = visitor.post("/api/v1/session", guess);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-attempts");
    assertThat(Long.parseLong(refused.response().headers().firstValue("Retry-After").orElseThrow())).isBetween(1L, 31L);
    assertThat(visitor.post("/api/v1/session", Map.of("email", world.person("Bo").email(), "password", World.PASSWORD)).status()).isEqualTo(200);
  }

  @Test
  void aChangeWithoutTheProofOfThePageIsRefused() {
    var visitor = world.visitor(port, world.person("Ada"));
    var forged = visitor.with("X-XSRF-TOKEN", "forged").post("/api/v1/tokens", Map.of("name", "x", "scopes", new String[] {"read"}));
    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.problem()).isEqualTo("stale-page");
  }

  @Test
  void aPageKeepsItsProofWhileItReads() {
    var visitor = world.visitor(port, world.person("Ada"));
    assertThat(visitor.get("/api/v1/projects").response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("XSRF-TOKEN"));
    assertThat(visitor.get("/api/v1/notices").response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("XSRF-TOKEN"));
  }

  @Test
  void changingThePasswordSignsOutEveryOtherBrowser() {
    var ada = world.person("Ada");
    var here = world.visitor(port, ada);
    var there = world.visitor(port, ada);
    assertThat(here.post("/api/v1/account/password", Map.of("current", "wrong wrong wrong", "next", "some other words")).problem()).isEqualTo("invalid-input");
    here.post("/api/v1/account/password", Map.of("current", World.PASSWORD, "next", "some other words")).ok();
    assertThat(here.get("/api/v1/notices").status()).isEqualTo(200);
    assertThat(jdbc.sql("select count(*) from identity_session where account_id = ?").param(ada.id().value()).query(Integer.class).single()).isEqualTo(1);
    assertThat(new Visitor(port).post("/api/v1/session", Map.of("email", ada.email(), "password", World.PASSWORD)).status()).isEqualTo(401);
    new Visitor(port).signIn(ada.email(), "some other words");
    assertThat(there.cookie("touchstone_session")).isNotNull();
  }

  @Test
  void whoForgotTheirPasswordSetsANewOneByTheOwnersLinkOnce() {
    var owner = world.visitor(port, world.owner("Olga"));
    var ada = world.person("Ada");
    var signedIn = world.visitor(port, ada);
    var replaced = link(owner, ada);
    var secret = link(owner, ada);
    var fresh = new Visitor(port);
    fresh.get("/api/v1/session").ok();
    assertThat(fresh.get("/api/v1/password-links/" + replaced).problem()).isEqualTo("password-link-spent");
    assertThat(fresh.get("/api/v1/password-links/" + secret).ok().path("email").asString()).isEqualTo(ada.email());
    assertThat(fresh.post("/api/v1/password-links/" + secret + "/password", Map.of("password", "eleven char")).detail()).contains("at least 12 characters");
    assertThat(fresh.post("/api/v1/password-links/" + secret + "/password", Map.of("password", "words of my own")).ok().at("/account/id").asString()).isEqualTo(ada.id().toString());
    assertThat(fresh.get("/api/v1/notices").status()).isEqualTo(200);
    assertThat(new Visitor(port).post("/api/v1/password-links/" + secret + "/password", Map.of("password", "words of others")).status()).isIn(403, 410);
    assertThat(fresh.post("/api/v1/password-links/" + secret + "/password", Map.of("password", "words of others")).status()).isEqualTo(410);
    assertThat(jdbc.sql("select count(*) from identity_session where account_id = ?").param(ada.id().value()).query(Integer.class).single()).isEqualTo(1);
    assertThat(signedIn.cookie("touchstone_session")).isNotNull();
    new Visitor(port).signIn(ada.email(), "words of my own");
    assertThat(jdbc.sql("select action from shared_audit where subject = ? order by id").param(ada.id().toString()).query(String.class).list())
        .containsExactly("password.link-made", "password.link-made", "password.reset");
  }

  @Test
  void aLinkToANewPasswordRunsOut() {
    var owner = world.visitor(port, world.owner("Olga"));
    var ada = world.person("Ada");
    var secret = link(owner, ada);
    jdbc.sql("update identity_password_link set expires_at = now() - interval '1 second' where account_id = ?").param(ada.id().value()).update();
    assertThat(new Visitor(port).get("/api/v1/password-links/" + secret).status()).isEqualTo(410);
    assertThat(world.visitor(port, world.person("Bo")).post("/api/v1/accounts/" + ada.id() + "/password-link", null).status()).isEqualTo(403);
  }

  private static String link(Visitor owner, Account account) {
    String link = owner.post("/api/v1/accounts/" + account.id() + "/password-link", null).ok().path("link").asString();
    return link.substring(link.lastIndexOf('/') + 1);
  }

  @Test
  void aTokenDoesWhatItsScopesSayAndNoMore() {
    var ada = world.person("Ada");
    var browser = world.visitor(port, ada);
    var made = browser.post("/api/v1/tokens", Map.of("name", "reader", "scopes", new String[] {"read"}, "expiresInDays", 7)).ok();
    var script = new Visitor(port).withToken(made.path("token").asString());
    assertThat(script.get("/api/v1/projects").status()).isEqualTo(200);
    var refused = script.post("/api/v1/tokens", Map.of("name", "more", "scopes", new String[] {"manage"}));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.detail()).contains("'manage'");
    assertThat(browser.get("/api/v1/tokens").ok().at("/items/0/token").isMissingNode()).isTrue();
    assertThat(jdbc.sql("select count(*) from identity_token where encode(hash, 'escape') like '%tsk_%'").query(Integer.class).single()).isZero();
  }

  @Test
  void aWithdrawnOrInventedTokenIsRefused() {
    var browser = world.visitor(port, world.person("Ada"));
    var made = browser.post("/api/v1/tokens", Map.of("name", "short", "scopes", new String[] {"manage"})).ok();
    assertThat(new Visitor(port).withToken(made.path("token").asString()).get("/api/v1/projects").status()).isEqualTo(200);
    assertThat(browser.delete("/api/v1/tokens/" + made.path("id").asString()).status()).isEqualTo(204);
    assertThat(new Visitor(port).withToken(made.path("token").asString()).get("/api/v1/projects").status()).isEqualTo(401);
    assertThat(new Visitor(port).withToken("tsk_invented").get("/api/v1/projects").problem()).isEqualTo("sign-in-needed");
  }

  @Test
  void aTokenCannotMakeAStrongerOne() {
    var browser = world.visitor(port, world.person("Ada"));
    var strong = browser.post("/api/v1/tokens", Map.of("name", "strong", "scopes", new String[] {"manage"})).ok().path("token").asString();
    assertThat(new Visitor(port).withToken(strong).post("/api/v1/tokens", Map.of("name", "next", "scopes", new String[] {"work"})).status()).isEqualTo(201);
  }

  @Test
  void theSetupLinkIsWorthNothingOnceThereIsSomebody() {
    world.person("Ada");
    assertThat(setup.lines()).isEmpty();
    var late = new Visitor(port).post("/api/v1/setup", Map.of("token", setup.token(), "name", "Eve", "email", "eve@example.org", "password", World.PASSWORD));
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.problem()).isEqualTo("setup-closed");
    assertThat(accounts.byEmail("eve@example.org")).isEmpty();
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    var owner = world.visitor(port, world.owner("Olga"));
    var ada = world.person("Ada");
    var hers = world.visitor(port, ada);
    assertThat(hers.get("/api/v1/accounts").status()).isEqualTo(403);
    assertThat(owner.get("/api/v1/accounts").ok().path("items").size()).isPositive();
    owner.patch("/api/v1/accounts/" + ada.id(), Map.of("disabled", true)).ok();
    assertThat(hers.get("/api/v1/notices").status()).isEqualTo(401);
    assertThat(new Visitor(port).post("/api/v1/session", Map.of("email", ada.email(), "password", World.PASSWORD)).status()).isEqualTo(401);
    assertThat(owner.patch("/api/v1/accounts/" + UUID.randomUUID(), Map.of("disabled", true)).status()).isEqualTo(404);
  }
}
