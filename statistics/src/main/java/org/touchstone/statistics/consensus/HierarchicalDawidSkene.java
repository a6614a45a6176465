package org.touchstone.statistics.consensus;

import static org.touchstone.statistics.BetaDistribution.digamma;
import static org.touchstone.statistics.BetaDistribution.logGamma;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Dawid–Skene whose raters come from a crowd: the Dirichlet prior of their tables is itself fitted to all raters.
 *
 * <p>As {@link Ibcc}, but each true class has a prior row found by Minka's fixed point, which raises the same lower bound.
 * A rater with three judgments is taken for one of the crowd, one with three hundred stands for itself; where raters hardly
 * differ the result goes over into a calibrated majority. A weak hyperprior keeps the rows near {@code start} while there are few raters.
 *
 * @param crowd how many raters' worth of belief the starting prior carries
 */
public record HierarchicalDawidSkene(double crowd, int maxSweeps, double tolerance) implements ConsensusMethod {
  private static final double RIGHT = 4;
  private static final double WRONG = 1;

  public HierarchicalDawidSkene {
    if (!(crowd > 0)) throw new IllegalArgumentException("crowd lies above 0, got " + crowd);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public HierarchicalDawidSkene() {
    this(5, 200, 1e-7);
  }

  @Override
  public String name() {
    return "hierarchical";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    int labels = table.classes();
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    var prior = new double[labels][labels];
    for (int k = 0; k < labels; k++) {
      Arrays.fill(prior[k], WRONG);
      prior[k][k] = RIGHT;
    }
    var flat = new double[labels];
    Arrays.fill(flat, 1);
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress, () -> {
      double divergence = labels == 0 ? 0 : Dirichlets.expectedLogs(sweep.stateCounts, 0, 1, flat, sweep.logPrior);
      for (int k = 0; k < labels; k++) {
        if (labels > 1) divergence -= fit(sweep, k, prior[k]);
        for (int r = 0; r < table.raters(); r++) {
          divergence += Dirichlets.expectedLogs(sweep.counts, r * labels * labels + k, labels, prior[k], sweep.logTable);
        }
      }
      return sweep.run() - divergence;
    });
    var confusion = new double[sweep.counts.length];
    for (int at = 0; at < confusion.length; at++) {
      int k = at % labels;
      int row = at - at % (labels * labels) + k;
      double sum = Arrays.stream(prior[k]).sum();
      for (int l = 0; l < labels; l++) sum += sweep.counts[row + l * labels];
      confusion[at] = (sweep.counts[at] + prior[k][at / labels % labels]) / sum;
    }
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), Map.of("crowd", "" + crowd, "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  /**
   * One fixed-point step for the prior row of a class; {@code crowd} raters who are as the starting prior says count too.
   * Their log likelihood under the new row comes back, a part of the objective.
   */
  private double fit(Sweep sweep, int k, double[] prior) {
    int labels = prior.length;
    double sum = Arrays.stream(prior).sum();
    var up = new double[labels];
    double down = 0;
    double ease = digamma(sum);
    double startSum = RIGHT + (labels - 1) * WRONG;
    for (int l = 0; l < labels; l++) {
      double start = l == k ? RIGHT : WRONG;
      up[l] = crowd * (digamma(start + prior[l]) - digamma(prior[l]));
    }
    down += crowd * (digamma(startSum + sum) - ease);
    for (int r = 0; r < sweep.table.raters(); r++) {
      int row = r * labels * labels + k;
      double n = 0;
      for (int l = 0; l < labels; l++) {
        double c = sweep.counts[row + l * labels];
        if (c > 0) up[l] += digamma(c + prior[l]) - digamma(prior[l]);
        n += c;
      }
      if (n > 0) down += digamma(n + sum) - ease;
    }
    double next = 0;
    for (int l = 0; l < labels; l++) next += prior[l] = Math.max(1e-6, prior[l] * up[l] / down);
    double log = logGamma(next) - logGamma(next + startSum);
    for (int l = 0; l < labels; l++) log += logGamma(prior[l] + (l == k ? RIGHT : WRONG)) - logGamma(prior[l]);
    return crowd * log;
  }
}
