package org.touchstone.platform.judgment;

import org.touchstone.platform.shared.Problem;

/** A lease yields one judgment, and this one has another already. */
public final class AlreadyJudged extends Problem {
  AlreadyJudged() {
    super("already-judged", 409, "This task has your judgment already",
        "Another answer was submitted for this task before, and a judgment is never overwritten; it is listed under your judgments.");
  }
}
