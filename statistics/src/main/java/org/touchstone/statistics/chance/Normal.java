package org.touchstone.statistics.chance;

/** The standard normal distribution: density, distribution function and quantile, good to about 14 digits. */
public final class Normal {
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  public static double density(double x) {
    return Math.exp(-0.5 * x * x) / SQRT_2_PI;
  }

  /** P(Z ≤ x): the power series near the middle, the continued fraction of Mills' ratio in the tails. */
  public static double cumulative(double x) {
    if (x > 0) return 1 - cumulative(-x);
    if (x < -38) return 0;
    return x > -3 ? 0.5 + density(x) * oddSeries(x) : density(x) * millsRatio(-x);
  }

  /** P(Z > x), exact to relative precision far into the tail. */
  public static double survival(double x) {
    return cumulative(-x);
  }

  /** P(|Z| > |z|), the two-sided p-value of a standardised difference. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * cumulative(-Math.abs(z)));
  }

  /** The z with P(Z ≤ z) = p, for p strictly between 0 and 1; solved by Newton's steps with Halley's correction. */
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) throw new IllegalArgumentException(
        "a probability strictly between 0 and 1 is needed, got " + p);
    if (p > 0.5) return -quantile(1 - p);
    double z = p < 0.02 ? -Math.sqrt(-2 * Math.log(p)) : (p - 0.5) * SQRT_2_PI;
    for (int step = 0; step < 60; step++) {
      double newton = (cumulative(z) - p) / density(z);
      double halley = newton / (1 + 0.5 * z * newton);
      double next = z - Math.clamp(Double.isFinite(halley) ? halley : newton, -1, 1);
      if (Math.abs(next - z) <= 1e-15 * Math.max(1, Math.abs(z))) return next;
      z = next;
    }
    return z;
  }

  /** The half width, in standard errors, of a two-sided interval at this level: 1.96 for 0.95. */
  public static double halfWidth(double level) {
    return quantile(0.5 + level / 2);
  }

  private static double oddSeries(double x) {
    double term = x;
    double sum = x;
    for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 200; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return sum;
  }

  private static double millsRatio(double x) {
    double fraction = x;
    for (int k = 120; k >= 1; k--) fraction = x + k / fraction;
    return 1 / fraction;
  }
}
