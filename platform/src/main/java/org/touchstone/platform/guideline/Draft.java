package org.touchstone.platform.guideline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.platform.shared.AccountId;

/**
 * The next version while it is being written.
 *
 * @param revision another one with each save; that of a version in force, which stands in, is its number after a v
 */
public record Draft(String body, Rubric rubric, Instant updatedAt, AccountId updatedBy, String revision) {
  /** What stands in where nothing new was written yet. */
  static Draft of(GuidelineVersion version) {
    return new Draft(version.body(), version.rubric(), version.publishedAt(), version.publishedBy(), "v" + version.version());
  }

  /** What keeps the draft from being published, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (body.isBlank()) problems.add("The guideline has no text yet: say in a few sentences what good work looks like.");
    problems.addAll(rubric.problems());
    return problems;
  }
}
