package org.touchstone.platform.journey;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stop on a judgment's way, and the one after it. */
enum Hop {
  ESCALATE(null),
  GATE(ESCALATE),
  MEASURE(GATE),
  SETTLE(null);

  private final @Nullable Hop next;

  Hop(@Nullable Hop next) {
    this.next = next;
  }

  Optional<Hop> next() {
    return Optional.ofNullable(next);
  }
}
