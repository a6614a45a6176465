package org.touchstone.statistics.chance;

import java.util.random.RandomGenerator;

/** Draws binomial counts, by inversion where few successes are expected and by transformed rejection elsewhere. */
public final class Binomials {
  private static final double INVERSION_BELOW = 14;

  private Binomials() {}

  public static long draw(RandomGenerator random, long trials, double p) {
    if (trials <= 0 || p <= 0) return 0;
    if (p >= 1) return trials;
    if (p > 0.5) return trials - draw(random, trials, 1 - p);
    return trials * p < INVERSION_BELOW ? byInversion(random, trials, p) : byRejection(random, trials, p);
  }

  private static long byInversion(RandomGenerator random, long trials, double p) {
    double odds = p / (1 - p);
    double probability = Math.exp(trials * Math.log1p(-p));
    double u = random.nextDouble();
    long successes = 0;
    while (u > probability && successes < trials) {
      u -= probability;
      successes++;
      probability *= odds * (trials - successes + 1) / successes;
      if (probability < 1e-320) break;
    }
    return successes;
  }

  /** Hörmann (1993), 'The generation of binomial random variates', algorithm BTRS; most draws need no logarithm. */
  private static long byRejection(RandomGenerator random, long trials, double p) {
    double deviation = Math.sqrt(trials * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double centre = trials * p + 0.5;
    double acceptance = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double logOdds = 0;
    long mode = -1;
    double height = 0;
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double candidate = Math.floor((2 * a / us + b) * u + centre);
      if (us >= 0.07 && v <= acceptance) return (long) candidate;
      if (candidate < 0 || candidate > trials) continue;
      long k = (long) candidate;
      if (mode < 0) {
        logOdds = Math.log(p / (1 - p));
        mode = (long) Math.floor((trials + 1) * p);
        height = Gamma.logFactorial(mode) + Gamma.logFactorial(trials - mode);
      }
      double bound = Math.log(v * alpha / (a / (us * us) + b));
      if (bound <= height - Gamma.logFactorial(k) - Gamma.logFactorial(trials - k) + (k - mode) * logOdds) return k;
    }
  }
}
