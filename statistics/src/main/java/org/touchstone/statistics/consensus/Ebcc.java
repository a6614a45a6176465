package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * EBCC (Li, Rubinstein and Cohn 2019), by variational Bayes: each class has several sub-types that raters meet alike, so
 * raters may err together.
 *
 * <p>{@link Ibcc} takes raters as independent once the answer is known; where an item fools many, that makes it too sure.
 * Here the state of an item is a class and a sub-type, and each rater has a row of its table for each state. The start
 * spreads each class over its sub-types by chance, so several starts are made and the one with the best lower bound kept.
 *
 * @param subtypes sub-types of each class
 * @param right prior of a rater's right answers, per state
 * @param wrong prior of each wrong answer, per state
 * @param spread prior of the sub-types of a class together; small values leave unneeded sub-types empty
 * @param starts number of random starts
 * @param seed of the random starts
 */
public record Ebcc(int subtypes, double right, double wrong, double spread, int starts, long seed, int maxSweeps, double tolerance)
    implements ConsensusMethod {

  public Ebcc {
    if (subtypes < 1 || starts < 1 || maxSweeps < 1) throw new IllegalArgumentException("subtypes, starts and sweeps are 1 or more");
    if (!(right > 0 && wrong > 0 && spread > 0)) throw new IllegalArgumentException("priors lie above 0");
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Ebcc() {
    this(10, 4, 1, 0.1, 4, 1, 200, 1e-7);
  }

  @Override
  public String name() {
    return "ebcc";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    int classes = table.classes();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Sweep best = null;
    double[] bestTrace = {};
    var patience = new Patience(progress);
    for (int start = 0; start < starts && !patience.isOver(); start++) {
      var sweep = new Sweep(table, subtypes, gold);
      sweep.tally(scattered(sweep.startingShares(), random));
      int begun = start;
      double[] trace = Sweeps.until(maxSweeps, tolerance,
          (done, total) -> patience.report((long) begun * total + done, (long) starts * total), () -> {
            double divergence = believe(sweep);
            return sweep.run() - divergence;
          });
      if (best == null || trace[trace.length - 1] > bestTrace[bestTrace.length - 1]) {
        best = sweep;
        bestTrace = trace;
      }
    }
    var posteriors = new double[table.items() * classes];
    double[] ofSubtypes = best.posteriors();
    for (int x = 0; x < ofSubtypes.length; x++) posteriors[x / subtypes] += ofSubtypes[x];
    double[] confusion = confusion(best);
    return new Consensus(table, posteriors, gold, confusion, bestTrace, "",
        Provenance.of(name(), Map.of("subtypes", "" + subtypes, "right", "" + right, "wrong", "" + wrong, "spread", "" + spread,
            "starts", "" + starts, "seed", "" + seed, "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  /** Shares each class of each item out over its sub-types by a flat random cut. */
  private double[] scattered(double[] posterior, RandomGenerator random) {
    double[] start = posterior.clone();
    for (int from = 0; from < start.length; from += subtypes) {
      double sum = 0;
      double all = 0;
      var cut = new double[subtypes];
      for (int m = 0; m < subtypes; m++) {
        all += start[from + m];
        sum += cut[m] = -Math.log(1 - random.nextDouble());
      }
      for (int m = 0; m < subtypes; m++) start[from + m] = all * cut[m] / sum;
    }
    return start;
  }

  private double[] prior(int state, int labels) {
    var prior = new double[labels];
    Arrays.fill(prior, wrong);
    prior[state / subtypes] = right;
    return prior;
  }

  private double believe(Sweep sweep) {
    int labels = sweep.labels;
    if (labels == 0) return 0;
    var classCounts = new double[labels];
    for (int s = 0; s < sweep.states; s++) classCounts[s / subtypes] += sweep.stateCounts[s];
    var flat = new double[labels];
    Arrays.fill(flat, 1);
    var classLogs = new double[labels];
    double divergence = Dirichlets.expectedLogs(classCounts, 0, 1, flat, classLogs);
    var within = new double[subtypes];
    Arrays.fill(within, spread / subtypes);
    for (int k = 0; k < labels; k++) {
      divergence += Dirichlets.expectedLogs(sweep.stateCounts, k * subtypes, 1, within, sweep.logPrior);
      for (int m = 0; m < subtypes; m++) sweep.logPrior[k * subtypes + m] += classLogs[k];
    }
    for (int s = 0; s < sweep.states; s++) {
      double[] prior = prior(s, labels);
      for (int r = 0; r < sweep.table.raters(); r++) {
        divergence += Dirichlets.expectedLogs(sweep.counts, r * labels * sweep.states + s, sweep.states, prior, sweep.logTable);
      }
    }
    return divergence;
  }

  /** p(label | class) of each rater, over the sub-types as often as they occur. */
  private double[] confusion(Sweep sweep) {
    int labels = sweep.labels;
    var confusion = new double[sweep.table.raters() * labels * labels];
    for (int r = 0; r < sweep.table.raters(); r++) {
      for (int k = 0; k < labels; k++) {
        double sum = right + (labels - 1) * wrong;
        for (int l = 0; l < labels; l++) {
          double count = l == k ? right : wrong;
          for (int m = 0; m < subtypes; m++) count += sweep.counts[(r * labels + l) * sweep.states + k * subtypes + m];
          confusion[(r * labels + l) * labels + k] = count;
          sum += count - (l == k ? right : wrong);
        }
        for (int l = 0; l < labels; l++) confusion[(r * labels + l) * labels + k] /= sum;
      }
    }
    return confusion;
  }
}
