package org.touchstone.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * A link that lets one person into a project with one role.
 *
 * @param createdBy who sent it
 * @param email for whom it is; null when whoever holds the link may use it
 */
public record Invitation(
    UUID id, ProjectId projectId, Role role, AccountId createdBy, @Nullable String email, Instant expiresAt, @Nullable AccountId acceptedBy) {
  /** Somebody came in. */
  public record Accepted(ProjectId projectId, AccountId accountId, Role role) {}

  /** @param secret goes into the link and is not kept */
  public record Sent(Invitation invitation, String secret) {}
}
