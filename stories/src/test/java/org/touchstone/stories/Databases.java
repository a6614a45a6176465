package org.touchstone.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The embedded PostgreSQL of a running server, seen from outside. */
final class Databases {

  private Databases() {}

  static ProcessHandle of(RunningTouchstone server) throws IOException {
    var lines = Files.readAllLines(server.data().resolve("postgresql/cluster/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
  }

  /** What no person could bring about in the time of a test, such as a task whose time has run out. */
  static void execute(RunningTouchstone server, String sql) throws IOException, SQLException {
    var home = server.data().resolve("postgresql");
    var address = "jdbc:postgresql://127.0.0.1:%s/touchstone".formatted(Files.readString(home.resolve("port")).strip());
    try (var connection = DriverManager.getConnection(address, "touchstone", Files.readString(home.resolve("password")).strip());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static boolean endsSoon(ProcessHandle database) {
    try {
      database.onExit().orTimeout(30, TimeUnit.SECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  /** Returns at the moment the entry appears, so that a test can strike in the middle of a step. */
  static void awaitEntry(Path folder, String name) throws IOException, InterruptedException {
    await(folder, () -> Files.exists(folder.resolve(name)));
  }

  static void awaitAnyEntry(Path folder) throws IOException, InterruptedException {
    await(folder, () -> folder.toFile().list().length > 0);
  }

  private static void await(Path folder, BooleanSupplier condition) throws IOException, InterruptedException {
    try (var watcher = folder.getFileSystem().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
      while (!condition.getAsBoolean()) {
        var key = watcher.poll(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS);
        if (key == null) {
          throw new IllegalStateException("nothing appeared in " + folder);
        }
        key.pollEvents();
        key.reset();
      }
    }
  }
}
