package org.touchstone.statistics.consensus;

import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Votes weighted by how much better than chance their rater is: weight = agreement with the weighted result - 1/K, repeated
 * until the weights stand still.
 *
 * <p>A rater at chance counts nothing and one below chance counts against what it says. Weights move half of the way each
 * time, so that they cannot swing for ever.
 *
 * @param maxSweeps upper limit of repetitions
 * @param tolerance stops when no weight moves by more
 */
public record ZeroBasedSkill(int maxSweeps, double tolerance) implements ConsensusMethod {

  public ZeroBasedSkill {
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public ZeroBasedSkill() {
    this(100, 1e-5);
  }

  @Override
  public String name() {
    return "zero-based-skill";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    double chance = 1.0 / Math.max(1, table.classes());
    double[] shares = Majority.shares(table, gold);
    var weight = new double[table.raters()];
    for (int t = 0; t < maxSweeps; t++) {
      double[] agreement = WeightedVotes.agreement(table, WeightedVotes.settled(shares, table.classes()), chance);
      double moved = 0;
      for (int r = 0; r < weight.length; r++) {
        double next = t == 0 ? agreement[r] - chance : (weight[r] + agreement[r] - chance) / 2;
        moved = Math.max(moved, Math.abs(next - weight[r]));
        weight[r] = next;
      }
      shares = WeightedVotes.shares(table, weight, gold);
      if (!progress.report(t + 1, maxSweeps) || moved <= tolerance) break;
    }
    return new Consensus(table, shares, gold, null, new double[0], "",
        Provenance.of(name(), Map.of("maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }
}
