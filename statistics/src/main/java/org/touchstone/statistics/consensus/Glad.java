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
    private static final int BLOCK = 256;
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
      var slope = new double[chunks][];
      var curve = new double[chunks][];
      var sum = new double[chunks];
      var range = IntStream.range(0, chunks);
      (chunks > 1 ? range.parallel() : range).forEach(c -> {
        int from = (int) ((long) table.items() * c / chunks);
        int to = (int) ((long) table.items() * (c + 1) / chunks);
        var work = new Scratch(classes, ability.length);
        slope[c] = work.slope;
        curve[c] = work.curve;
        for (int i = from; i < to; i += BLOCK) sum[c] += block(i, Math.min(to, i + BLOCK), work);
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

    /** What one thread needs beside the model; x_j = a_r e^{b_i} and e^{-|x_j|} of a few items' judgments. */
    private static final class Scratch {
      final double[] logs;
      final double[] slope;
      final double[] curve;
      double[] x = {};
      double[] e = {};

      Scratch(int classes, int raters) {
        logs = new double[classes];
        slope = new double[raters];
        curve = new double[raters];
      }
    }

    /** Posteriors of a few items, their eases, and their part in the steps of the raters; answers log likelihood and prior. */
    private double block(int fromItem, int toItem, Scratch work) {
      int base = table.from(fromItem);
      int n = table.to(toItem - 1) - base;
      if (work.x.length < n) {
        work.x = new double[n];
        work.e = new double[n];
      }
      for (int i = fromItem; i < toItem; i++) {
        double ease = Math.exp(logEase[i]);
        for (int j = table.from(i), to = table.to(i); j < to; j++) {
          double x = ability[table.rater(j)] * ease;
          work.x[j - base] = x;
          work.e[j - base] = -Math.abs(x);
        }
      }
      Exponentials.replace(work.e, n);
      double sum = 0;
      for (int i = fromItem; i < toItem; i++) sum += item(i, base, work);
      return sum;
    }

    /** Of log p(right) = x - log(1 + e^x) and log p(wrong) = -log(1 + e^x) only x differs from class to class. */
    private double item(int i, int base, Scratch work) {
      double[] logs = work.logs;
      Arrays.fill(logs, -Math.log(classes));
      double allWrong = 0;
      double product = 1;
      for (int j = table.from(i), to = table.to(i); j < to; j++) {
        double x = work.x[j - base];
        allWrong += logWrong - Math.max(x, 0);
        product *= 1 + work.e[j - base];
        if (product > 1e200) {
          allWrong -= Math.log(product);
          product = 1;
        }
        logs[table.label(j)] += x - logWrong;
      }
      allWrong -= Math.log(product);
      double top = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        logs[k] = gold.answer(i) >= 0 && gold.answer(i) != k ? Double.NEGATIVE_INFINITY : logs[k] + allWrong;
        top = Math.max(top, logs[k]);
      }
      double total = 0;
      for (int k = 0; k < classes; k++) total += logs[k] = Math.exp(logs[k] - top);
      for (int k = 0; k < classes; k++) posterior[i * classes + k] = logs[k] / total;
      double ease = Math.exp(logEase[i]);
      double g = MEAN - logEase[i];
      double h = 1;
      for (int j = table.from(i), to = table.to(i); j < to; j++) {
        int r = table.rater(j);
        double x = work.x[j - base];
        double likely = 1 / (1 + work.e[j - base]);
        double right = x >= 0 ? likely : 1 - likely;
        double residual = posterior[i * classes + table.label(j)] - right;
        double weight = Math.max(right * (1 - right), 1e-6);
        work.slope[r] += residual * ease;
        work.curve[r] += weight * ease * ease;
        g += residual * x;
        h += weight * x * x;
      }
      double prior = -(logEase[i] - MEAN) * (logEase[i] - MEAN) / 2;
      logEase[i] = Math.clamp(logEase[i] + Math.clamp(g / h, -0.5, 0.5), -5, 5);
      return top + Math.log(total) + prior;
    }
  }
}
