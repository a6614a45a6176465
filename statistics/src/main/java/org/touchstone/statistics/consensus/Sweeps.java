package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.touchstone.statistics.Progress;

/** Repeats a sweep until its objective hardly grows, the limit is reached or the caller has had enough. */
final class Sweeps {
  private Sweeps() {}

  /** The objective after each sweep. */
  static double[] until(int maxSweeps, double tolerance, Progress progress, DoubleSupplier sweep) {
    var trace = new double[maxSweeps];
    for (int t = 0; t < maxSweeps; t++) {
      trace[t] = sweep.getAsDouble();
      boolean goOn = progress.report(t + 1, maxSweeps);
      boolean settled = t > 0 && Math.abs(trace[t] - trace[t - 1]) <= tolerance * (1 + Math.abs(trace[t]));
      if (!goOn || settled) return Arrays.copyOf(trace, t + 1);
    }
    return trace;
  }
}
