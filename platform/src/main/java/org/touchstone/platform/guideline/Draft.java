package org.touchstone.platform.guideline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.platform.shared.AccountId;

/** The next version while it is being written. */
public record Draft(String body, Rubric rubric, Instant updatedAt, AccountId updatedBy) {
  /** What keeps the draft from being published, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (body.isBlank()) problems.add("The guideline has no text yet: say in a few sentences what good work looks like.");
    problems.addAll(rubric.problems());
    return problems;
  }
}
