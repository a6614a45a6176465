package org.touchstone.platform.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.TaskId;

/**
 * The wish that an item be judged.
 *
 * @param taken places held or used
 * @param done places used
 * @param lane what it asks of its rater, by number; 0 asks nothing
 * @param dueAt when it should be finished, or null
 * @param sensitive what troubling content it is known to carry, or null
 * @param probe whether it is mixed in at the project's probe rate, open to every rater once
 */
public record Task(TaskId id, ItemId itemId, int priority, int wanted, int taken, int done, boolean probe, @Nullable Sensitivity sensitive, int lane, @Nullable Instant dueAt) {
  public boolean isComplete() {
    return done >= wanted;
  }
}
