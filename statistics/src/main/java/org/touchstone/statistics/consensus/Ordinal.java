package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * For classes with an order (poor, fair, good): raters see the true step with a bias and a blur, and near errors are
 * likelier than far ones; cumulative logistic link, EM.
 *
 * <p>p(label at most m | step k) = 1 / (1 + exp(-a_r (m + ½ - k - b_r))): two figures a rater, sharpness a_r and leaning b_r
 * (above 0: too high), instead of K². Sharpness has a log-normal prior and leaning a normal one, so few judgments move them
 * little. The classes must be in their order: numbers are, other classes as the table's builder was given them.
 *
 * <p>Without known answers a leaning that all raters share cannot be told from other answers, and the outermost step, beyond which
 * nobody can lean, would let it drift: so with three classes or more the leanings then average to 0, each weighted by its precision.
 *
 * @param maxSweeps upper limit of EM sweeps
 * @param tolerance stops when the trace grows by less than this share of itself
 */
public record Ordinal(int maxSweeps, double tolerance) implements ConsensusMethod {
  private static final double LOG_SHARPNESS = Math.log(2);

  public Ordinal {
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Ordinal() {
    this(100, 1e-8);
  }

  @Override
  public String name() {
    return "ordinal";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    var sweep = new Sweep(table, 1, gold);
    sweep.startFromShares();
    int raters = table.raters();
    var sharpness = new double[raters];
    var leaning = new double[raters];
    Arrays.fill(sharpness, LOG_SHARPNESS);
    var confusion = new double[sweep.logTable.length];
    double[] trace = Sweeps.until(maxSweeps, tolerance, progress, () -> {
      double logPrior = DawidSkene.maximiseClasses(sweep, 0.01);
      for (int r = 0; r < raters; r++) climb(sweep, r, sharpness, leaning);
      if (gold.size() == 0 && table.classes() > 2) centre(leaning, weights(sweep, sharpness));
      for (int r = 0; r < raters; r++) logPrior += tabulate(sweep, r, sharpness[r], leaning[r], confusion);
      return logPrior + sweep.run();
    });
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), Map.of("maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  /** How much each leaning is worth: judgments over the rater's variance, so that who guesses moves nobody. */
  private static double[] weights(Sweep sweep, double[] logSharpness) {
    var weights = new double[logSharpness.length];
    for (int c = 0; c < sweep.counts.length; c++) weights[c / (sweep.counts.length / weights.length)] += sweep.counts[c];
    for (int r = 0; r < weights.length; r++) weights[r] *= Math.exp(2 * logSharpness[r]);
    return weights;
  }

  private static void centre(double[] leaning, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int r = 0; r < leaning.length; r++) {
      sum += weights[r] * leaning[r];
      all += weights[r];
    }
    for (int r = 0; all > 0 && r < leaning.length; r++) leaning[r] -= sum / all;
  }

  /** Climbs from the present figures by steps that are halved when no direction goes up. */
  private static void climb(Sweep sweep, int rater, double[] sharpness, double[] leaning) {
    double a = sharpness[rater];
    double b = leaning[rater];
    double best = objective(sweep, rater, a, b);
    for (double step = 0.4; step > 0.01; ) {
      double right = objective(sweep, rater, a + step, b);
      double left = objective(sweep, rater, a - step, b);
      double up = objective(sweep, rater, a, b + step);
      double down = objective(sweep, rater, a, b - step);
      double top = Math.max(Math.max(right, left), Math.max(up, down));
      if (top <= best) {
        step /= 2;
        continue;
      }
      best = top;
      if (top == right) a += step;
      else if (top == left) a -= step;
      else if (top == up) b += step;
      else b -= step;
    }
    sharpness[rater] = a;
    leaning[rater] = b;
  }

  /** Writes down what the rater's two figures mean; their log prior comes back. */
  private static double tabulate(Sweep sweep, int rater, double logSharpness, double leaning, double[] confusion) {
    double a = Math.exp(logSharpness);
    int classes = sweep.labels;
    for (int l = 0; l < classes; l++) {
      for (int k = 0; k < classes; k++) {
        int at = (rater * classes + l) * classes + k;
        confusion[at] = probability(l, k, classes, a, leaning);
        sweep.logTable[at] = Math.log(confusion[at]);
      }
    }
    return prior(logSharpness, leaning);
  }

  private static double objective(Sweep sweep, int rater, double logSharpness, double leaning) {
    int classes = sweep.labels;
    double a = Math.exp(logSharpness);
    double sum = prior(logSharpness, leaning);
    for (int l = 0; l < classes; l++) {
      for (int k = 0; k < classes; k++) {
        double count = sweep.counts[(rater * classes + l) * classes + k];
        if (count > 0) sum += count * Math.log(probability(l, k, classes, a, leaning));
      }
    }
    return sum;
  }

  private static double prior(double logSharpness, double leaning) {
    return -(logSharpness - LOG_SHARPNESS) * (logSharpness - LOG_SHARPNESS) / 2 - 2 * leaning * leaning;
  }

  static double probability(int label, int step, int classes, double sharpness, double leaning) {
    double upper = label == classes - 1 ? 1 : logistic(sharpness * (label + 0.5 - step - leaning));
    double lower = label == 0 ? 0 : logistic(sharpness * (label - 0.5 - step - leaning));
    return Math.max(1e-9, upper - lower);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
