package org.touchstone.statistics.consensus;

/**
 * e^x for many x at once.
 *
 * <p>e^x = (e^{x/256})^256: a short power series, its even and its odd powers apart, and eight squarings, with no branch and no
 * call in the loop, so that the compiler works on several at a time. The relative error stays below 1e-13. Below
 * {@link #LEAST}, which adds nothing to a sum that holds a 1, it is e^LEAST, and above {@link #MOST} it is e^MOST.
 */
final class Exponentials {
  static final double LEAST = -40;
  static final double MOST = 40;

  private static final double SCALE = 1.0 / 256;

  private Exponentials() {}

  /** Replaces the first n of x, none of them NaN, by their exponentials. */
  static void replace(double[] x, int n) {
    for (int i = 0; i < n; i++) {
      double r = Math.min(Math.max(x[i], LEAST), MOST) * SCALE;
      double s = r * r;
      double even = 1 + s * (1 / 2.0 + s * (1 / 24.0 + s * (1 / 720.0 + s * (1 / 40320.0 + s * (1 / 3628800.0)))));
      double odd = 1 + s * (1 / 6.0 + s * (1 / 120.0 + s * (1 / 5040.0 + s * (1 / 362880.0))));
      double q = even + r * odd;
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
