package org.touchstone.platform.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A person's permission to work in a project.
 *
 * @param terms as accepted, whatever was announced since; null only for an invited person who has not accepted yet
 * @param restrictedUntil when the restriction in force ends; null when there is none
 */
public record Grant(
    UUID id, ProjectId projectId, AccountId accountId, State state, @Nullable Terms terms, @Nullable Instant acceptedAt, @Nullable Instant restrictedUntil) {
  /** RESTRICTED turns into ACTIVE by itself when its time is over. */
  public enum State {
    INVITED,
    ACTIVE,
    RESTRICTED,
    LEFT
  }
}
