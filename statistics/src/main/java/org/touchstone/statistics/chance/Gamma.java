package org.touchstone.statistics.chance;

import java.util.random.RandomGenerator;

/** The logarithm of the gamma function and of factorials, by Stirling's series, and draws from the gamma distribution. */
public final class Gamma {
  private static final double[] LOG_FACTORIALS = new double[256];

  static {
    for (int k = 2; k < LOG_FACTORIALS.length; k++) LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + Math.log(k);
  }

  private Gamma() {}

  /** ln Γ(x) for x &gt; 0: shifted above 10 by the recurrence, where six terms of Stirling's series give 15 digits. */
  public static double log(double x) {
    if (!(x > 0)) throw new IllegalArgumentException("ln gamma is defined here for positive numbers, got " + x);
    double shift = 0;
    while (x < 10) shift -= Math.log(x++);
    double r = 1 / (x * x);
    double series = (1.0 / 12 + r * (-1.0 / 360 + r * (1.0 / 1260 + r * (-1.0 / 1680
        + r * (1.0 / 1188 - r * 691 / 360360)))))
        / x;
    return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
  }

  public static double logFactorial(long k) {
    return k < LOG_FACTORIALS.length ? LOG_FACTORIALS[(int) k] : log(k + 1.0);
  }

  /**
   * A draw from the gamma distribution of this shape and scale 1, after Marsaglia and Tsang (2000): a cubed normal, accepted
   * nineteen times of twenty. Below shape 1 the draw of one shape more is multiplied by U^(1 / shape), which may be 0.
   */
  public static double draw(double shape, RandomGenerator random) {
    if (!(shape > 0)) throw new IllegalArgumentException("a gamma distribution has a shape above 0, got " + shape);
    if (shape < 1) return draw(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v <= 0) continue;
      double cube = v * v * v;
      if (Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - cube + Math.log(cube))) return d * cube;
    }
  }
}
