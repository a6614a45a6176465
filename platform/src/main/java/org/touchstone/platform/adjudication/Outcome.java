package org.touchstone.platform.adjudication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.JudgmentId;

/**
 * What a decision meant for one judgment.
 *
 * @param clause the heading of the guideline that a rejected one does not follow
 */
public record Outcome(JudgmentId judgmentId, Kind kind, @Nullable String reason, @Nullable String clause, UUID caseId, AccountId decidedBy, Instant at) {
  public enum Kind {
    /** As good as it is. */
    ACCEPTED,
    /** Paid, though the verdict says something else. */
    CORRECTED,
    /** Not accepted, for a stated reason. */
    REJECTED
  }
}
