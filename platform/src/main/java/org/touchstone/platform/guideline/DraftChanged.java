package org.touchstone.platform.guideline;

import org.touchstone.platform.shared.Problem;

/** Somebody saves or publishes a draft that another has changed since they opened it. */
public final class DraftChanged extends Problem {
  private final transient Draft stored;

  DraftChanged(Draft stored, String by) {
    super("guideline-draft-changed", 409, "Somebody else changed this draft",
        stored.revision().startsWith("v") ? "%s published version %s while you wrote: look at both and choose what the next one says; yours is not saved over it.".formatted(by, stored.revision().substring(1))
            : "%s changed this draft while you wrote: look at both and choose; yours is not saved over theirs.".formatted(by));
    this.stored = stored;
  }

  public Draft stored() {
    return stored;
  }
}
