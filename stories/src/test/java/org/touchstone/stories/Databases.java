package org.touchstone.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

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
    try (var watcher = folder.getFileSystem().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(folder.resolve(name))) {
        var key = watcher.poll(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
        if (key == null) {
          throw new IllegalStateException(name + " did not appear in " + folder);
        }
        key.pollEvents();
        key.reset();
      }
    }
  }
}
