package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * iBCC (Kim and Ghahramani 2012), by variational Bayes: Dawid–Skene with Dirichlet beliefs about every rater's table
 * instead of one best table.
 *
 * <p>A rater of few judgments stays uncertain and so speaks softly. The trace is the evidence lower bound and never falls.
 *
 * @param right prior of a rater's right answers, per class
 * @param wrong prior of each wrong answer, per class
 * @param classes prior of each class
 */
public record Ibcc(double right, double wrong, double classes, int maxSweeps, double tolerance) implements ConsensusMethod {

  public Ibcc {
    if (!(right > 0 && wrong > 0 && classes > 0)) throw new IllegalArgumentException("priors lie above 0");
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Ibcc() {
    this(4, 1, 1, 200, 1e-8);
  }

  @Override
  public String name() {
    return "ibcc";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress, () -> {
      double divergence = believe(sweep);
      return sweep.run() - divergence;
    });
    double[] confusion = means(sweep);
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), Map.of("right", "" + right, "wrong", "" + wrong, "classes", "" + classes,
            "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  private double[] prior(int k, int labels) {
    var prior = new double[labels];
    Arrays.fill(prior, wrong);
    prior[k] = right;
    return prior;
  }

  private double believe(Sweep sweep) {
    int labels = sweep.labels;
    var flat = new double[labels];
    Arrays.fill(flat, classes);
    double divergence = labels == 0 ? 0 : Dirichlets.expectedLogs(sweep.stateCounts, 0, 1, flat, sweep.logPrior);
    for (int k = 0; k < labels; k++) {
      double[] prior = prior(k, labels);
      for (int r = 0; r < sweep.table.raters(); r++) {
        divergence += Dirichlets.expectedLogs(sweep.counts, r * labels * labels + k, labels, prior, sweep.logTable);
      }
    }
    return divergence;
  }

  private double[] means(Sweep sweep) {
    int labels = sweep.labels;
    var means = new double[sweep.counts.length];
    for (int k = 0; k < labels; k++) {
      double[] prior = prior(k, labels);
      for (int row = k; row < means.length; row += labels * labels) {
        double sum = 0;
        for (int l = 0; l < labels; l++) sum += means[row + l * labels] = sweep.counts[row + l * labels] + prior[l];
        for (int l = 0; l < labels; l++) means[row + l * labels] /= sum;
      }
    }
    return means;
  }
}
