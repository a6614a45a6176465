package org.touchstone.platform.judgment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody worked: what their browser counted, but never longer than they held the lease. Where nothing was
 * counted the time held counts, up to the idle limit, since nobody knows how much of a longer one was work.
 */
final class ActiveTime {
  static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

  private ActiveTime() {}

  static int seconds(@Nullable Integer counted, Duration held) {
    long most = Math.max(0, held.toSeconds());
    long claimed = counted == null ? IDLE_LIMIT.toSeconds() : Math.max(0, counted);
    return (int) Math.min(claimed, most);
  }
}
