package org.touchstone.platform.quality;

import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * A rater's measured quality in a project, as sums of shares: one judgment is one trial.
 *
 * @param goldHits how much of the known answers was met, over {@code goldN} judgments of gold items
 * @param consensusHits how much of what the others alone would have led to was met, over {@code consensusN} items
 */
public record Standing(
    ProjectId projectId, AccountId raterId, int judgments, int flags, double goldHits, int goldN, double consensusHits, int consensusN) {
  /** Fewer than this many trials say nothing about a person. */
  static final int FEWEST = 5;

  static Standing none(ProjectId project, AccountId rater) {
    return new Standing(project, rater, 0, 0, 0, 0, 0, 0);
  }

  public Estimate gold() {
    return goldN < FEWEST
        ? Estimate.undefined("Too few judgments with a known answer yet (%d of %d) to say anything.".formatted(goldN, FEWEST))
        : WilsonInterval.at95().of(Math.min(goldHits, goldN), goldN).value();
  }

  public Estimate consensus() {
    return consensusN < FEWEST
        ? Estimate.undefined("Too few items that two others judged as well (%d of %d) to say anything.".formatted(consensusN, FEWEST))
        : WilsonInterval.at95().of(Math.min(consensusHits, consensusN), consensusN).value();
  }

  public Estimate consistency() {
    return Estimate.undefined("No item was judged twice by the same person, so there is nothing to compare.");
  }
}
