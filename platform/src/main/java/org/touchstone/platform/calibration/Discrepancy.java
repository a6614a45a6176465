package org.touchstone.platform.calibration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;

/**
 * One difference between an answer and the standard, talked over until it has an outcome.
 *
 * @param settled null while it is open
 */
public record Discrepancy(UUID id, UUID attemptId, UUID itemId, int position, String criterion, AccountId openedBy, Instant openedAt,
    @Nullable Settlement settled, List<Message> messages) {
  public enum Outcome {
    /** The standard stands; the trainer knows why now. */
    LEARNED,
    /** The standard was wrong: everybody who judged the item is scored anew. */
    STANDARD_CORRECTED,
    /** The guideline leaves it open: it counts against nobody. */
    GUIDELINE_GAP,
    /** A person's mark was too low: the text is marked anew, and the attempt counted anew. */
    MARK_CORRECTED
  }

  /** Whether the trainer opened it against what was decided already. */
  public boolean isObjectionTo(Attempt attempt) {
    var ruling = attempt.ruling();
    return ruling != null && openedBy.equals(attempt.accountId()) && openedAt.isAfter(ruling.at());
  }

  public record Settlement(Outcome outcome, String note, AccountId by, Instant at) {}

  public record Message(AccountId author, String text, Instant at) {}
}
