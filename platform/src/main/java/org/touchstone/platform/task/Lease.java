package org.touchstone.platform.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.TaskId;

/**
 * One rater's timed hold on one place of a task. Its id is the fencing token: every hold has its own, and whatever the
 * rater does names it.
 *
 * @param shown for each shown position the item's own index
 * @param price what the rater saw is what is paid
 * @param sensitive what the item carries, as it was known when the lease was taken
 * @param openedAt when its cover was lifted
 * @param at database time of the reading, by which the rater's clock is set
 */
public record Lease(
    LeaseId id,
    ProjectId projectId,
    TaskId taskId,
    AccountId raterId,
    State state,
    int[] shown,
    int guidelineVersion,
    int termsVersion,
    Money price,
    int reviewHours,
    Instant leasedAt,
    Instant expiresAt,
    @Nullable Instant closedAt,
    Instant at,
    Item item,
    @Nullable Sensitivity sensitive,
    @Nullable Instant openedAt,
    @Nullable Draft draft) {

  /** AHEAD is held but not begun: the task after the one its rater is at. */
  public enum State { AHEAD, OPEN, SUBMITTED, EXPIRED, SKIPPED }

  /** Whether it is sensitive and its rater has not chosen to see it; until then nothing of it leaves the server. */
  public boolean isCovered() {
    return sensitive != null && openedAt == null;
  }

  public boolean isExpired() {
    return !expiresAt.isAfter(at);
  }

  /** The questions of this lease, with the drawing of who is asked why done. */
  public Rubric asked(Rubric rubric) {
    return rubric.drawn(id.value());
  }

  /** Answers that name responses as shown, renamed to the item's own order. */
  public Answers canonical(Answers asShown) {
    return asShown.toCanonical(shown);
  }
}
