package org.touchstone.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread is about to do, and fails with the last complaint when it does not come. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Eventually() {}

  public static void that(Runnable assertion) {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError | java.util.NoSuchElementException notYet) {
        if (Instant.now().isAfter(end)) throw notYet;
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
