package org.touchstone.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Accounts;

/** The demonstration added to an installation that somebody owns already. */
@PlatformTest
@Import(DemoBesideTest.InUse.class)
class DemoBesideTest {
  @TempDir
  static Path data;

  @Autowired Accounts accounts;
  @Autowired DemoLoader loader;
  @Autowired DemoPeople people;

  static class InUse {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner someoneOwnsIt(Accounts accounts) {
      return arguments -> accounts.create("Olga", "olga@example.org", "a few plain words", true, true);
    }
  }

  @DynamicPropertySource
  static void demonstration(DynamicPropertyRegistry properties) {
    properties.add("touchstone.demo", () -> "true");
    properties.add("touchstone.demo-beside", () -> "true");
    properties.add("touchstone.data", data::toString);
  }

  @Test
  void itsManagerOwnsNothingAndTheNextStartAddsItNoSecondTime() throws InterruptedException {
    var priya = accounts.byEmail("priya@demo.example").orElseThrow();
    assertThat(priya.owner()).isFalse();
    assertThat(priya.mayCreateProjects()).isTrue();
    assertThat(accounts.owners()).containsExactly(accounts.byEmail("olga@example.org").map(Account::id).orElseThrow());
    assertThat(people.lines()).anySatisfy(line -> assertThat(line).contains("priya@demo.example").contains(" manager, finds"));
    loader.run(new DefaultApplicationArguments());
    assertThat(accounts.byEmail("priya@demo.example").orElseThrow().id()).isEqualTo(priya.id());
  }
}
