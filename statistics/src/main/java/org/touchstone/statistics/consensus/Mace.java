package org.touchstone.statistics.consensus;

import static org.touchstone.statistics.BetaDistribution.digamma;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * MACE (Hovy, Berg-Kirkpatrick, Vaswani and Hovy 2013): a rater either knows the answer, with probability t_r, or types a
 * label from a habit of its own, ξ_r; variational Bayes.
 *
 * <p>p(l | k) = t_r [l = k] + (1 - t_r) ξ_r(l). Unlike the paper, whose classes are equally likely beforehand, the class shares are estimated. Whether a judgment was knowledge or
 * habit follows in closed form from the sums per rater, label and class, so a sweep costs what Dawid–Skene's does.
 *
 * @param honesty beta prior of t_r, both parameters
 * @param habit Dirichlet prior of each ξ_r(l)
 */
public record Mace(double honesty, double habit, int maxSweeps, double tolerance) implements ConsensusMethod {

  public Mace {
    if (!(honesty > 0 && habit > 0)) throw new IllegalArgumentException("priors lie above 0, got " + honesty + " and " + habit);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Mace() {
    this(0.5, 10, 100, 1e-9);
  }

  @Override
  public String name() {
    return "mace";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    int classes = table.classes();
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    var confusion = new double[sweep.logTable.length];
    var knows = new double[table.raters()];
    var types = new double[table.raters() * classes];
    Arrays.fill(knows, 0.5);
    Arrays.fill(types, 0.5 / Math.max(1, classes));
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress, () -> {
      for (int r = 0; r < knows.length; r++) update(sweep, r, knows, types, confusion);
      DawidSkene.maximiseClasses(sweep, 0.01);
      return sweep.run();
    });
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), Map.of("honesty", "" + honesty, "habit", "" + habit, "maxSweeps", "" + maxSweeps,
            "tolerance", "" + tolerance), table.size()));
  }

  /** {@code knows} and {@code types} hold the geometric means of t_r and of (1 - t_r) ξ_r(l) under the present belief. */
  private void update(Sweep sweep, int rater, double[] knows, double[] types, double[] confusion) {
    int classes = sweep.labels;
    int base = rater * classes * classes;
    double known = 0;
    double typed = 0;
    var typedLabel = new double[classes];
    for (int l = 0; l < classes; l++) {
      double matching = sweep.counts[base + l * classes + l];
      double share = knows[rater] / Math.max(knows[rater] + types[rater * classes + l], 1e-300);
      typedLabel[l] = sweep.cellSize(rater * classes + l) - matching * share;
      known += matching * share;
      typed += typedLabel[l];
    }
    double all = digamma(known + typed + 2 * honesty);
    double allTyped = digamma(typed + classes * habit);
    knows[rater] = Math.exp(digamma(known + honesty) - all);
    double spams = Math.exp(digamma(typed + honesty) - all);
    double mean = (known + honesty) / (known + typed + 2 * honesty);
    for (int l = 0; l < classes; l++) {
      types[rater * classes + l] = spams * Math.exp(digamma(typedLabel[l] + habit) - allTyped);
      double habitMean = (typedLabel[l] + habit) / (typed + classes * habit);
      for (int k = 0; k < classes; k++) {
        int at = base + l * classes + k;
        confusion[at] = (l == k ? mean : 0) + (1 - mean) * habitMean;
        sweep.logTable[at] = Math.log(Math.max((l == k ? knows[rater] : 0) + types[rater * classes + l], DawidSkene.FLOOR));
      }
    }
  }
}
