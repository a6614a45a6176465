package org.touchstone.platform.adjudication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.JudgmentId;

/**
 * A judgment given back to its author: what is to be looked at again, and until when.
 *
 * @param revision what held when it was given back; a later one is the answer
 * @param note what the author had told the reviewer then
 */
public record Return(JudgmentId judgmentId, int number, int revision, String reason, @Nullable String note, AccountId by, Instant at, Instant until) {
  public boolean isAnswered(Judgment judgment) {
    return judgment.revision() > revision;
  }

  /** Whether its author may still say something else because of it. */
  public boolean isOpen(Judgment judgment, Instant now) {
    return !isAnswered(judgment) && now.isBefore(until);
  }
}
