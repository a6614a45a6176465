package org.touchstone.platform.task;

import org.touchstone.platform.shared.Problem;

/** An older tab tried to save over newer work. */
public final class DraftOutdated extends Problem {
  private final transient Draft stored;

  DraftOutdated(Draft stored) {
    super("draft-outdated", 409, "A newer draft is saved",
        "This task was edited in another window since: reload to go on from revision %d.".formatted(stored.revision()));
    this.stored = stored;
  }

  public Draft stored() {
    return stored;
  }
}
