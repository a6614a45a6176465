package org.touchstone.platform.shared;

import java.util.Map;

/** The server cannot do this right now, for instance because its database does not answer. */
public final class Unavailable extends Problem {
  public Unavailable() {
    super("unavailable", 503, "Not at the moment", "The database does not answer right now. Nothing was changed; try again in a few seconds.");
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "5");
  }
}
