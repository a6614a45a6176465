package org.touchstone.platform.calibration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;

/**
 * One person's way through a round.
 *
 * @param rate pinned when it began; null when it is unpaid
 * @param ruling null until it is decided
 */
public record Attempt(UUID id, UUID roundId, AccountId accountId, int number, State state, @Nullable Money rate, Instant startedAt,
    @Nullable Instant handedInAt, @Nullable Ruling ruling) {
  public enum State {
    OPEN,
    /** Handed in, and a person still looks at it. */
    HANDED_IN,
    PASSED,
    /** Not passed, and there is another attempt. */
    RETRY,
    /** Not passed, and this was the last attempt. */
    FAILED,
    /** Finished where nothing is decided. */
    DONE;

    boolean isMissed() {
      return this == RETRY || this == FAILED;
    }
  }

  /** @param by null when the rule alone decided; @param share agreement with the standard at that moment */
  public record Ruling(String reason, @Nullable AccountId by, Instant at, double share) {}

  /**
   * The answer to one item of the attempt.
   *
   * @param shown for each shown position the item's own index
   * @param answers in the item's own order
   * @param done whether it is complete; in practice it is then explained and stays as it is
   */
  public record Answered(UUID id, UUID attemptId, UUID itemId, int position, int[] shown, Answers answers, int revision, boolean done, boolean paid) {}
}
