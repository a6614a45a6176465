package org.touchstone.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
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
