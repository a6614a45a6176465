package org.touchstone.statistics.drift;

import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Page's cumulative sum on a sequence of rights and wrongs: the running log-likelihood ratio of a bad error rate
 * against a good one, never below zero. It raises an alarm at {@code threshold}; of all detectors with as few false
 * alarms it finds this very change soonest on average (Moustakides, 1986).
 *
 * <pre>S_t = max(0, S_{t−1} + log P_bad(x_t)/P_good(x_t))</pre>
 *
 * @param goodRate the error rate of a rater in form
 * @param badRate the error rate worth an alarm, above the good one
 * @param threshold the height of the alarm
 */
public record Cusum(double goodRate, double badRate, double threshold) {
  private static final int COARSEST = 150;
  private static final int FINEST = 500;
  private static final int HALVINGS = 40;

  public Cusum {
    if (!(0 < goodRate && goodRate < badRate && badRate < 1)) {
      throw new IllegalArgumentException("error rates need 0 < good < bad < 1, got " + goodRate + " and " + badRate);
    }
    if (!(threshold > 0)) throw new IllegalArgumentException("a threshold is positive, got " + threshold);
  }

  /**
   * The detector whose false alarms come once in this many judgments on average or more rarely, while the rater is in
   * form. Sums can take certain heights only, so the threshold is put a little above the height at which the chain
   * keeps the promise.
   */
  public static Cusum withFalseAlarmEvery(double judgments, double goodRate, double badRate) {
    return withFalseAlarmEvery(judgments, goodRate, badRate, Progress.SILENT);
  }

  /** @param progress told after each height tried; refusing leaves the lowest that was found high enough, so the promise holds but the alarm comes later */
  public static Cusum withFalseAlarmEvery(double judgments, double goodRate, double badRate, Progress progress) {
    if (!(judgments >= 2)) throw new IllegalArgumentException("false alarms every 2 judgments or rarer, got "
        + judgments);
    double low = 1e-3;
    double high = 1;
    while (new Cusum(goodRate, badRate, high).judgmentsToAlarm(goodRate) < judgments && high < 60) high *= 2;
    for (int step = 0; step < HALVINGS && progress.report(step, HALVINGS); step++) {
      double middle = 0.5 * (low + high);
      if (new Cusum(goodRate, badRate, middle).judgmentsToAlarm(goodRate) < judgments) low = middle;
      else high = middle;
    }
    return new Cusum(goodRate, badRate, high * 1.005);
  }

  /** The first alarm, if there is one. */
  public Optional<Alarm> firstAlarm(boolean[] wrong) {
    double sum = 0;
    int since = 0;
    for (int t = 0; t < wrong.length; t++) {
      if (sum == 0) since = t;
      sum = Math.max(0, sum + step(wrong[t]));
      if (sum >= threshold - 1e-12) return Optional.of(new Alarm(t, since, sum, provenance(t + 1L)));
    }
    return Optional.empty();
  }

  /** What an alarm says of itself, for a sequence of so many observations that raised none. */
  public Provenance provenance(long read) {
    return Provenance.of("cusum", Map.of("goodRate", Double.toString(goodRate), "badRate", Double.toString(badRate), "threshold", Double.toString(threshold)), read);
  }

  /**
   * The mean number of judgments to an alarm at this true error rate, by a Markov chain over the height of the sum
   * (Brook and Evans, 1972). At the good rate it is the mean time between false alarms, at the bad one the delay. The
   * grid divides the step down, and is chosen among such grids so that it all but divides the step up too; then the
   * chain is the sum itself.
   */
  public double judgmentsToAlarm(double errorRate) {
    double up = step(true);
    double down = -step(false);
    long cellsDown = grid(up, down);
    double width = down / cellsDown;
    int states = (int) Math.ceil(threshold / width - 1e-9);
    long cellsUp = Math.max(1, Math.round(up / width));
    double[][] chain = new double[states][states + 1];
    for (int s = 0; s < states; s++) {
      chain[s][s] += 1;
      chain[s][states] = 1;
      if (s + cellsUp < states) chain[s][(int) (s + cellsUp)] -= errorRate;
      chain[s][(int) Math.max(0, s - cellsDown)] -= 1 - errorRate;
    }
    return solveFirst(chain);
  }

  private long grid(double up, double down) {
    long fewest = Math.max(1, (long) Math.ceil(COARSEST * down / threshold));
    long most = Math.max(fewest, (long) (FINEST * down / threshold));
    long best = fewest;
    double least = Double.POSITIVE_INFINITY;
    for (long cells = fewest; cells <= Math.min(most, fewest + 1000); cells++) {
      double off = Math.abs(up * cells / down - Math.rint(up * cells / down)) / cells;
      if (off < least) {
        least = off;
        best = cells;
      }
    }
    return best;
  }

  private static double solveFirst(double[][] m) {
    int n = m.length;
    for (int p = n - 1; p > 0; p--) {
      for (int r = 0; r < p; r++) {
        double factor = m[r][p] / m[p][p];
        if (factor == 0) continue;
        for (int c = 0; c < p; c++) m[r][c] -= factor * m[p][c];
        m[r][n] -= factor * m[p][n];
      }
    }
    return m[0][n] / m[0][0];
  }

  private double step(boolean wrong) {
    return wrong ? Math.log(badRate / goodRate) : Math.log((1 - badRate) / (1 - goodRate));
  }
}
