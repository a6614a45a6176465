package org.touchstone.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;

/** Whoever may act here. */
public record Account(
    AccountId id, Kind kind, String name, @Nullable String email, boolean owner, boolean mayCreateProjects, Instant createdAt, boolean disabled) {
  /** A person signs in, a model judges automatically, a service comes with a token. */
  public enum Kind {
    PERSON,
    MODEL,
    SERVICE
  }
}
