package org.touchstone.statistics.consensus;

/**
 * e^x for many x of 0 or less at once.
 *
 * <p>e^x = (e^{x/256})^256: a short power series and eight squarings, with no branch and no call in the loop, so that the
 * compiler works on several at a time. The relative error stays below 1e-13. Below {@link #LEAST}, which adds nothing to a
 * sum that holds a 1, it is e^LEAST.
 */
final class Exponentials {
  static final double LEAST = -40;

  private static final double SCALE = 1.0 / 256;

  private Exponentials() {}

  /** Replaces the first n of x, none of them above 0 or NaN, by their exponentials. */
  static void replace(double[] x, int n) {
    for (int i = 0; i < n; i++) {
      double r = Math.max(x[i], LEAST) * SCALE;
      double q = 1 + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0
          + r * (1 / 5040.0 + r * (1 / 40320.0 + r * (1 / 362880.0 + r * (1 / 3628800.0))))))))));
      q *= q;
      q *= q;
      q *= q;
      q *= q;
      q *= q;
      q *= q;
      q *= q;
      x[i] = q * q;
    }
  }
}
