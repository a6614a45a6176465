package org.touchstone.platform.calibration;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.task.TaskDesk;

/** Those who took part in a round have judged its items and talked them over: none of them is tested by such an item unseen. */
@Component
class Witnesses {
  private final Attempts attempts;
  private final TaskDesk tasks;

  Witnesses(Attempts attempts, TaskDesk tasks) {
    this.attempts = attempts;
    this.tasks = tasks;
  }

  void knowFrom(UUID round, ItemId item) {
    tasks.knownTo(item, attempts.of(round).stream().map(Attempt::accountId).distinct().toList());
  }
}
