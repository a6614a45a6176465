package org.touchstone.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.World;

/** Needs an installation that nobody has touched yet, so it has one of its own. */
@PlatformTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SetupTest {
  @LocalServerPort
  private int port;

  @Autowired
  private Setup setup;

  @Test
  void theOneTimeLinkMakesTheOwnerAndOnlyOnce() {
    var visitor = new Visitor(port);
    assertThat(visitor.get("/api/v1/session").ok().path("setupRequired").asBoolean()).isTrue();
    assertThat(setup.lines()).anyMatch(line -> line.contains("{address}/setup?token=" + setup.token()));

    var guessed = visitor.post("/api/v1/setup", Map.of("token", "guessed", "name", "Eve", "email", "eve@example.org", "password", World.PASSWORD));
    assertThat(guessed.problem()).isEqualTo("setup-closed");
    var weak = visitor.post("/api/v1/setup", Map.of("token", setup.token(), "name", "Olga", "email", "olga@example.org", "password", "short"));
    assertThat(weak.problem()).isEqualTo("invalid-input");
    assertThat(weak.detail()).contains("at least 12 characters");

    var made = visitor.post("/api/v1/setup", Map.of("token", setup.token(), "name", "Olga", "email", "olga@example.org", "password", World.PASSWORD)).ok();
    assertThat(made.at("/account/owner").asBoolean()).isTrue();
    assertThat(visitor.get("/api/v1/accounts").ok().path("items").size()).isEqualTo(1);
    assertThat(visitor.get("/api/v1/session").ok().path("setupRequired").asBoolean()).isFalse();
    assertThat(setup.lines()).isEmpty();

    var again = new Visitor(port).post("/api/v1/setup", Map.of("token", setup.token(), "name", "Eve", "email", "eve@example.org", "password", World.PASSWORD));
    assertThat(again.status()).isEqualTo(403);
  }
}
