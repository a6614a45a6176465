package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.touchstone.platform.embedded.StartProblem;

class DatabaseChoiceTest {

  private final TestDatabase database = TestDatabase.fresh();

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql:", "postgresql:", "postgres:"})
  void aNamedServerIsTakenInEveryUsualSpelling(String scheme) {
    var named = database.url().replace("jdbc:postgresql:", scheme);
    try (var context = new GenericApplicationContext()) {
      new DatabaseChoice(environment(named, database.password())).initialize(context);

      assertThat(context.getEnvironment().getProperty("spring.datasource.url")).isEqualTo(database.url());
      assertThat(context.getEnvironment().getProperty("spring.datasource.username")).isEqualTo(database.user());
      assertThat(context.getBeanFactory().getBean(DatabaseAccess.class).embedded()).isFalse();
    }
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    assertThatThrownBy(() -> choose("mysql://somewhere/touchstone", "")).isInstanceOf(StartProblem.class)
        .hasMessage("TOUCHSTONE_DB_URL is 'mysql://somewhere/touchstone', which is no PostgreSQL address; write it as"
            + " postgresql://host:5432/database.");
  }

  @Test
  void aWrongPasswordIsToldWithoutThePassword() {
    assertThatThrownBy(() -> choose(database.url(), "guess")).isInstanceOf(StartProblem.class)
        .hasMessageStartingWith("The database of TOUCHSTONE_DB_URL (" + database.url() + ", user " + database.user()
            + ") does not let us in: ")
        .hasMessageContaining("password authentication failed")
        .hasMessageEndingWith("; check the address, TOUCHSTONE_DB_USER and TOUCHSTONE_DB_PASSWORD.")
        .message().doesNotContain("guess");
  }

  @Test
  void anotherDatabaseOfTheSameServerKeepsTheOptions() {
    var access = new DatabaseAccess("jdbc:postgresql://host:5432/one?ssl=true", "me", "secret", false);

    assertThat(access.of("two").url()).isEqualTo("jdbc:postgresql://host:5432/two?ssl=true");
    assertThat(access.of("two").of("three").url()).isEqualTo("jdbc:postgresql://host:5432/three?ssl=true");
  }

  private void choose(String url, String password) {
    try (var context = new GenericApplicationContext()) {
      new DatabaseChoice(environment(url, password)).initialize(context);
    }
  }

  private Map<String, String> environment(String url, String password) {
    return Map.of("TOUCHSTONE_DB_URL", url, "TOUCHSTONE_DB_USER", database.user(), "TOUCHSTONE_DB_PASSWORD", password);
  }
}
