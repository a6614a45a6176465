package org.touchstone.platform.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must have been passed before paid work in a project; what it is, is known to the room that asks for it.
 *
 * @param level a pass of this level or a higher one is enough
 * @param exemptBefore whoever accepted the terms before need not pass; null asks it of everybody
 */
public record Requirement(UUID subject, int level, String title, @Nullable Instant exemptBefore) {
  boolean binds(Grant grant) {
    return exemptBefore == null || grant.acceptedAt() == null || !grant.acceptedAt().isBefore(exemptBefore);
  }
}
