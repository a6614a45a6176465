package org.touchstone.statistics.consensus;

import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Weighted majority: each vote counts as much as its rater agrees with the plain majority ("worker agreement with
 * aggregate").
 *
 * <p>The probability is the share of the weights: easy to explain, but not calibrated.
 */
public record Wawa() implements ConsensusMethod {

  @Override
  public String name() {
    return "wawa";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    double[] decided = WeightedVotes.settled(Majority.shares(table, gold), table.classes());
    double[] shares = WeightedVotes.shares(table, WeightedVotes.agreement(table, decided, 0), gold);
    progress.report(1, 1);
    return new Consensus(table, shares, gold, null, new double[0], "",
        Provenance.of(name(), Map.of(), table.size()));
  }
}
