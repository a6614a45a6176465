package org.touchstone.platform;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.touchstone.platform.embedded.EmbeddedPostgres;
import org.touchstone.platform.embedded.StartProblem;

/** Settles which database the server works on before anything asks for it: the one named, or the one it brings. */
@Order(1)
final class DatabaseChoice implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String DATA = "touchstone.data";

  private static final int OLDEST_MAJOR = 15;

  private final Map<String, String> environment;

  DatabaseChoice(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var named = environment.getOrDefault("TOUCHSTONE_DB_URL", "").strip();
    var access = named.isEmpty()
        ? embedded(context.getEnvironment().getRequiredProperty(DATA))
        : server(named);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("database", access.asProperties()));
    context.getBeanFactory().registerSingleton("databaseAccess", access);
  }

  /** The shutdown handler runs after every bean is gone, so the pool never sees its server disappear. */
  private static DatabaseAccess embedded(String data) {
    var database = EmbeddedPostgres.start(EmbeddedPostgres.Settings.inDataFolder(Path.of(data)));
    SpringApplication.getShutdownHandlers().add(database::close);
    return new DatabaseAccess(database.url(), database.user(), database.password(), true);
  }

  private DatabaseAccess server(String named) {
    var access = new DatabaseAccess(
        named.replaceFirst("^(jdbc:)?postgres(ql)?:", "jdbc:postgresql:"),
        environment.getOrDefault("TOUCHSTONE_DB_USER", "touchstone"),
        environment.getOrDefault("TOUCHSTONE_DB_PASSWORD", ""),
        false);
    if (!access.url().startsWith("jdbc:postgresql:")) {
      throw new StartProblem("TOUCHSTONE_DB_URL is '" + named
          + "', which is no PostgreSQL address; write it as postgresql://host:5432/database.");
    }
    refuseUnusable(access);
    return access;
  }

  private static void refuseUnusable(DatabaseAccess access) {
    try (var connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
      var version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_MAJOR) {
        throw new StartProblem("The server of TOUCHSTONE_DB_URL is PostgreSQL " + version + "; Touchstone needs "
            + OLDEST_MAJOR + " or later.");
      }
    } catch (SQLException e) {
      throw new StartProblem("The database of TOUCHSTONE_DB_URL (" + access.url() + ", user " + access.user()
          + ") does not let us in: " + e.getMessage().lines().findFirst().orElse("no reason given")
          + "; check the address, TOUCHSTONE_DB_USER and TOUCHSTONE_DB_PASSWORD.", e);
    }
  }
}
