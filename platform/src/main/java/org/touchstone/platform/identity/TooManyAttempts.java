package org.touchstone.platform.identity;

import java.time.Duration;
import java.util.Map;
import org.touchstone.platform.shared.Problem;

/** Too many wrong passwords in a row from one address for one e-mail. */
final class TooManyAttempts extends Problem {
  private final long seconds;

  TooManyAttempts(Duration wait) {
    super("too-many-attempts", 429, "Too many attempts", "Too many sign-ins with this e-mail failed. Wait %d seconds and try again.".formatted(wait.toSeconds() + 1));
    this.seconds = wait.toSeconds() + 1;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", Long.toString(seconds));
  }
}
