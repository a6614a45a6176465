package org.touchstone.platform.guideline;

import org.touchstone.platform.shared.Problem;

/** Somebody saves over another's draft without saying which revision they have read. */
public final class DraftUnseen extends Problem {
  DraftUnseen(String by) {
    super("guideline-draft-unseen", 428, "Say which draft yours grew from",
        "%s wrote in this draft last: read it, and send its revision as grownFrom with yours; without it nothing is saved over what somebody else wrote.".formatted(by));
  }
}
