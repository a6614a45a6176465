package org.touchstone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.touchstone.platform.embedded.EmbeddedPostgres;

/**
 * Real PostgreSQL for tests: one server for this process, a new empty database for whoever asks.
 *
 * <p>TOUCHSTONE_TEST_POSTGRES names a folder with other PostgreSQL programs, to run the same tests on version 15.
 */
public record TestDatabase(String url, String user, String password) {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private static final class Server {
    static final EmbeddedPostgres SHARED = launch();

    private static EmbeddedPostgres launch() {
      try {
        var folder = Files.createTempDirectory("touchstone-test");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(folder.resolve("postgresql"), programs(), false));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
          server.close();
          delete(folder);
        }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Unpacked once for all test runs of this account, since that is the slow part of a first start. */
  public static Path programs() throws IOException {
    var named = System.getenv("TOUCHSTONE_TEST_POSTGRES");
    if (named != null) {
      return Path.of(named);
    }
    var user = System.getProperty("user.name");
    var folder = Path.of(System.getProperty("java.io.tmpdir"), "touchstone-test-programs-" + user);
    Files.createDirectories(folder);
    if (!Files.getOwner(folder).getName().equals(user)) {
      throw new IOException(folder + " belongs to " + Files.getOwner(folder) + "; remove it");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    var programs = folder.resolve("postgresql-18");
    return Files.exists(programs.resolve("bin/postgres")) ? programs.resolve("bin") : programs;
  }

  /** A new database without any table. */
  public static TestDatabase fresh() {
    var name = "test_" + COUNTER.incrementAndGet();
    var server = Server.SHARED;
    try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
    return new TestDatabase(server.url().replaceFirst("/[^/]*$", "/" + name), server.user(), server.password());
  }

  /** For tests of SQL alone, which need no Spring context. */
  public DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Gives each Spring test context a database of its own. */
  static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = fresh();
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
          "spring.datasource.url", database.url(),
          "spring.datasource.username", database.user(),
          "spring.datasource.password", database.password(),
          "spring.datasource.hikari.maximum-pool-size", 8,
          "spring.datasource.hikari.minimum-idle", 1)));
    }
  }

  private static void delete(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
