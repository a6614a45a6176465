package org.touchstone.statistics;

/**
 * The beta distribution: what is believed of a share after {@code alpha} successes and {@code beta} failures.
 *
 * <p>The cumulative function is the regularised incomplete beta function by Lentz's continued fraction (about 1e-12);
 * quantiles are found by bisection, which cannot leave [0, 1].
 *
 * @param alpha above 0
 * @param beta above 0
 */
public record BetaDistribution(double alpha, double beta) {
  public BetaDistribution {
    if (!(alpha > 0 && beta > 0)) throw new IllegalArgumentException("alpha and beta lie above 0, got " + alpha + " and " + beta);
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  public double variance() {
    double n = alpha + beta;
    return alpha * beta / (n * n * (n + 1));
  }

  /** Probability of a value of {@code x} or less. */
  public double cumulative(double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    double front =
        Math.exp(logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * Math.log(x) + beta * Math.log1p(-x));
    return x < (alpha + 1) / (alpha + beta + 2)
        ? front * fraction(x, alpha, beta) / alpha
        : 1 - front * fraction(1 - x, beta, alpha) / beta;
  }

  /** The value that is not exceeded with probability {@code p}. */
  public double quantile(double p) {
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    double low = 0;
    double high = 1;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (cumulative(middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /** The central interval that holds {@code level} of the belief. */
  public Interval interval(double level) {
    double low = quantile((1 - level) / 2);
    return new Interval(low, Math.max(low, quantile((1 + level) / 2)), level);
  }

  private static double fraction(double x, double a, double b) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m <= 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d, tiny);
      c = nonZero(1 + even / c, tiny);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d, tiny);
      c = nonZero(1 + odd / c, tiny);
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-14) break;
    }
    return h;
  }

  private static double nonZero(double x, double tiny) {
    return Math.abs(x) < tiny ? tiny : x;
  }

  /** Natural logarithm of the gamma function for x above 0: Stirling's series after shifting x beyond 12. */
  public static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 12) {
      shift -= Math.log(y);
      y++;
    }
    double z = 1 / (y * y);
    double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188)))) / y;
    return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
  }

  /** The derivative of {@link #logGamma}: digamma, for x above 0. */
  public static double digamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 10) {
      shift -= 1 / y;
      y++;
    }
    double z = 1 / (y * y);
    return shift + Math.log(y) - 0.5 / y - z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z / 132))));
  }
}
