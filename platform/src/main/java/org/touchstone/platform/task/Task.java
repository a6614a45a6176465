package org.touchstone.platform.task;

import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.TaskId;

/**
 * The wish that an item be judged.
 *
 * @param taken places held or used
 * @param done places used
 * @param probe whether it is mixed in at the project's probe rate, open to every rater once
 */
public record Task(TaskId id, ItemId itemId, int priority, int wanted, int taken, int done, boolean probe) {
  public boolean isComplete() {
    return done >= wanted;
  }
}
