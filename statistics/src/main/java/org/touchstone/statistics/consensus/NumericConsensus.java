package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.ScoreTable;

/**
 * The best value of each item from numbers given by raters who shoot high or low, and more or less widely.
 *
 * <p>x_ij = μ_i + b_j + ε with ε ~ N(0, σ_j²). In turn μ_i is the mean of x_ij - b_j weighted by 1/σ_j², b_j the rater's mean
 * residual shrunk to 0, and σ_j² its mean squared residual shrunk to the crowd's geometric mean; residuals are taken from the other
 * raters' values, so that an item with one judgment teaches nothing about its rater. With {@code weigh} off it is the plain
 * mean. The biases average to 0, since a bias that all share cannot be seen.
 *
 * @param weigh whether raters have biases and variances of their own
 * @param shrink answers of an average rater that each rater is mixed with, above 0
 */
public record NumericConsensus(boolean weigh, double shrink, int maxSweeps) {
  private static final double LEVEL = 0.95;
  private static final double Z = 1.959963984540054;

  public NumericConsensus {
    if (!(shrink > 0)) throw new IllegalArgumentException("shrink lies above 0, got " + shrink);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
  }

  public NumericConsensus() {
    this(true, 5, 50);
  }

  /** The plain mean of each item. */
  public static NumericConsensus mean() {
    return new NumericConsensus(false, 5, 50);
  }

  public String name() {
    return weigh ? "weighted-mean" : "mean";
  }

  /**
   * @param values by item; undefined for an item without judgments
   * @param bias by rater; how much the rater shoots high
   * @param spread by rater; standard deviation of its judgments around the truth
   */
  public record Result(ScoreTable table, Estimate[] values, Estimate[] bias, Estimate[] spread, Provenance provenance) {
    public Estimate value(int item) {
      return values[item];
    }
  }

  public Result estimate(ScoreTable table, Progress progress) {
    var mean = new double[table.items()];
    var bias = new double[table.raters()];
    var variance = new double[table.raters()];
    Arrays.fill(variance, 1);
    means(table, bias, variance, mean);
    double pooled = spread(table, mean, bias, variance, false);
    for (int t = 0; t < maxSweeps && weigh; t++) {
      double[] before = mean.clone();
      spread(table, mean, bias, variance, true);
      means(table, bias, variance, mean);
      double moved = 0;
      for (int i = 0; i < mean.length; i++) moved = Math.max(moved, Math.abs(mean[i] - before[i]));
      if (!progress.report(t + 1, maxSweeps) || moved <= 1e-9 * (1 + Math.sqrt(pooled))) break;
    }
    return result(table, mean, bias, variance);
  }

  private static void means(ScoreTable table, double[] bias, double[] variance, double[] mean) {
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      double weight = 0;
      for (int j = table.from(i); j < table.to(i); j++) {
        double w = 1 / variance[table.rater(j)];
        sum += w * (table.value(j) - bias[table.rater(j)]);
        weight += w;
      }
      mean[i] = weight > 0 ? sum / weight : 0;
    }
  }

  /** Finds biases and variances from residuals against the others' mean; the pooled variance comes back. */
  private double spread(ScoreTable table, double[] mean, double[] bias, double[] variance, boolean own) {
    var n = new double[bias.length];
    var sum = new double[bias.length];
    var square = new double[bias.length];
    for (int i = 0; i < mean.length; i++) {
      double weight = 0;
      for (int j = table.from(i); j < table.to(i); j++) weight += 1 / variance[table.rater(j)];
      for (int j = table.from(i); j < table.to(i); j++) {
        int r = table.rater(j);
        double w = 1 / variance[r];
        double rest = weight - w;
        if (rest <= 1e-12 * weight) continue;
        double others = (mean[i] * weight - w * (table.value(j) - bias[r])) / rest;
        double noise = 1 / rest;
        double residual = table.value(j) - others;
        n[r]++;
        sum[r] += residual;
        square[r] += Math.max(0, (residual - bias[r]) * (residual - bias[r]) - (own ? noise : 0));
      }
    }
    double all = Arrays.stream(n).sum();
    double pooled = all > 0 ? Arrays.stream(square).sum() / all : 1;
    double floor = Math.max(1e-12, 1e-3 * pooled);
    double logs = 0;
    for (int r = 0; r < bias.length; r++) logs += n[r] * Math.log((square[r] + pooled) / (n[r] + 1));
    double typical = all > 0 && pooled > 0 ? Math.exp(logs / all) : pooled;
    double meanBias = 0;
    for (int r = 0; r < bias.length; r++) {
      if (own) bias[r] = sum[r] / (n[r] + shrink);
      variance[r] = Math.max(floor, (square[r] + shrink * typical) / (n[r] + shrink));
      meanBias += all > 0 ? n[r] * bias[r] / all : 0;
    }
    for (int r = 0; r < bias.length; r++) bias[r] -= own ? meanBias : 0;
    return pooled;
  }

  private Result result(ScoreTable table, double[] mean, double[] bias, double[] variance) {
    var values = new Estimate[mean.length];
    for (int i = 0; i < mean.length; i++) {
      int n = table.to(i) - table.from(i);
      double weight = 0;
      for (int j = table.from(i); j < table.to(i); j++) weight += 1 / variance[table.rater(j)];
      values[i] = n == 0 ? Estimate.undefined("the item has no judgments")
          : table.size() == table.items() ? Estimate.of(mean[i], n) : Estimate.of(mean[i], n, around(mean[i], 1 / Math.sqrt(weight)));
    }
    var n = new long[bias.length];
    for (int j = 0; j < table.size(); j++) n[table.rater(j)]++;
    var biases = new Estimate[bias.length];
    var spreads = new Estimate[bias.length];
    for (int r = 0; r < bias.length; r++) {
      biases[r] = weigh ? Estimate.of(bias[r], n[r], around(bias[r], Math.sqrt(variance[r] / (n[r] + shrink))))
          : Estimate.undefined("the plain mean takes raters as unbiased");
      spreads[r] = weigh ? Estimate.of(Math.sqrt(variance[r]), n[r]) : Estimate.undefined("the plain mean takes raters as alike");
    }
    return new Result(table, values, biases, spreads, Provenance.of(name(), Map.of("weigh", "" + weigh, "shrink", "" + shrink, "maxSweeps", "" + maxSweeps), table.size()));
  }

  private static Interval around(double value, double error) {
    return new Interval(value - Z * error, value + Z * error, LEVEL);
  }
}
