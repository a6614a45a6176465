package org.touchstone.statistics.chance;

import java.util.function.DoubleUnaryOperator;

/** The beta distribution and its relatives: Student's t, Fisher's F and exact binomial tails. */
public final class Beta {
  private Beta() {}

  /** The regularised incomplete beta function I_x(a, b), by its continued fraction (modified Lentz). */
  public static double cumulative(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - cumulative(1 - x, b, a);
    double front = Math.exp(Gamma.log(a + b) - Gamma.log(a) - Gamma.log(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      fraction *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) break;
    }
    return front * fraction;
  }

  /** The x with I_x(a, b) = p. */
  public static double quantile(double p, double a, double b) {
    return bisect(x -> cumulative(x, a, b) - p, 0, 1);
  }

  /** P(T ≤ t) of Student's distribution. */
  public static double student(double t, double degrees) {
    double tail = 0.5 * cumulative(degrees / (degrees + t * t), degrees / 2, 0.5);
    return t > 0 ? 1 - tail : tail;
  }

  /** The half width, in standard errors, of a two-sided interval of Student's distribution. */
  public static double studentHalfWidth(double level, double degrees) {
    double x = quantile(1 - level, degrees / 2, 0.5);
    return Math.sqrt(degrees * (1 - x) / x);
  }

  /** The quantile of Fisher's F. */
  public static double fisherQuantile(double p, double numerator, double denominator) {
    double x = quantile(p, numerator / 2, denominator / 2);
    return denominator * x / (numerator * (1 - x));
  }

  /** P(X ≥ k) for X binomial. */
  public static double binomialAtLeast(long k, long trials, double p) {
    if (k <= 0) return 1;
    return k > trials ? 0 : cumulative(p, k, trials - k + 1);
  }

  private static double away(double x) {
    return Math.abs(x) < 1e-300 ? 1e-300 : x;
  }

  /** The root of a rising function, to the last bit the interval allows. */
  public static double bisect(DoubleUnaryOperator rising, double low, double high) {
    for (int step = 0; step < 200; step++) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) return middle;
      if (rising.applyAsDouble(middle) < 0) low = middle;
      else high = middle;
    }
    return 0.5 * (low + high);
  }
}
