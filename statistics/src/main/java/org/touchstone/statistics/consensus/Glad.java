package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * GLAD (Whitehill, Wu, Bergsma, Movellan and Ruvolo 2009): raters have an ability a_r, items an ease e^{b_i}, and a judgment
 * is right with probability 1 / (1 + exp(-a_r e^{b_i})); errors fall evenly on the other classes.
 *
 * <p>Abilities and eases have normal priors of mean 1 and variance 1. Each sweep finds the posteriors and then moves every
 * ability and every ease by one damped Newton step of the expected log posterior. A negative ability is a rater who means
 * the opposite.
 *
 * @param maxSweeps upper limit of sweeps
 * @param tolerance stops when the trace changes by less than this share of itself
 */
public record Glad(int maxSweeps, double tolerance) implements ConsensusMethod {
  private static final double MEAN = 1;

  public Glad {
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Glad() {
    this(100, 1e-6);
  }

  @Override
  public String name() {
    return "glad";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    double[] posteriors = Majority.shares(table, gold);
    double[] trace = {};
    if (table.classes() > 1) {
      var model = new Model(table, gold, posteriors);
      trace = Sweeps.until(maxSweeps, tolerance, progress, model::sweep);
    }
    return new Consensus(table, posteriors, gold, null, trace, "",
        Provenance.of(name(), Map.of("maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  private static final class Model {
    private static final int CHUNKS = 8;
    private static final int PARALLEL_FROM = 200_000;

    private final LabelTable table;
    private final Gold gold;
    private final double[] posterior;
    private final double[] ability;
    private final double[] logEase;
    private final int classes;
    private final double logWrong;

    Model(LabelTable table, Gold gold, double[] posterior) {
      this.table = table;
      this.gold = gold;
      this.posterior = posterior;
      classes = table.classes();
      logWrong = -Math.log(classes - 1);
      ability = new double[table.raters()];
      logEase = new double[table.items()];
      Arrays.fill(ability, MEAN);
      Arrays.fill(logEase, MEAN);
    }

    double sweep() {
      int chunks = table.size() >= PARALLEL_FROM ? CHUNKS : 1;
      var slope = new double[chunks][ability.length];
      var curve = new double[chunks][ability.length];
      var sum = new double[chunks];
      var work = IntStream.range(0, chunks);
      (chunks > 1 ? work.parallel() : work).forEach(c -> {
        int from = (int) ((long) table.items() * c / chunks);
        int to = (int) ((long) table.items() * (c + 1) / chunks);
        var logs = new double[classes];
        for (int i = from; i < to; i++) sum[c] += item(i, logs, slope[c], curve[c]);
      });
      double objective = 0;
      for (double part : sum) objective += part;
      for (int r = 0; r < ability.length; r++) {
        objective -= (ability[r] - MEAN) * (ability[r] - MEAN) / 2;
        double g = MEAN - ability[r];
        double h = 1;
        for (int c = 0; c < chunks; c++) {
          g += slope[c][r];
          h += curve[c][r];
        }
        ability[r] = Math.clamp(ability[r] + Math.clamp(g / h, -1, 1), -20, 20);
      }
      return objective;
    }

    /** Posterior of one item, its own ease, and its part in the steps of its raters; answers its log likelihood and prior. */
    private double item(int i, double[] logs, double[] slope, double[] curve) {
      double ease = Math.exp(logEase[i]);
      Arrays.fill(logs, -Math.log(classes));
      double allWrong = 0;
      for (int j = table.from(i); j < table.to(i); j++) {
        double x = ability[table.rater(j)] * ease;
        double wrong = -softplus(x) + logWrong;
        allWrong += wrong;
        logs[table.label(j)] += -softplus(-x) - wrong;
      }
      double top = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        logs[k] = gold.answer(i) >= 0 && gold.answer(i) != k ? Double.NEGATIVE_INFINITY : logs[k] + allWrong;
        top = Math.max(top, logs[k]);
      }
      double total = 0;
      for (int k = 0; k < classes; k++) total += logs[k] = Math.exp(logs[k] - top);
      for (int k = 0; k < classes; k++) posterior[i * classes + k] = logs[k] / total;
      double g = MEAN - logEase[i];
      double h = 1;
      for (int j = table.from(i); j < table.to(i); j++) {
        int r = table.rater(j);
        double x = ability[r] * ease;
        double right = 1 / (1 + Math.exp(-x));
        double residual = logs[table.label(j)] / total - right;
        double weight = Math.max(right * (1 - right), 1e-6);
        slope[r] += residual * ease;
        curve[r] += weight * ease * ease;
        g += residual * x;
        h += weight * x * x;
      }
      double prior = -(logEase[i] - MEAN) * (logEase[i] - MEAN) / 2;
      logEase[i] = Math.clamp(logEase[i] + Math.clamp(g / h, -0.5, 0.5), -5, 5);
      return top + Math.log(total) + prior;
    }

    private static double softplus(double x) {
      return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
  }
}
